import { ProblemError } from '../../../../shared/problems.ts'
import type { Handlers } from '../../../../shared/rpc.ts'
import type { FindQuery, TableView } from '../../../../shared/tableView.ts'
import { ColumnStore } from '../store.ts'
import { type Arrangement, arrange } from './arrange.ts'
import { findHits, type Hits, nextHit } from './find.ts'
import { Held } from './held.ts'
import type { ViewContract } from './viewContract.ts'

const mostBytes = 48 * 2 ** 20
const mostOpen = 4

/** Looks at stored tables: rows by view, and searches. Arrangements and the last search are kept, at most 48 MiB of them. */
export const createViews = (): Handlers<ViewContract> => {
  const stores = new Held<ColumnStore>(mostOpen, () => 1)
  const arrangements = new Held<Arrangement>(mostBytes, ({ rows }) => 1000 + (rows?.byteLength ?? 0))
  const searches = new Held<Hits>(mostBytes / 4, ({ perRow }) => 1000 + perRow.byteLength)

  const storeOf = (dir: string): ColumnStore => {
    const store = stores.get(dir) ?? ColumnStore.open(dir)
    if (!store) throw new ProblemError('noData')
    return stores.put(dir, store)
  }
  async function* arranged(dir: string, view: TableView, signal: AbortSignal) {
    const key = JSON.stringify([dir, view])
    return arrangements.put(key, arrangements.get(key) ?? (yield* arrange(dir, view, signal)))
  }
  async function* searched(dir: string, view: TableView, text: string, signal: AbortSignal) {
    const arrangement = yield* arranged(dir, view, signal)
    const key = JSON.stringify([dir, view, text])
    const hits = searches.get(key) ?? (yield* findHits(storeOf(dir), arrangement, text, signal))
    return { arrangement, hits: searches.put(key, hits) }
  }
  const window = (dir: string, { rows, count }: Arrangement, from: number, most: number) => {
    const store = storeOf(dir)
    const end = Math.max(from, Math.min(count, from + most))
    if (!rows) {
      const numbers = Array.from({ length: end - from }, (_, at) => from + at)
      return { rows: store.rows(from, end - from), numbers }
    }
    const numbers = Array.from(rows.subarray(from, end))
    return { rows: store.rowsAt(numbers), numbers }
  }
  return {
    async *arrange(signal, dir, view) {
      const { count, left } = yield* reporting(arranged(dir, view, signal))
      yield { kind: 'ready', rows: count, left }
    },
    async rows(signal, dir, view, from, count) {
      return window(dir, await resultOf(arranged(dir, view, signal)), from, count)
    },
    async placeOf(signal, dir, view, row) {
      const { rows, count } = await resultOf(arranged(dir, view, signal))
      const place = rows ? rows.indexOf(row) : row
      return place >= 0 && place < count ? place : null
    },
    async *find(signal, dir, view, query: FindQuery) {
      const { arrangement, hits } = yield* reporting(searched(dir, view, query.text, signal))
      const match = nextHit(hits, query, (at) => window(dir, arrangement, at, 1).rows[0] ?? [])
      yield { kind: 'found', match, count: hits.count }
    },
  }
}

/** Passes on how much of a work is done, at most twenty times a second, and gives its result. */
async function* reporting<T>(
  work: AsyncGenerator<number, T>,
): AsyncGenerator<{ readonly kind: 'progress'; readonly share: number }, T> {
  let told = performance.now()
  for (;;) {
    const step = await work.next()
    if (step.done) return step.value
    if (performance.now() - told < 50) continue
    told = performance.now()
    yield { kind: 'progress', share: step.value }
  }
}

const resultOf = async <T>(work: AsyncGenerator<unknown, T>): Promise<T> => {
  for (;;) {
    const step = await work.next()
    if (step.done) return step.value
  }
}
