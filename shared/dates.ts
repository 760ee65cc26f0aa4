/** Which part of a date like 3/4/23 stands where. */
export type DateOrder = 'ymd' | 'dmy' | 'mdy'

const months = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ')
const monthName = '(?<name>Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\\.?'
const weekday = String.raw`(?:\s*\(?[월화수목금토일](?:요일)?\)?)?`
const dayName = '(?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*,? )?'
const half = String.raw`오전|오후|[AaPp]\.?[Mm]\.?`
const clock = String.raw`(?:(?<half>${half})\s*)?(?<hour>\d{1,2})(?::(?<minute>\d{2})(?::(?<second>\d{2})(?:[.,](?<fraction>\d{1,9}))?)?|시(?:\s*(?<minutes>\d{1,2})분(?:\s*(?<seconds>\d{1,2})초)?)?)(?:\s*(?<halfBehind>[AaPp]\.?[Mm]\.?))?`
const zone = String.raw`(?:\s*(?<zone>Z|UTC|GMT|[+-]\d{2}(?::?\d{2})?))?`
const time = String.raw`(?:(?:T|,?\s+)${clock}${zone})?`
const shapes = [
  String.raw`(?<year>\d{4})(?<mark>[-/.])\s?(?<month>\d{1,2})\k<mark>\s?(?<day>\d{1,2})\.?${weekday}${time}`,
  String.raw`(?<a>\d{1,2})(?<mark>[-/.])\s?(?<b>\d{1,2})\k<mark>\s?(?<c>\d{4}|\d{2})\.?${weekday}${time}`,
  String.raw`(?<year>\d{4}|\d{2})년\s*(?:(?<month>\d{1,2})월\s*(?:(?<day>\d{1,2})일)?)?${weekday}${time}`,
  String.raw`(?<year>\d{4})(?:[-/.]\s?(?<month>\d{1,2})\.?|-?(?:Q|년\s*)(?<quarter>[1-4])(?:분기)?)`,
  String.raw`(?<year>(?:19|20)\d{2})(?<month>0[1-9]|1[0-2])`,
  String.raw`(?<year>[12]\d{3})(?<month>\d{2})(?<day>\d{2})(?:T?(?<hour>\d{2})(?:(?<minute>\d{2})(?<second>\d{2})?)?)?`,
  String.raw`${dayName}(?<day>\d{1,2})[- ]${monthName},?[- ](?<year>\d{4}|\d{2})${time}`,
  String.raw`${dayName}${monthName} (?<day>\d{1,2})(?:st|nd|rd|th)?,? (?<year>\d{4})${time}`,
  clock,
].map((shape) => new RegExp(`^${shape}$`, 'i'))

type Parts = Readonly<Record<string, string | undefined>>

const partsOf = (text: string): Parts | null => {
  const trimmed = text.trim()
  if (trimmed.length < 4 || trimmed.length > 60) return null
  for (const shape of shapes) {
    const parts = shape.exec(trimmed)?.groups
    if (parts) return parts
  }
  return null
}

/** A year of two digits is one of 1970 to 2069. */
const yearOf = (digits: string): number => {
  const year = Number(digits)
  return digits.length > 2 ? year : year + (year < 70 ? 2000 : 1900)
}

/** Milliseconds at the start of a day, NaN for a day that no calendar has. */
const startOfDay = (year: number, month: number, day: number): number => {
  const date = new Date(0)
  date.setUTCFullYear(year, month - 1, day)
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? date.getTime() : Number.NaN
}

const dayOf = (parts: Parts, order: DateOrder): number => {
  const { a, b, c, year, month, day, name, quarter } = parts
  if (a !== undefined && b !== undefined && c !== undefined) {
    // Years of four digits are last here, so that no cell has them first.
    if (order === 'ymd') return c.length > 2 ? Number.NaN : startOfDay(yearOf(a), Number(b), Number(c))
    return order === 'dmy'
      ? startOfDay(yearOf(c), Number(b), Number(a))
      : startOfDay(yearOf(c), Number(a), Number(b))
  }
  if (year === undefined) return 0
  const named = name === undefined ? undefined : months.indexOf(name.toLowerCase()) + 1
  const quarterly = quarter === undefined ? undefined : Number(quarter) * 3 - 2
  return startOfDay(yearOf(year), named ?? quarterly ?? Number(month ?? 1), Number(day ?? 1))
}

const zoneMs = (zone: string | undefined): number => {
  const found = /^([+-])(\d{2}):?(\d{2})?$/.exec(zone ?? '')
  if (!found) return 0
  return (found[1] === '-' ? -1 : 1) * (Number(found[2]) * 60 + Number(found[3] ?? 0)) * 60_000
}

const timeOf = (parts: Parts): number => {
  if (parts['hour'] === undefined) return 0
  const hour = Number(parts['hour'])
  const minute = Number(parts['minute'] ?? parts['minutes'] ?? 0)
  const second = Number(parts['second'] ?? parts['seconds'] ?? 0)
  const fraction = Number(`0.${parts['fraction'] ?? 0}`)
  const halfDay = parts['half'] ?? parts['halfBehind']
  const isAfternoon = halfDay !== undefined && /^(?:오후|p)/i.test(halfDay)
  if (minute > 59 || second > 60 || hour > 24 || (hour === 24 && minute + second > 0)) return Number.NaN
  if (halfDay !== undefined && hour > 12 && !isAfternoon) return Number.NaN
  const hours = halfDay === undefined || hour > 12 ? hour : (hour % 12) + (isAfternoon ? 12 : 0)
  return hours * 3_600_000 + minute * 60_000 + second * 1000 + Math.floor(fraction * 1000 + 1e-6)
}

const momentOf = (parts: Parts, order: DateOrder): number =>
  dayOf(parts, order) + timeOf(parts) - zoneMs(parts['zone'])

/**
 * Milliseconds since 1970-01-01 UTC of a date, a date with a time, or a time alone (of the first day); NaN when the text
 * is none, or no day of the calendar. What names no zone is taken as UTC. Understood are 2023-11-18, 2023.11.18.,
 * 2023년 11월 18일, 20231118, 202311, 2023-11, 2023Q4, 18 Nov 2023, Nov 18, 2023, 오후 3:05, 3:05 PM, 15시 5분 and, by `order`,
 * 18/11/2023 and 23.11.18. A column's order is told by `dateOrder`; without it the text alone tells.
 */
export const parseDate = (text: string, order?: DateOrder): number => {
  const parts = partsOf(text)
  return parts ? momentOf(parts, order ?? orderOf([parts])) : Number.NaN
}

/** Whether a text is a time of no particular day, such as 15:05. */
export const isTimeAlone = (text: string): boolean => {
  const parts = partsOf(text)
  return parts !== null && parts['year'] === undefined && parts['a'] === undefined
}

const unordered = /^\s*(\d{1,2})([-/.])\s?(\d{1,2})\2\s?(\d{4}|\d{2})(?!\d)/

/**
 * The order of day, month and year in a column, from all its different cells in their order: the one under which most
 * are dates, then that of fewer years, then that in which the dates follow each other. When nothing tells, dates with
 * bars are month first, as in the United States, and others day first; years of two digits first.
 */
export const dateOrder = (cells: Iterable<string>): DateOrder => {
  // Many moments have few days: each is looked at once.
  const days = new Map<string, Parts>()
  for (const cell of cells) {
    const [, a, mark, b, c] = unordered.exec(cell) ?? []
    if (a !== undefined) days.set(`${a} ${b} ${c}`, { a, mark, b, c })
  }
  return orderOf([...days.values()])
}

const orderOf = (days: readonly Parts[]): DateOrder => {
  const first = days.find(({ a }) => a !== undefined)
  if (!first) return 'ymd'
  const usual: readonly DateOrder[] = first['mark'] === '/' ? ['mdy', 'dmy', 'ymd'] : ['ymd', 'dmy', 'mdy']
  return usual
    .map((order) => ({ order, ...fit(days, order) }))
    .reduce((best, one) => {
      if (one.dates !== best.dates) return one.dates > best.dates ? one : best
      if (one.years !== best.years) return one.years < best.years ? one : best
      return one.steady > best.steady ? one : best
    }).order
}

/** How well an order fits: cells that are dates, different years among them, and how steadily they go one way. */
const fit = (days: readonly Parts[], order: DateOrder) => {
  const years = new Set<number>()
  let dates = 0
  let up = 0
  let down = 0
  let last = Number.NaN
  for (const parts of days) {
    const at = dayOf(parts, order)
    if (Number.isNaN(at)) continue
    dates++
    years.add(new Date(at).getUTCFullYear())
    if (at > last) up++
    else if (at < last) down++
    last = at
  }
  return { dates, years: years.size, steady: Math.max(up, down) }
}
