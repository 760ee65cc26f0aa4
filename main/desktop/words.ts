import en from '../../renderer/i18n/en.json'
import ko from '../../renderer/i18n/ko.json'
import type { Language } from '../../shared/words.ts'

/** What menu and dialogs say; the page's translations hold all words of the app. */
export type DesktopWords = Pick<typeof en.app, 'name' | 'menu' | 'command'> & { desktop: typeof en.desktop }

/** The words in a language. */
export const wordsIn = (language: Language): DesktopWords => {
  const { app, desktop } = language === 'ko' ? ko : en
  return { ...app, desktop }
}

/** The first of the system's languages that the app speaks. */
export const languageOf = (preferred: readonly string[]): Language => {
  for (const tag of preferred) {
    if (tag.toLowerCase().startsWith('ko')) return 'ko'
    if (tag.toLowerCase().startsWith('en')) return 'en'
  }
  return 'en'
}
