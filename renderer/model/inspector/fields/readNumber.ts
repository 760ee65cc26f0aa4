import { parseNumber, stepNumber } from '../../../ui/form/parseNumber.ts'

/** What a person typed for a number: the number, null for nothing, or the text itself when it is neither. */
export const readNumber = (text: string): number | string | null =>
  text.trim() === '' ? null : (parseNumber(text, {}) ?? text)

/** A value as a field shows it: numbers as they are, nothing for null, anything else as its JSON. */
export const showNumber = (value: unknown): string => {
  if (value === null || value === undefined) return ''
  return typeof value === 'number' || typeof value === 'string' ? String(value) : JSON.stringify(value)
}

/** A typed number one or more steps up or down within its limits; null when the text is no number. */
export const stepText = (
  text: string,
  direction: 1 | -1,
  times: number,
  limits: {
    readonly min?: number | undefined
    readonly max?: number | undefined
    readonly isInteger?: boolean
  },
): string | null => {
  const value = readNumber(text)
  return typeof value === 'number' ? String(stepNumber(value, direction, times, limits)) : null
}
