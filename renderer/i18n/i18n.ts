import i18next, { type i18n as I18n, type PostProcessorModule } from 'i18next'
import { initReactI18next } from 'react-i18next'
import type { Language } from '../../shared/words.ts'
import en from './en.json'
import ko from './ko.json'
import { withParticles } from './particles.ts'

declare module 'i18next' {
  interface CustomTypeOptions {
    resources: { translation: typeof en }
  }
}

/** The page's sentences. Keys are typed; `i18n.test.ts` keeps both languages whole. */
export const i18n: I18n = i18next.createInstance()

/** Chooses between `이` and `가` and the like after the values of a Korean sentence are known. */
const particles: PostProcessorModule = {
  type: 'postProcessor',
  name: 'particles',
  process: (sentence) => (i18n.language === 'ko' ? withParticles(sentence) : sentence),
}

/** Makes the sentences ready in a language, on a page or off it. */
export const startSentences = async (language: Language): Promise<void> => {
  if (i18n.isInitialized) {
    if (i18n.language !== language) await i18n.changeLanguage(language)
    return
  }
  await i18n
    .use(initReactI18next)
    .use(particles)
    .init({
      lng: language,
      fallbackLng: 'en',
      resources: { en: { translation: en }, ko: { translation: ko } },
      // React escapes.
      interpolation: { escapeValue: false },
      returnNull: false,
      postProcess: [particles.name],
    })
}

/** Starts the page's sentences in a language; again to change it. */
export const startLanguage = async (language: Language): Promise<void> => {
  await startSentences(language)
  document.documentElement.lang = language
}
