import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import { type Problem, toProblem } from '../../shared/problems.ts'
import type { TableView } from '../../shared/tableView.ts'
import { client } from '../client.ts'
import { documentStore } from './document.ts'

/** How the rows of a source are looked at. */
export interface ShownView {
  /** What is wanted; its rows follow when they are sorted out. */
  readonly wanted: TableView
  /** What is shown meanwhile. */
  readonly view: TableView
  /** How many rows the shown view has; null for all. */
  readonly rows: number | null
  /** How many rows were left after each of its filters. */
  readonly left: readonly number[]
  /** How far the wanted view is made, from 0 to 1; null when nothing is under way. */
  readonly share: number | null
  /** Why the wanted view could not be made. */
  readonly problem?: Problem
}

const plain: TableView = { filters: [] }
const nothing: ShownView = { wanted: plain, view: plain, rows: null, left: [], share: null }
const store = createStore<Readonly<Record<string, ShownView>>>(() => ({}))
const turns = new Map<string, number>()

/** How the rows of a source are looked at. */
export const useTableView = (source: string): ShownView => useStore(store, (all) => all[source] ?? nothing)

/** As `useTableView`, once. */
export const tableViewOf = (source: string): ShownView => store.getState()[source] ?? nothing

const put = (source: string, view: ShownView) => store.setState({ [source]: view })
const isPlain = ({ filters, sort }: TableView) => filters.length === 0 && !sort

/** Sorts and filters the rows of a source; what was shown stays until the rows are there. */
export async function setTableView(source: string, wanted: TableView): Promise<void> {
  const turn = (turns.get(source) ?? 0) + 1
  turns.set(source, turn)
  const known = tableViewOf(source)
  if (isPlain(wanted)) return put(source, { ...nothing, wanted, view: wanted })
  const { docId } = documentStore.getState()
  if (docId === null) return undefined
  const base = { ...nothing, view: known.view, rows: known.rows, left: known.left }
  put(source, { ...base, wanted, share: 0 })
  const isCurrent = () => turns.get(source) === turn && documentStore.getState().docId === docId
  try {
    for await (const event of client.viewSource(docId, source, wanted)) {
      if (!isCurrent()) return undefined
      if (event.kind === 'progress') put(source, { ...base, wanted, share: event.share })
      else put(source, { ...nothing, wanted, view: wanted, rows: event.rows, left: event.left })
    }
  } catch (error) {
    if (isCurrent()) put(source, { ...base, wanted: base.view, problem: toProblem(error) })
  }
  return undefined
}

/** Leaves the rows as they are shown. */
export const cancelTableView = (source: string): void => {
  turns.set(source, (turns.get(source) ?? 0) + 1)
  const { view, rows, left } = tableViewOf(source)
  put(source, { ...nothing, wanted: view, view, rows, left })
}

/** Makes the view of a source again, whose file was read anew, without what is said of columns that are gone. */
export const remakeTableView = (source: string, columns: readonly string[]): void => {
  const { wanted } = tableViewOf(source)
  if (isPlain(wanted)) return
  const has = new Set(columns)
  const { sort } = wanted
  void setTableView(source, {
    filters: wanted.filters.filter(({ column }) => has.has(column)),
    ...(sort && has.has(sort.column) ? { sort } : {}),
  })
}

/** Forgets all views: another project is opened. */
export const clearTableViews = (): void => {
  for (const [source, turn] of turns) turns.set(source, turn + 1)
  store.setState({}, true)
}
