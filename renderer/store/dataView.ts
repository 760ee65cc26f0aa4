import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'

/** What is shown beside the rows. */
export type DetailsTab = 'column' | 'split' | 'source' | 'checks' | 'steps'

interface DataView {
  readonly source: string | null
  readonly tab: DetailsTab
  /** Selected column by source. */
  readonly columns: Readonly<Record<string, string>>
}
const dataView = createStore<DataView>(() => ({ source: null, tab: 'column', columns: {} }))

/** The source that was looked at last; it may be gone. */
export const useShownSource = (): string | null => useStore(dataView, ({ source }) => source)
/** Looks at a source. */
export const showSource = (source: string): void => dataView.setState({ source })

/** What was shown last beside the rows. */
export const useDetailsTab = (): DetailsTab => useStore(dataView, ({ tab }) => tab)
/** Shows something else beside the rows. */
export const showDetails = (tab: DetailsTab): void => dataView.setState({ tab })

/** The column of a source that was selected last; it may be gone. */
export const useSelectedColumn = (source: string): string | null =>
  useStore(dataView, ({ columns }) => columns[source] ?? null)
/** Selects a column of a source. */
export const selectColumn = (source: string, column: string): void =>
  dataView.setState(({ columns }) => ({ columns: { ...columns, [source]: column } }))
