import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import type { FoundCell, TableView } from '../../shared/tableView.ts'
import { client } from '../client.ts'
import { documentStore } from './document.ts'

/** A search in the table that is shown. */
export interface TableSearch {
  readonly isOpen: boolean
  /** The field is to have the focus: the user opened the search. */
  readonly isAsked: boolean
  readonly text: string
  readonly match: FoundCell | null
  /** How many cells have the text; null while that is not known. */
  readonly count: number | null
  /** How far the search is, from 0 to 1; null when none is under way. */
  readonly share: number | null
}

const nothing: TableSearch = {
  isOpen: false,
  isAsked: false,
  text: '',
  match: null,
  count: null,
  share: null,
}
const store = createStore<TableSearch>(() => nothing)
let turn = 0

/** The search in the table that is shown. */
export const useTableSearch = (): TableSearch => useStore(store)
/** Opens the search and asks for the focus in its field. */
export const openTableSearch = (): void => store.setState({ isOpen: true, isAsked: true })
/** The field has the focus that was asked for. */
export const focusedTableSearch = (): void => store.setState({ isAsked: false })
/** Closes the search, keeping its text. */
export const closeTableSearch = (): void => {
  turn++
  store.setState({ isOpen: false, share: null })
}
/** Another text to look for: what was found no longer counts. */
export const setTableSearch = (text: string): void => {
  turn++
  store.setState({ text, match: null, count: null, share: null })
}

/** What was found no longer counts: other rows are shown, or in another order. */
export const forgetFound = (): void => {
  turn++
  store.setState({ match: null, count: null, share: null })
}

interface From {
  readonly row: number
  readonly column: number
}

/** Looks for the next cell of a view that has the text, or the one before it; null when none has it or another search began. */
export async function findInTable(
  source: string,
  view: TableView,
  from: From,
  backwards: boolean,
): Promise<FoundCell | null> {
  const { docId } = documentStore.getState()
  const { text } = store.getState()
  const mine = ++turn
  if (docId === null || text === '') return null
  const isCurrent = () => turn === mine
  try {
    for await (const event of client.findInSource(docId, source, view, { text, ...from, backwards })) {
      if (!isCurrent()) return null
      if (event.kind === 'progress') store.setState({ share: event.share })
      else {
        store.setState({ match: event.match, count: event.count, share: null })
        return event.match
      }
    }
  } catch {
    // The table itself says when its file can't be read.
    if (isCurrent()) store.setState({ share: null })
  }
  return null
}
