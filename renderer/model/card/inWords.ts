import type { Words } from '../../../shared/words.ts'

/** A name in camelCase as words: `kernelSize` is “Kernel size” in every language. */
export const inWords = (name: string): Words => {
  const text = name.replace(
    /([a-z0-9])([A-Z])/g,
    (_, before: string, capital: string) => `${before} ${capital.toLowerCase()}`,
  )
  const words = text.slice(0, 1).toUpperCase() + text.slice(1)
  return { en: words, ko: words }
}
