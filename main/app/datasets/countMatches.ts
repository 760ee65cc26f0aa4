import type { JoinCounts } from '../../../shared/contract.ts'
import { cellText } from '../../../shared/prep/cells.ts'
import type { Column } from '../../../shared/table.ts'

/** A column with the number of its rows. */
interface Keys {
  readonly column: Column
  readonly rows: number
}

const stride = 1 << 16
const mostExamples = 5

/** Lets everything else that waits have its turn. */
const breathe = () => new Promise<void>((resolve) => setImmediate(resolve))

/** Reads keys row by row, a missing cell as null, and lets others work in between. */
async function* eachKey({ column, rows }: Keys): AsyncGenerator<readonly (string | null)[]> {
  for (let from = 0; from < rows; from += stride) {
    const count = Math.min(stride, rows - from)
    yield Array.from({ length: count }, (_, index) => cellText(column, from + index))
    await breathe()
  }
}

const note = (examples: string[], key: string) => {
  if (examples.length < mostExamples && !examples.includes(key)) examples.push(key)
}

/**
 * How many rows of a first table find a row of another by equal keys, as `joinSources` joins them: of several rows of the
 * other with one key the first counts, missing keys meet nothing.
 */
export const countMatches = async (main: Keys, other: Keys): Promise<JoinCounts> => {
  const found = new Map<string, boolean>()
  const counts = { matched: 0, unmatched: 0, withoutKey: 0, duplicates: 0, unused: 0 }
  const duplicateKeys: string[] = []
  const unmatchedKeys: string[] = []
  for await (const keys of eachKey(other))
    for (const key of keys) {
      if (key === null || key === '') counts.unused++
      else if (found.has(key)) {
        counts.duplicates++
        note(duplicateKeys, key)
      } else found.set(key, false)
    }
  for await (const keys of eachKey(main))
    for (const key of keys) {
      if (key === null || key === '') counts.withoutKey++
      else if (found.has(key)) {
        counts.matched++
        found.set(key, true)
      } else {
        counts.unmatched++
        note(unmatchedKeys, key)
      }
    }
  for (const isUsed of found.values()) if (!isUsed) counts.unused++
  return { rows: main.rows, ...counts, duplicateKeys, unmatchedKeys }
}
