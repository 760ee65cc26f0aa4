import { z } from 'zod'
import { dateOrder, parseDate } from '../../dates.ts'
import { ProblemError } from '../../problems.ts'
import type { Column } from '../../table.ts'
import { cellText } from '../cells.ts'
import { moments } from '../moments.ts'
import { type DatePart, datePart, dateParts, isCyclic, turn } from './dateParts.ts'
import { defineEncoding, type WriteRow } from './define.ts'
import { byText } from './lookup.ts'
import { place } from './put.ts'

const orders = ['ymd', 'dmy', 'mdy'] as const
const part = z.enum(dateParts)

const schema = z.looseObject({
  kind: z.literal('date'),
  parts: z
    .array(part)
    .min(1)
    .max(dateParts.length)
    .default(['year', 'month', 'weekday'])
    .describe(
      'Year and days since 1970 are standardised; the others go round, so each becomes a sine and a cosine.',
    ),
  order: z.enum(orders).optional().describe('Told from the training rows when absent.'),
  missing: z
    .enum(['neutral', 'flag', 'drop'])
    .default('neutral')
    .describe('A missing date is 0 everywhere, has a flag, or leaves its row out.'),
})
type DateEncoding = z.infer<typeof schema>

const fitted = z.looseObject({
  kind: z.literal('date'),
  order: z.enum(orders),
  /** In the order of the values: days and year one value `(x − offset) / scale`, the others the sine and the cosine of their angle. */
  parts: z.array(
    z.looseObject({
      part,
      offset: z.number(),
      scale: z.number(),
    }),
  ),
  /** 0 stands for every value of a missing date; null when such rows are dropped. */
  fill: z.literal(0).nullable(),
  /** Adds a last value: 1 where the cell was missing. */
  flag: z.boolean(),
})
type FittedDate = z.infer<typeof fitted>

const widthOf = (parts: readonly DatePart[], flag: boolean) =>
  parts.reduce((sum, one) => sum + (isCyclic(one) ? 2 : 1), flag ? 1 : 0)

/** Different texts of some rows, in the order they first appear, and how often each does. */
const countTexts = (column: Column, rows: Uint32Array) => {
  const counts = new Map<string, number>()
  for (const row of rows) {
    const text = cellText(column, row)
    if (text !== null) counts.set(text, (counts.get(text) ?? 0) + 1)
  }
  return counts
}

const fit = ({ parts, order, missing }: DateEncoding, column: Column, rows: Uint32Array): FittedDate => {
  const counts = countTexts(column, rows)
  const told = order ?? dateOrder(counts.keys())
  const times = [...counts].flatMap(([text, count]) => {
    const time = parseDate(text, told)
    return Number.isNaN(time) ? [] : Array.from({ length: count }, () => time)
  })
  if (times.length === 0) throw new ProblemError('noValues', { column: column.name })
  const scaled = (one: DatePart) => {
    if (isCyclic(one)) return { part: one, offset: 0, scale: 1 }
    const { mean, std } = moments(Float64Array.from(times, (time) => datePart(one, time)))
    return { part: one, offset: mean, scale: std > 0 ? std : 1 }
  }
  const chosen = dateParts.filter((one) => parts.includes(one))
  return {
    kind: 'date',
    order: told,
    parts: chosen.map(scaled),
    fill: missing === 'drop' ? null : 0,
    flag: missing === 'flag',
  }
}

const encode = (time: number, parts: FittedDate['parts']): Float64Array =>
  Float64Array.from(
    parts.flatMap(({ part: one, offset, scale }) => {
      const value = datePart(one, time)
      if (!isCyclic(one)) return [(value - offset) / scale]
      const angle = turn(one, value)
      return [Math.sin(angle), Math.cos(angle)]
    }),
  )

const writer = (learned: FittedDate, column: Column): WriteRow => {
  const { parts, order, fill, flag } = learned
  const width = widthOf(
    parts.map((one) => one.part),
    flag,
  )
  const valuesOf = byText(column, (text) => {
    const time = parseDate(text, order)
    return Number.isNaN(time) ? 'none' : encode(time, parts)
  })
  return (row, out, at) => {
    const values = valuesOf(row)
    if (values === 'none')
      throw new ProblemError('notADate', { ...place(column, row), value: cellText(column, row) ?? '' })
    if (!values && fill === null) throw new ProblemError('cellMissing', place(column, row))
    if (out instanceof Int32Array) throw new ProblemError('notWhole', { ...place(column, row), value: 0.5 })
    out.fill(0, at, at + width)
    if (values) out.set(values, at)
    else if (flag) out[at + width - 1] = 1
  }
}

/** Parts of a date or time. Those that go round stand on a circle, so that December is beside January. */
export const date = defineEncoding({
  kind: 'date',
  schema,
  fitted,
  needsCell: ({ missing }) => missing === 'drop',
  neededCell: ({ fill }) => fill === null,
  width: ({ parts, missing }) => widthOf([...new Set(parts)], missing === 'flag'),
  fittedWidth: ({ parts, flag }) =>
    widthOf(
      parts.map((one) => one.part),
      flag,
    ),
  fit,
  writer,
  decode: () => null,
  columnType: () => 'date',
})
