import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import { type Problem, toProblem } from '../../shared/problems.ts'
import type { Source } from '../../shared/project.ts'
import type { TableProfile } from '../../shared/table.ts'
import { client } from '../client.ts'
import { documentStore } from './document.ts'

/** What is known of one data source. */
export type SourceState =
  | { readonly kind: 'reading'; readonly bytes: number; readonly total: number }
  | { readonly kind: 'ready'; readonly profile: TableProfile }
  | { readonly kind: 'failed'; readonly problem: Problem }

interface TableState {
  /** By source id. */
  readonly sources: Readonly<Record<string, SourceState>>
}

/** Profiles of the open project's data sources. */
const tableStore = createStore<TableState>(() => ({ sources: {} }))

/** What is known of a source; undefined before reading began. */
export const useSource = (id: string | undefined): SourceState | undefined =>
  useStore(tableStore, ({ sources }) => (id === undefined ? undefined : sources[id]))

/** The profile of a source once it is read. */
export const useProfile = (id: string | undefined): TableProfile | null => {
  const state = useSource(id)
  return state?.kind === 'ready' ? state.profile : null
}

type Row = readonly (string | null)[]
const blockSize = 200
const blockLimit = 100
const blocks = new Map<string, Row[] | Promise<void>>()
const rowsStore = createStore<{ readonly version: number }>(() => ({ version: 0 }))

/** Counts blocks of rows that arrived: a view that reads `rowOf` follows it. */
export const useRowsVersion = (): number => useStore(rowsStore, ({ version }) => version)

const put = (id: string, state: SourceState) =>
  tableStore.setState(({ sources }) => ({ sources: { ...sources, [id]: state } }))

/** Forgets all sources: another project is opened. */
export const clearTables = (): void => {
  blocks.clear()
  tableStore.setState({ sources: {} })
}

const reading = new Map<string, number>()
let readings = 0

/** Reads a source of the open project; again when its file or dialect changed. Progress and result are in the store. */
export async function readSource(id: string): Promise<void> {
  const { docId, project, savedProject, readOnly } = documentStore.getState()
  if (docId === null || !project) return
  const turn = ++readings
  reading.set(id, turn)
  const isCurrent = () => reading.get(id) === turn && documentStore.getState().docId === docId
  for (const key of blocks.keys()) if (key.startsWith(`${id}:`)) blocks.delete(key)
  put(id, { kind: 'reading', bytes: 0, total: 0 })
  try {
    // Windows of rows are read as the core knows the document: by the edit that is read here.
    if (project !== savedProject && !readOnly) await client.journalProject(docId, project)
    for await (const event of client.readSource(docId, project, id)) {
      if (!isCurrent()) return
      if (event.kind === 'progress') put(id, { kind: 'reading', bytes: event.bytes, total: event.total })
      else put(id, { kind: 'ready', profile: event.profile })
    }
  } catch (error) {
    if (isCurrent()) put(id, { kind: 'failed', problem: toProblem(error) })
  }
}

const readKey = ({ id, file, entry, part, dialect }: Source) =>
  JSON.stringify([id, file, entry, part, dialect ?? null])

/** Reads every source of the open project now, and again whenever a file or a dialect changes. Returns the way to stop. */
export const followSources = (): (() => void) => {
  let known = new Map<string, string>()
  const check = () => {
    const { project } = documentStore.getState()
    const next = new Map((project?.data.sources ?? []).map((source) => [source.id, readKey(source)]))
    const changed = [...next].filter(([id, key]) => known.get(id) !== key)
    known = next
    for (const [id] of changed) void readSource(id)
  }
  check()
  return documentStore.subscribe((state, before) => {
    if (state.docId !== before.docId) known = new Map()
    if (state.project?.data.sources !== before.project?.data.sources || state.docId !== before.docId) check()
  })
}

const fetchBlock = async (source: string, block: number) => {
  const { docId } = documentStore.getState()
  if (docId === null) return
  const key = `${source}:${block}`
  try {
    const view = { filters: [] }
    const { rows } = await client.sourceRows(docId, source, view, block * blockSize, blockSize)
    blocks.set(key, [...rows])
    const oldest = blocks.keys().next()
    if (blocks.size > blockLimit && !oldest.done) blocks.delete(oldest.value)
    rowsStore.setState(({ version }) => ({ version: version + 1 }))
  } catch {
    // The view asks again when it next scrolls here.
    blocks.delete(key)
  }
}

/** Asks for the raw rows from `first` to `last`; they arrive by `useRowsVersion`. */
export const requestRows = (source: string, first: number, last: number): void => {
  for (let block = Math.floor(first / blockSize); block <= Math.floor(last / blockSize); block++) {
    const key = `${source}:${block}`
    if (!blocks.has(key)) blocks.set(key, fetchBlock(source, block))
  }
}

/** One raw row if it is here: cells in the file's column order, null is missing. */
export const rowOf = (source: string, row: number): Row | null => {
  const block = blocks.get(`${source}:${Math.floor(row / blockSize)}`)
  return Array.isArray(block) ? (block[row % blockSize] ?? null) : null
}
