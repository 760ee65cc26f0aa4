import type { TFunction } from 'i18next'

/** The encodings that people may choose from. */
export const encodings = ['utf-8', 'cp949', 'utf-16le', 'utf-16be', 'windows-1252'] as const

/** What to call an encoding everywhere; one of which there are no words by its own name. */
export const encodingName = (t: TFunction, encoding: string): string => {
  const known = encodings.find((one) => one === encoding.toLowerCase())
  return known ? t(`data.encodings.${known}`) : encoding.toUpperCase()
}
