import type { TFunction } from 'i18next'
import { asLossName, losses } from '../../../shared/losses.ts'
import type { Language } from '../../../shared/words.ts'
import type { Telling } from './tellingOf.ts'

/** The telling line in a language: “Units 64 · relu”. */
export const tellingText = (telling: readonly Telling[], t: TFunction, language: Language): string => {
  const text = (part: Telling): string => {
    switch (part.kind) {
      case 'value':
        return `${part.label[language]} ${part.value}`
      case 'label':
        return part.label[language]
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
        return loss ? losses[loss].title[language] : part.loss
      }
    }
  }
  return telling.map(text).join(' · ')
}
