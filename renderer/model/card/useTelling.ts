import { useTranslation } from 'react-i18next'
import { asLossName, losses } from '../../../shared/losses.ts'
import { useWords } from '../../i18n/useWords.ts'
import type { Telling } from './tellingOf.ts'

/** The telling line in the page's language: “Units 64 · relu”. */
export const useTelling = (telling: readonly Telling[]): string => {
  const { t } = useTranslation()
  const { words } = useWords()
  const text = (part: Telling): string => {
    switch (part.kind) {
      case 'value':
        return `${words(part.label)} ${part.value}`
      case 'label':
        return words(part.label)
      case 'text':
        return part.text
      case 'columns':
        return t('model.node.columns', { count: part.count })
      case 'bypassed':
        return t('model.node.bypassed')
      case 'nodes':
        return t('model.groups.nodes', { count: part.count })
      case 'loss': {
        const loss = asLossName(part.loss)
        return loss ? words(losses[loss].title) : part.loss
      }
    }
  }
  return telling.map(text).join(' · ')
}
