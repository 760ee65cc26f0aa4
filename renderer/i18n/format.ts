import { i18n } from './i18n.ts'

/** A whole number with thousands marks. */
export const formatCount = (value: number): string => Math.round(value).toLocaleString(i18n.language)

/** A measured number: four significant digits, powers of ten when very large or small. */
export const formatFigure = (value: number): string => {
  if (!Number.isFinite(value)) return String(value)
  const size = Math.abs(value)
  if (size !== 0 && (size >= 1e7 || size < 1e-4)) return value.toExponential(2)
  return Number(value.toPrecision(4)).toLocaleString(i18n.language, { maximumFractionDigits: 8 })
}

/** A share from 0 to 1 as percent. */
export const formatPercent = (value: number): string =>
  value.toLocaleString(i18n.language, {
    style: 'percent',
    maximumFractionDigits: value > 0 && value < 0.1 ? 1 : 0,
  })

const units = ['B', 'KB', 'MB', 'GB', 'TB'] as const

/** A size in powers of 1024. */
export const formatBytes = (bytes: number): string => {
  const power = Math.min(units.length - 1, Math.floor(Math.log2(Math.max(1, bytes)) / 10))
  const value = bytes / 1024 ** power
  const digits = power > 0 && value < 10 ? 1 : 0
  return `${value.toLocaleString(i18n.language, { maximumFractionDigits: digits })} ${units[power]}`
}

/** A moment as date and time, in the page's language and the machine's time zone. */
export const formatMoment = (iso: string): string =>
  new Date(iso).toLocaleString(i18n.language, { dateStyle: 'medium', timeStyle: 'short' })

const powers = ['', ' k', ' M', ' G', ' T', ' P'] as const

/** A count of operations in powers of 1000, such as `12.3 M`. */
export const formatFlops = (count: number): string => {
  const power = Math.min(powers.length - 1, Math.floor(Math.log10(Math.max(1, count)) / 3))
  const value = count / 1000 ** power
  return `${Number(value.toPrecision(3)).toLocaleString(i18n.language)}${powers[power]}`
}
