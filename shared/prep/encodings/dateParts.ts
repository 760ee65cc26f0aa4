/** What can be taken of a date, in the order in which the values stand. */
export const dateParts = [
  'days',
  'year',
  'month',
  'day',
  'yearday',
  'weekday',
  'hour',
  'minute',
  'second',
] as const
export type DatePart = (typeof dateParts)[number]

const dayMs = 86_400_000

/** One part of a moment in UTC milliseconds: months, days of the month and of the year from 1, weekdays from Monday as 0. */
export const datePart = (part: DatePart, time: number): number => {
  const at = new Date(time)
  switch (part) {
    case 'days':
      return time / dayMs
    case 'year':
      return at.getUTCFullYear()
    case 'month':
      return at.getUTCMonth() + 1
    case 'day':
      return at.getUTCDate()
    case 'yearday': {
      const newYear = new Date(time)
      newYear.setUTCMonth(0, 1)
      return Math.floor(time / dayMs) - Math.floor(newYear.getTime() / dayMs) + 1
    }
    case 'weekday':
      return (at.getUTCDay() + 6) % 7
    case 'hour':
      return at.getUTCHours()
    case 'minute':
      return at.getUTCMinutes()
    case 'second':
      return at.getUTCSeconds()
  }
}

/** Where a part's round begins and how long it is; null for parts that only grow. */
const rounds: Readonly<Record<DatePart, { readonly first: number; readonly length: number } | null>> = {
  days: null,
  year: null,
  month: { first: 1, length: 12 },
  day: { first: 1, length: 31 },
  yearday: { first: 1, length: 366 },
  weekday: { first: 0, length: 7 },
  hour: { first: 0, length: 24 },
  minute: { first: 0, length: 60 },
  second: { first: 0, length: 60 },
}

/** Whether a part begins anew, so that its last value is beside its first. */
export const isCyclic = (part: DatePart): boolean => rounds[part] !== null

/** The angle of a part that goes round, from 0 at its first value to 2π. */
export const turn = (part: DatePart, value: number): number => {
  const { first, length } = rounds[part] ?? { first: 0, length: 1 }
  return (2 * Math.PI * (value - first)) / length
}
