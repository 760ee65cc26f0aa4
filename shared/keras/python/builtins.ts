import { numberIn, truth } from './arithmetic.ts'
import { callLayer, makeLayer, type PythonReader } from './reader.ts'
import { type Arguments, data, list, type Value } from './values.ts'

/** Longest list that `range` makes. */
const longest = 10_000

const range = (reader: PythonReader, numbers: readonly (number | null)[]): Value | null => {
  if (numbers.length === 0 || numbers.includes(null)) return null
  const [first = 0, second, step = 1] = numbers.map((number) => Math.trunc(number ?? 0))
  const [from, to] = second === undefined ? [0, first] : [first, second]
  const count = step === 0 ? Number.POSITIVE_INFINITY : Math.max(0, Math.ceil((to - from) / step))
  if (count > longest) return null
  reader.step(Math.ceil(count / 8))
  return list(Array.from({ length: count }, (_, index) => data(from + index * step)))
}

const textOf = (value: Value | undefined): string | null =>
  value?.kind === 'data' ? (value.value === null ? 'None' : String(value.value)) : null

const number = (value: Value | undefined, of: (number: number) => number): Value | null => {
  const given =
    value?.kind === 'data' && typeof value.value === 'string' ? Number(value.value) : numberIn(value)
  return given === null || !Number.isFinite(given) ? null : data(of(given))
}

const zipped = (values: readonly Value[]): Value | null => {
  const lists = values.map((value) => (value.kind === 'list' ? value.items : null))
  if (lists.includes(null)) return null
  const count = Math.min(...lists.map((items) => items?.length ?? 0))
  return list(
    Array.from({ length: count }, (_, index) =>
      list(
        lists.flatMap((items) => items?.[index] ?? []),
        true,
      ),
    ),
  )
}

const extreme = (values: readonly Value[], of: (...numbers: number[]) => number): Value | null => {
  const [only] = values
  const numbers = (values.length === 1 && only?.kind === 'list' ? only.items : values).map(numberIn)
  return numbers.length && !numbers.includes(null) ? data(of(...numbers.map((each) => each ?? 0))) : null
}

/** A few functions of Python that programs count and join with; null for any other and where the result can't be known. */
export const callBuiltin = (
  reader: PythonReader,
  path: readonly string[],
  { places }: Arguments,
): Value | null => {
  const [first] = places
  if (path.length !== 1) return null
  const [name = ''] = path
  switch (name) {
    case 'range':
      return range(reader, places.map(numberIn))
    case 'len':
      return first?.kind === 'list' ? data(first.items.length) : null
    case 'list':
    case 'tuple':
      return first?.kind === 'list'
        ? list([...first.items], name === 'tuple')
        : places.length
          ? null
          : list([])
    case 'reversed':
      return first?.kind === 'list' ? list(first.items.toReversed()) : null
    case 'enumerate':
      return first?.kind === 'list'
        ? list(first.items.map((item, index) => list([data(index + (numberIn(places[1]) ?? 0)), item], true)))
        : null
    case 'zip':
      return zipped(places)
    case 'str': {
      const text = textOf(first)
      return text === null ? null : data(text)
    }
    case 'int':
      return number(first, Math.trunc)
    case 'float':
      return number(first, (value) => value)
    case 'round':
      return number(first, Math.round)
    case 'bool': {
      const known = first ? truth(first) : false
      return known === null ? null : data(known)
    }
    case 'max':
      return extreme(places, Math.max)
    case 'min':
      return extreme(places, Math.min)
    case 'abs':
      return first?.kind === 'tensor'
        ? callLayer(reader, makeLayer(reader, 'Absolute', {}), [first.tensor])
        : number(first, Math.abs)
    default:
      return null
  }
}
