import { useTranslation } from 'react-i18next'
import { useWords } from '../../i18n/useWords.ts'
import type { Telling } from './tellingOf.ts'
import { tellingText } from './tellingText.ts'

/** The telling line in the page's language: “Units 64 · relu”. */
export const useTelling = (telling: readonly Telling[]): string => {
  const { t } = useTranslation()
  const { language } = useWords()
  return tellingText(telling, t, language)
}
