import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import type { TablePreview } from '../../shared/contract.ts'
import { type Problem, toProblem } from '../../shared/problems.ts'
import type { Source } from '../../shared/project.ts'
import type { TableProfile } from '../../shared/table.ts'
import { client } from '../client.ts'
import { documentStore } from './document.ts'
import { forgetRows } from './tableRows.ts'
import { clearTableViews, remakeTableView } from './tableViews.ts'

/** What is known of one data source. */
export type SourceState =
  | {
      readonly kind: 'reading'
      readonly bytes: number
      readonly total: number
      /** How it was read before, while it is read again. */
      readonly before: TableProfile | null
      readonly preview: TablePreview | null
    }
  /** The user stopped the reading. */
  | { readonly kind: 'stopped'; readonly preview: TablePreview | null }
  | { readonly kind: 'ready'; readonly profile: TableProfile; readonly preview: TablePreview | null }
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

const put = (id: string, state: SourceState) =>
  tableStore.setState(({ sources }) => ({ sources: { ...sources, [id]: state } }))

/** Forgets all sources: another project is opened. */
export const clearTables = (): void => {
  forgetRows()
  clearTableViews()
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
  forgetRows(id)
  const before = knownProfile(tableStore.getState().sources[id])
  let preview: TablePreview | null = null
  put(id, { kind: 'reading', bytes: 0, total: 0, before, preview })
  // What is wrong with the file is told by its reading.
  client.previewSource(docId, project, id).then(
    (first) => {
      const state = tableStore.getState().sources[id]
      if (!isCurrent() || state?.kind !== 'reading') return
      preview = first
      put(id, { ...state, preview })
    },
    () => undefined,
  )
  try {
    // Windows of rows are read as the core knows the document: by the edit that is read here.
    if (project !== savedProject && !readOnly) await client.journalProject(docId, project)
    const events = client.readSource(docId, project, id)
    leave.set(id, () => void events[Symbol.asyncIterator]().return?.())
    for await (const event of events) {
      if (!isCurrent()) return
      if (event.kind === 'progress') {
        put(id, { kind: 'reading', bytes: event.bytes, total: event.total, before, preview })
        continue
      }
      put(id, { kind: 'ready', profile: event.profile, preview })
      remakeTableView(
        id,
        event.profile.columns.map(({ name }) => name),
      )
    }
  } catch (error) {
    if (isCurrent()) put(id, { kind: 'failed', problem: toProblem(error) })
  }
}

/** Stops the reading of a source that is under way; its first rows stay. */
export const cancelReading = (id: string): void => {
  const state = tableStore.getState().sources[id]
  if (state?.kind !== 'reading') return
  reading.set(id, ++readings)
  leave.get(id)?.()
  put(id, { kind: 'stopped', preview: state.preview })
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
