import { useEffect } from 'react'
import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'

/** What is shown beside the rows. */
export type DetailsTab = 'column' | 'split' | 'source' | 'checks' | 'steps'

interface DataView {
  readonly source: string | null
  readonly tab: DetailsTab
  /** Selected column by source. */
  readonly columns: Readonly<Record<string, string>>
  /** Widths the user gave columns, in rem, by source and column. */
  readonly widths: Readonly<Record<string, Readonly<Record<string, number>>>>
  /** Several columns selected at once, by source; none while it is one. */
  readonly picked: Readonly<Record<string, readonly string[]>>
  /** The row that was last asked to be shown. */
  readonly jump: RowJump | null
  /** The details are to be opened where they are a drawer. */
  readonly isOpening: boolean
}
/** A wish to see a row of a source's file, counted from 0; another object for each wish. */
export interface RowJump {
  readonly source: string
  readonly row: number
  readonly column?: string
}
const dataView = createStore<DataView>(() => ({
  source: null,
  tab: 'column',
  columns: {},
  picked: {},
  widths: {},
  jump: null,
  isOpening: false,
}))

/** The source that was looked at last; it may be gone. */
export const useShownSource = (): string | null => useStore(dataView, ({ source }) => source)
/** Looks at a source. */
export const showSource = (source: string): void => dataView.setState({ source })

/** What was shown last beside the rows. */
export const useDetailsTab = (): DetailsTab => useStore(dataView, ({ tab }) => tab)
/** Shows something else beside the rows. */
export const showDetails = (tab: DetailsTab): void => dataView.setState({ tab })

/** Shows something beside the rows, and opens it where it is a drawer. */
export const openDetails = (tab: DetailsTab): void => dataView.setState({ tab, isOpening: true })
/** Calls back for each wish to open the details, one that waits included. */
export const useDetailsOpening = (open: () => void): void => {
  const isOpening = useStore(dataView, (state) => state.isOpening)
  useEffect(() => {
    if (!isOpening) return
    open()
    dataView.setState({ isOpening: false })
  }, [isOpening, open])
}

/** The column of a source that was selected last; it may be gone. */
export const useSelectedColumn = (source: string): string | null =>
  useStore(dataView, ({ columns }) => columns[source] ?? null)
/** Selects a column of a source. */
export const selectColumn = (source: string, column: string): void => pickColumns(source, [column])

const nobody: readonly string[] = []
/** The columns of a source that are selected at once; empty while it is one. */
export const usePickedColumns = (source: string): readonly string[] =>
  useStore(dataView, ({ picked }) => picked[source] ?? nobody)
/** Selects columns of a source, the last of them foremost. */
export const pickColumns = (source: string, names: readonly string[]): void =>
  dataView.setState(({ columns, picked }) => ({
    columns: names.length === 0 ? columns : { ...columns, [source]: names.at(-1) ?? '' },
    picked: { ...picked, [source]: names.length > 1 ? names : nobody },
  }))

const noWidths: Readonly<Record<string, number>> = {}
/** Widths the user gave columns of a source, in rem. */
export const useColumnWidths = (source: string): Readonly<Record<string, number>> =>
  useStore(dataView, ({ widths }) => widths[source] ?? noWidths)
/** Gives a column a width in rem; null for its usual one. */
export const setColumnWidth = (source: string, column: string, width: number | null): void =>
  dataView.setState(({ widths }) => {
    const { [column]: _, ...others } = widths[source] ?? noWidths
    return { widths: { ...widths, [source]: width === null ? others : { ...others, [column]: width } } }
  })

/** The row that was last asked to be shown. */
export const useRowJump = (): RowJump | null => useStore(dataView, ({ jump }) => jump)
/** Asks for a row to be shown. */
export const jumpToRow = (jump: RowJump): void => dataView.setState({ jump })
