import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import { type Problem, toProblem } from '../../shared/problems.ts'
import type { Source } from '../../shared/project.ts'
import type { TableProfile } from '../../shared/table.ts'
import { client } from '../client.ts'
import { documentStore } from './document.ts'

/** What is known of one data source. */
export type SourceState =
  | {
      readonly kind: 'reading'
      readonly bytes: number
      readonly total: number
      /** How it was read before, while it is read again. */
      readonly before: TableProfile | null
    }
  | { readonly kind: 'ready'; readonly profile: TableProfile }
  | { readonly kind: 'failed'; readonly problem: Problem }

interface TableState {
  /** By source id. */
  readonly sources: Readonly<Record<string, SourceState>>
}

/** Profiles of the open project's data sources. */
export const tableStore = createStore<TableState>(() => ({ sources: {} }))

/** Tells when something becomes known of a source. Returns the way to stop. */
export const onSourceKnown = (listener: () => void): (() => void) => tableStore.subscribe(listener)
/** Whether a source is read. */
export const isSourceRead = (id: string): boolean => tableStore.getState().sources[id]?.kind === 'ready'

/** What is known of every source that was looked at, by id. */
export const useSources = (): Readonly<Record<string, SourceState>> =>
  useStore(tableStore, ({ sources }) => sources)

/** What is known of a source; undefined before reading began. */
export const useSource = (id: string | undefined): SourceState | undefined =>
  useStore(tableStore, ({ sources }) => (id === undefined ? undefined : sources[id]))

/** The profile of a source once it is read. */
export const useProfile = (id: string | undefined): TableProfile | null => {
  const state = useSource(id)
  return state?.kind === 'ready' ? state.profile : null
}

const knownProfile = (state: SourceState | undefined): TableProfile | null => {
  if (state?.kind === 'ready') return state.profile
  return state?.kind === 'reading' ? state.before : null
}

/** The profile of a source, the one from before while it is read again. */
export const useKnownProfile = (id: string): TableProfile | null => knownProfile(useSource(id))

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
/** What ends the reading of each source that was begun last. */
const leave = new Map<string, () => void>()

/** Reads a source of the open project; again when its file, its dialect or a type changed. Progress and result are in the store. */
export async function readSource(id: string): Promise<void> {
  const { docId, project, savedProject, readOnly } = documentStore.getState()
  if (docId === null || !project) return
  const turn = ++readings
  reading.set(id, turn)
  const isCurrent = () => reading.get(id) === turn && documentStore.getState().docId === docId
  for (const key of blocks.keys()) if (key.startsWith(`${id}:`)) blocks.delete(key)
  const before = knownProfile(tableStore.getState().sources[id])
  put(id, { kind: 'reading', bytes: 0, total: 0, before })
  try {
    // Windows of rows are read as the core knows the document: by the edit that is read here.
    if (project !== savedProject && !readOnly) await client.journalProject(docId, project)
    const events = client.readSource(docId, project, id)
    leave.set(id, () => void events[Symbol.asyncIterator]().return?.())
    for await (const event of events) {
      if (!isCurrent()) return
      if (event.kind === 'progress')
        put(id, { kind: 'reading', bytes: event.bytes, total: event.total, before })
      else put(id, { kind: 'ready', profile: event.profile })
    }
  } catch (error) {
    if (isCurrent()) put(id, { kind: 'failed', problem: toProblem(error) })
  }
}

/** Stops the reading of a source that is under way; its place says so. */
export const cancelReading = (id: string): void => {
  if (tableStore.getState().sources[id]?.kind !== 'reading') return
  reading.set(id, ++readings)
  leave.get(id)?.()
  put(id, { kind: 'failed', problem: { code: 'cancelled' } })
}

const readKey = ({ id, file, entry, part, dialect }: Source) =>
  JSON.stringify([id, file, entry, part, dialect ?? null])

/** Whether a source says of any column what it was not read as, or no longer says what it was. */
const isRetyped = (source: Source, before: Source | undefined): boolean => {
  const state = tableStore.getState().sources[source.id]
  if (source.columns === before?.columns || state?.kind !== 'ready') return false
  const types = source.columns ?? {}
  const typed = state.profile.columns.some(
    ({ name, type }) => Object.hasOwn(types, name) && types[name]?.type !== type,
  )
  return typed || Object.keys(before?.columns ?? {}).some((name) => !Object.hasOwn(types, name))
}

/** Reads every source of the open project now, and again whenever a file, a dialect or a column's type changes. Returns the way to stop. */
export const followSources = (): (() => void) => {
  let known = new Map<string, Source>()
  const check = () => {
    const { project } = documentStore.getState()
    const sources = project?.data.sources ?? []
    const changed = sources.filter((source) => {
      const before = known.get(source.id)
      return !before || readKey(before) !== readKey(source) || isRetyped(source, before)
    })
    known = new Map(sources.map((source) => [source.id, source]))
    for (const { id } of changed) void readSource(id)
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
