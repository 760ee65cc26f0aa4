/** What a number field accepts. */
export interface NumberLimits {
  readonly min?: number | undefined
  readonly max?: number | undefined
  readonly step?: number | undefined
  readonly isInteger?: boolean
}

const clamp = (value: number, { min = -Infinity, max = Infinity }: NumberLimits) =>
  Math.min(max, Math.max(min, value))

/** The number a person typed, kept within its limits; null when it is none. A comma counts as the decimal mark. */
export const parseNumber = (text: string, limits: NumberLimits): number | null => {
  const plain = text.trim().replace('−', '-').replace(',', '.')
  if (plain === '') return null
  const value = Number(plain)
  if (!Number.isFinite(value)) return null
  return clamp(limits.isInteger ? Math.round(value) : value, limits)
}

/** The next number up or down: by `step`, by 1 for whole numbers, else by a tenth of the number's own size. */
export const stepNumber = (value: number, direction: 1 | -1, times: number, limits: NumberLimits): number => {
  const own = 10 ** (Math.floor(Math.log10(Math.abs(value) || 1) + 1e-9) - 1)
  const size = limits.step ?? (limits.isInteger ? 1 : own)
  return clamp(Number((value + direction * times * size).toPrecision(12)), limits)
}
