import { dateOrder, parseDate } from '../../../../shared/dates.ts'
import type { ColumnType } from '../../../../shared/table.ts'
import { foldText } from './foldText.ts'
import { sortByKeys } from './sortByKeys.ts'
import { sortTexts } from './sortTexts.ts'

/**
 * A key for each text of a dictionary by which rows are put in order: numbers by size and dates by time, before all
 * that is neither, which goes by its letters, small and large ones alike. Yields whenever other work may run.
 */
export function* textKeys(
  dictionary: readonly string[],
  type: ColumnType,
): Generator<undefined, Float64Array> {
  const values = yield* valuesOf(dictionary, type)
  const codes = Int32Array.from(dictionary, (_, code) => code)
  const valued = codes.filter((code) => !Number.isNaN(values[code]))
  const worded = codes.filter((code) => Number.isNaN(values[code]))
  const ranks = new Float64Array(dictionary.length)
  let rank = 0
  const give = (order: Int32Array, isSame: (one: number, other: number) => boolean): void => {
    for (let at = 0; at < order.length; at++) {
      const code = order[at] as number
      if (at === 0 || !isSame(order[at - 1] as number, code)) rank++
      ranks[code] = rank
    }
  }
  const byValue = yield* quietly(
    sortByKeys(
      Float64Array.from(valued, (code) => values[code] as number),
      valued,
      false,
    ),
  )
  give(byValue, (one, other) => values[one] === values[other])
  if (worded.length === 0) return ranks
  const folded: string[] = Array.from(dictionary)
  for (const [at, code] of worded.entries()) {
    if (at % 50_000 === 0) yield
    folded[code] = foldText(dictionary[code] as string)
  }
  give(yield* sortTexts(folded, worded), (one, other) => folded[one] === folded[other])
  return ranks
}

/** What texts stand for, NaN where they are only words. */
function* valuesOf(dictionary: readonly string[], type: ColumnType): Generator<undefined, Float64Array> {
  const order = type === 'date' ? dateOrder(dictionary) : undefined
  const values = new Float64Array(dictionary.length)
  for (const [code, text] of dictionary.entries()) {
    if (code % 20_000 === 0) yield
    values[code] = order ? parseDate(text, order) : text.trim() === '' ? Number.NaN : Number(text)
  }
  return values
}

function* quietly<T>(steps: Generator<unknown, T>): Generator<undefined, T> {
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
    yield
  }
}
