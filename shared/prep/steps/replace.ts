import { z } from 'zod'
import { ProblemError } from '../../problems.ts'
import type { Column, NumberColumn, TextColumn } from '../../table.ts'
import { columnNamed } from './columnNamed.ts'
import type { ColumnKind } from './stepKind.ts'

/** Cells of one value get another. */
export const replaceSchema = z.looseObject({
  kind: z.literal('replace'),
  off: z.boolean().optional(),
  column: z.string(),
  from: z.string().max(100_000).nullable().describe('null is a missing cell.'),
  to: z.string().max(100_000).nullable(),
})

export const fittedReplaceSchema = z.looseObject({
  kind: z.literal('replace'),
  column: z.string(),
  from: z.string().max(100_000).nullable(),
  to: z.string().max(100_000).nullable(),
})
type Replacement = z.infer<typeof fittedReplaceSchema>

const numberOf = (column: string, text: string | null): number => {
  if (text === null) return Number.NaN
  const number = text.trim() === '' ? Number.NaN : Number(text)
  if (!Number.isFinite(number)) throw new ProblemError('stepNotANumber', { column, value: text })
  return number
}

const inNumbers = ({ column, from, to }: Replacement, { values, name }: NumberColumn): Column => {
  const [old, next] = [numberOf(column, from), numberOf(column, to)]
  const isOld = from === null ? (value: number) => !Number.isFinite(value) : (value: number) => value === old
  return { kind: 'number', name, values: values.map((value) => (isOld(value) ? next : value)) }
}

const inTexts = ({ from, to }: Replacement, { codes, dictionary, name }: TextColumn): Column => {
  const texts = [...dictionary]
  const wanted = from?.normalize('NFC')
  const next = to === null || to.trim() === '' ? -1 : texts.indexOf(to)
  const target = next < 0 && to !== null && to.trim() !== '' ? texts.push(to) - 1 : next
  const isOld = Uint8Array.from(texts, (text) => (text.normalize('NFC') === wanted ? 1 : 0))
  const changed = codes.map((code) => ((code < 0 ? from === null : isOld[code] === 1) ? target : code))
  return { kind: 'text', name, codes: changed, dictionary: texts }
}

export const replace: ColumnKind<z.infer<typeof replaceSchema>, Replacement> = {
  acts: 'column',
  makes: false,
  learns: () => false,
  reads: ({ column }) => [column],
  check: ({ column }) => (column === '' ? { code: 'stepNoColumns' } : null),
  fit: ({ column, from, to }) => ({ kind: 'replace', column, from, to }),
  apply(fitted, columns) {
    const column = columnNamed(columns, fitted.column)
    return column.kind === 'number' ? inNumbers(fitted, column) : inTexts(fitted, column)
  },
}
