import { useTranslation } from 'react-i18next'
import type { Language, Words } from '../../shared/words.ts'

/** The page's language, and the reader of `{ en, ko }` sentences that live beside code, such as a layer's help. */
export const useWords = (): { readonly language: Language; readonly words: (words: Words) => string } => {
  const { i18n } = useTranslation()
  const language: Language = i18n.language === 'ko' ? 'ko' : 'en'
  return { language, words: (words) => words[language] }
}
