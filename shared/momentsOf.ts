import { isTimeAlone } from './dates.ts'
import type { ColumnProfile } from './table.ts'

const day = 86_400_000

const twoDigits = (value: number): string => String(Math.floor(value)).padStart(2, '0')

/** A time of no particular day, its seconds where it has some: 09:30, 24:00. */
const timeText = (ms: number): string => {
  const time = `${twoDigits(ms / 3_600_000)}:${twoDigits((ms / 60_000) % 60)}`
  return ms % 60_000 === 0 ? time : `${time}:${twoDigits((ms / 1000) % 60)}`
}

/** The first and the last moment of a column of dates: ISO 8601 in UTC, or the time where its cells name no day. */
export const momentsOf = (
  { first, last }: NonNullable<ColumnProfile['dates']>,
  top: ColumnProfile['top'],
): { readonly first: string; readonly last: string } => {
  const isTimes = first >= 0 && last <= day && top.some(({ value }) => isTimeAlone(value))
  const textOf = (ms: number) => (isTimes ? timeText(ms) : new Date(ms).toISOString())
  return { first: textOf(first), last: textOf(last) }
}
