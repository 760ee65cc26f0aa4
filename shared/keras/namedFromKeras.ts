import { namedTables } from '../layers/values.ts'
import { bareName, camelCase, isRecord } from './kerasNames.ts'

/** Which kind of named function: a weight's start, what keeps it small, where it is brought back to. */
export type NamedKind = keyof typeof namedTables

/** Other spellings of older Keras versions. */
const spellings: Readonly<Record<string, string>> = {
  zero: 'zeros',
  one: 'ones',
  normal: 'randomnormal',
  uniform: 'randomuniform',
  nonnegative: 'nonneg',
}

/** A number that was stored with 32 bits, written as it was meant: 0.009999999776482582 is 0.01. */
export const shortNumber = (value: number): number => {
  const short = Number(value.toPrecision(7))
  return Math.fround(value) === value && Math.fround(short) === value ? short : value
}

const typeOf = (kind: NamedKind, name: string): string => {
  const bare = bareName(name)
  const wanted = spellings[bare] ?? bare
  return Object.keys(namedTables[kind]).find((type) => bareName(type) === wanted) ?? camelCase(name)
}

/** L1L2 of older versions stands for L1 and L2, too. */
const single = (type: string, { l1, l2 }: Readonly<Record<string, unknown>>) =>
  type !== 'l1l2' ? type : l1 === 0 ? 'l2' : l2 === 0 ? 'l1' : type

const argumentOf = (name: string, value: unknown): unknown => {
  if (typeof value === 'number') return shortNumber(value)
  if (typeof value !== 'string') return value
  const camel = camelCase(value)
  return name === 'distribution' && camel === 'normal' ? 'truncatedNormal' : camel
}

/**
 * An initialiser, regulariser or constraint from the ways Keras writes it: its name, or `{ class_name, config }`.
 * What the catalogue doesn't know is handed on, so that its parameter says so.
 */
export const namedFromKeras = (kind: NamedKind, value: unknown): unknown => {
  if (typeof value === 'string') return { type: typeOf(kind, value) }
  if (!isRecord(value) || typeof value['class_name'] !== 'string') return value
  const { class_name: className, config, module } = value
  const given = isRecord(config) ? config : {}
  const named = Object.entries(given).map(([key, item]) => [camelCase(key), item] as const)
  const read = Object.fromEntries(named.map(([key, item]) => [key, argumentOf(key, item)]))
  const found = typeOf(kind, className)
  const type = kind === 'regularizer' && module === undefined ? single(found, read) : found
  const table = Object.hasOwn(namedTables[kind], type) ? namedTables[kind][type] : undefined
  if (!table) return { type }
  const kept = Object.keys(table).filter(
    (argument) => read[argument] !== undefined && read[argument] !== null,
  )
  return { ...Object.fromEntries(kept.map((argument) => [argument, read[argument]])), type }
}
