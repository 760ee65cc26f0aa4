import i18next, { type i18n as I18n } from 'i18next'
import { initReactI18next } from 'react-i18next'
import type { Language } from '../../shared/words.ts'
import en from './en.json'
import ko from './ko.json'

declare module 'i18next' {
  interface CustomTypeOptions {
    resources: { translation: typeof en }
  }
}

/** The page's sentences. Keys are typed; `i18n.test.ts` keeps both languages whole. */
export const i18n: I18n = i18next.createInstance()

/** Starts the sentences in a language; again to change it. */
export const startLanguage = async (language: Language): Promise<void> => {
  if (!i18n.isInitialized) {
    await i18n.use(initReactI18next).init({
      lng: language,
      fallbackLng: 'en',
      resources: { en: { translation: en }, ko: { translation: ko } },
      // React escapes.
      interpolation: { escapeValue: false },
      returnNull: false,
    })
  } else if (i18n.language !== language) await i18n.changeLanguage(language)
  document.documentElement.lang = language
}
