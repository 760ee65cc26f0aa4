import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import type { TablePreview } from '../../../shared/contract.ts'
import type { TableView } from '../../../shared/tableView.ts'
import { useTableSearch } from '../../store/findInTable.ts'
import { rowOf } from '../../store/tableRows.ts'
import { classes } from '../../ui/classes.ts'
import styles from '../RawTable.module.css'

interface CellsOf {
  readonly source: string
  readonly view: TableView
  readonly preview: TablePreview | null
  /** Another one when rows arrived. */
  readonly version: number
}

const fold = (text: string) => text.normalize('NFC').toLowerCase()

/** What the cells of a source's table show: the rows that are there, else the first ones as they were seen at once. */
export function useCells({ source, view, preview, version }: CellsOf) {
  const { t } = useTranslation()
  const { isOpen, text, match } = useTableSearch()
  const sought = isOpen ? fold(text) : ''
  const found = isOpen ? match : null
  const isPlain = view.filters.length === 0 && !view.sort
  const rowData = useCallback(
    (row: number) => rowOf(source, view, row)?.cells ?? (isPlain ? preview?.rows[row] : undefined),
    // oxlint-disable-next-line react/exhaustive-deps -- rows arrive by version
    [source, view, preview, isPlain, version],
  )
  const cell = useCallback(
    (row: number, column: number) => {
      const cells = rowOf(source, view, row)?.cells ?? (isPlain ? preview?.rows[row] : undefined)
      if (!cells) return <span className={styles['loading']} />
      const value = cells[column] ?? null
      if (value === null) {
        return (
          <span className={styles['missing']} title={t('data.missingCell')}>
            –
          </span>
        )
      }
      const isMatch = found?.row === row && found.column === column
      const isFound = sought !== '' && fold(value).includes(sought)
      if (!isFound && value.length <= 24) return value
      return (
        <span
          className={classes(isFound && styles['found'], isFound && isMatch && styles['match'])}
          title={value.length > 24 ? value : undefined}
        >
          {value}
        </span>
      )
    },
    [source, view, preview, isPlain, sought, found, t],
  )
  const rowNumber = useCallback(
    (row: number) => {
      const known = rowOf(source, view, row)
      return known ? String(known.number + 1) : isPlain ? String(row + 1) : ''
    },
    // oxlint-disable-next-line react/exhaustive-deps -- rows arrive by version
    [source, view, isPlain, version],
  )
  return { cell, rowData, rowNumber }
}
