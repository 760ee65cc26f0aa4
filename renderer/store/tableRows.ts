import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import type { TableView } from '../../shared/tableView.ts'
import { client } from '../client.ts'
import { documentStore } from './document.ts'

/** One row of a view: its cells in the file's column order, null is missing, and which row of the file it is, from 0. */
export interface TableRow {
  readonly cells: readonly (string | null)[]
  readonly number: number
}

const blockSize = 200
const mostBlocks = 100
const mostUnderWay = 2
/** Rows asked for beyond those in view. */
const ahead = 100

interface Block {
  readonly source: string
  readonly view: TableView
  readonly index: number
}
const rows = new Map<string, readonly TableRow[]>()
const underWay = new Set<string>()
let wanted: readonly Block[] = []
const versions = createStore<{ readonly version: number }>(() => ({ version: 0 }))

/** Counts blocks of rows that arrived: a view that reads `rowOf` follows it. */
export const useRowsVersion = (): number => useStore(versions, ({ version }) => version)

const keys = new WeakMap<TableView, string>()
const keyOf = (view: TableView): string => {
  const known = keys.get(view) ?? JSON.stringify(view)
  keys.set(view, known)
  return known
}
const blockKey = (source: string, view: TableView, index: number) => `${source}:${keyOf(view)}:${index}`

const fetchBlock = async ({ source, view, index }: Block, key: string): Promise<void> => {
  const { docId } = documentStore.getState()
  if (docId === null) return
  const window = await client.sourceRows(docId, source, view, index * blockSize, blockSize)
  // Forgotten meanwhile: the file is read anew.
  if (!underWay.has(key)) return
  const block = window.rows.map((cells, at): TableRow => ({ cells, number: window.numbers[at] ?? 0 }))
  rows.set(key, block)
  const oldest = rows.keys().next()
  if (rows.size > mostBlocks && !oldest.done) rows.delete(oldest.value)
  versions.setState(({ version }) => ({ version: version + 1 }))
}

const fetchWanted = (): void => {
  for (const block of wanted) {
    if (underWay.size >= mostUnderWay) return
    const key = blockKey(block.source, block.view, block.index)
    if (rows.has(key) || underWay.has(key)) continue
    underWay.add(key)
    fetchBlock(block, key)
      // The view asks again when it next scrolls here.
      .catch(() => undefined)
      .finally(() => {
        if (underWay.delete(key)) fetchWanted()
      })
  }
}

/**
 * Asks for the rows of a view from `first` to `last`; they arrive by `useRowsVersion`. What was asked for before and is
 * not under way yet is forgotten, so that the rows in view come first however fast they go by.
 */
export const requestRows = (source: string, view: TableView, first: number, last: number): void => {
  const from = Math.floor(Math.max(0, first - ahead) / blockSize)
  const to = Math.floor((last + ahead) / blockSize)
  const middle = Math.floor((first + last) / 2 / blockSize)
  wanted = Array.from({ length: to - from + 1 }, (_, at) => ({ source, view, index: from + at })).sort(
    (one, other) => Math.abs(one.index - middle) - Math.abs(other.index - middle),
  )
  fetchWanted()
}

/** One row of a view if it is here. */
export const rowOf = (source: string, view: TableView, row: number): TableRow | null =>
  rows.get(blockKey(source, view, Math.floor(row / blockSize)))?.[row % blockSize] ?? null

/** Forgets the rows of a source, or of all. */
export const forgetRows = (source?: string): void => {
  const isMeant = (key: string) => source === undefined || key.startsWith(`${source}:`)
  for (const key of rows.keys()) if (isMeant(key)) rows.delete(key)
  for (const key of underWay) if (isMeant(key)) underWay.delete(key)
  wanted = wanted.filter((block) => source !== undefined && block.source !== source)
  versions.setState(({ version }) => ({ version: version + 1 }))
}
