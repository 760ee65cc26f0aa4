import { dateOrder, parseDate } from '../../../../shared/dates.ts'
import type { Column, ColumnType } from '../../../../shared/table.ts'

/** What types are told from: a column, its name in it, and how often each of its values occurs. */
export interface TypeEvidence {
  readonly column: Column
  /** Cells that are not missing. */
  readonly present: number
  readonly missing: number
  readonly distinct: number
  /** Occurrences by dictionary code; empty for numbers. */
  readonly counts: Int32Array
}

/** A column keeps the type that at least this share of its cells have. */
const enough = 0.99
const number = String.raw`[+-]?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?`
const sequenceShape = new RegExp(`^${number}(?: ${number})*$`)
/** Names of numbers that tell things apart, however often each occurs; and names that do so where no number occurs twice. */
const idNames = [
  /^(?:id|uid|uuid|guid|.*[_ .-]u?id)$/i,
  /[a-z\d]I[dD]$/,
  /(?:아이디|식별자|(?:고객|회원|환자|사용자|학생|주문|거래|계좌)\s?번호)$/,
]
const rowNames =
  /^(?:column_1|unnamed: 0|rownames?|row_?names?|idx|index|no\.?|nr\.?|seq|serial|key|연번|순번|.*번호)$/i
const fewestForId = 20
/** So many different values may be a category's whatever the number of rows. */
export const fewCategories = 50
const mostCategories = 10_000

/** What a column's cells mean, from its values. */
export const inferType = (evidence: TypeEvidence): ColumnType => {
  const { column, present, missing, distinct } = evidence
  if (present === 0 || (distinct === 1 && missing === 0)) return 'constant'
  if (column.kind === 'number') return isNumberId(evidence) ? 'id' : 'number'
  if (isDates(evidence)) return 'date'
  if (column.dictionary.some((value) => value.includes(' ')) && isMostly(evidence, isSequence))
    return 'sequence'
  if (distinct === present && present >= fewestForId && isMostly(evidence, isIdText)) return 'id'
  return isCategory(evidence) ? 'category' : 'text'
}

const isDate = (value: string): boolean => !Number.isNaN(parseDate(value))
const isDates = (evidence: TypeEvidence): boolean => {
  if (evidence.column.kind !== 'text' || !isMostly(evidence, isDate)) return false
  const order = dateOrder(evidence.column.dictionary)
  return isMostly(evidence, (value) => !Number.isNaN(parseDate(value, order)))
}
const isSequence = (value: string): boolean => sequenceShape.test(value)
const isIdText = (value: string): boolean => value.length <= 64 && !/\s/.test(value)

/** Whether numbers only tell rows apart: by their name, or because they count the rows from 0 or 1. */
const isNumberId = ({ column, present, missing, distinct }: TypeEvidence): boolean => {
  if (column.kind !== 'number' || present < fewestForId) return false
  const { name, values } = column
  if (idNames.some((shape) => shape.test(name)))
    return distinct > fewCategories && values.every((value) => value !== value || Number.isSafeInteger(value))
  if (missing > 0 || distinct < present) return false
  if (rowNames.test(name)) return values.every((value) => Number.isSafeInteger(value))
  const first = values[0] as number
  return (first === 0 || first === 1) && values.every((value, row) => value === first + row)
}

/** Whether enough of a text column's cells pass; stops as soon as too many did not. */
const isMostly = ({ column, present, counts }: TypeEvidence, passes: (value: string) => boolean): boolean => {
  if (column.kind !== 'text') return false
  const most = present * (1 - enough)
  let failed = 0
  for (const [code, value] of column.dictionary.entries())
    if (!passes(value) && (failed += counts[code] ?? 0) > most) return false
  return true
}

const isCategory = ({ column, present, distinct }: TypeEvidence): boolean => {
  if (column.kind !== 'text') return false
  let characters = 0
  let words = 0
  for (const value of column.dictionary) {
    characters += value.length
    words += value.split(' ').length
    if (characters > distinct * 1000) return false
  }
  if (characters > distinct * 100 || (words >= distinct * 4 && distinct > present / 2)) return false
  return distinct <= fewCategories || (distinct <= mostCategories && distinct <= present * 0.2)
}
