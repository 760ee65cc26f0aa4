import type { KeyboardEvent } from 'react'
import { classes } from '../classes.ts'
import styles from './DataTable.module.css'
import type { DataTableProps } from './DataTable.tsx'

/** A column in view; left and size in pixels. */
interface ShownColumn {
  readonly index: number
  readonly left: number
  readonly size: number
}
interface RowProps extends DataTableProps {
  readonly shown: readonly ShownColumn[]
  readonly height: number
  readonly numberWidth: number
}

const onEnter = (run: () => void) => (event: KeyboardEvent) => {
  if ((event.key === 'Enter' || event.key === ' ') && !event.nativeEvent.isComposing) {
    event.preventDefault()
    run()
  }
}

/** The row of column headers, which stays at the top. */
export function HeaderRow({ columns, shown, height, numberWidth, selectedColumn, onColumn }: RowProps) {
  return (
    <div className={styles['head']} style={{ height }} role="row" aria-rowindex={1}>
      {numberWidth > 0 && (
        <div className={styles['corner']} style={{ width: numberWidth, height }} role="presentation" />
      )}
      {shown.map(({ index, left, size }) => {
        const column = columns[index]
        if (!column) return null
        return (
          <div
            key={column.id}
            role="columnheader"
            aria-colindex={index + 1}
            className={classes(
              styles['headCell'],
              onColumn && styles['active'],
              selectedColumn === column.id && styles['selected'],
            )}
            style={{ left, width: size, height }}
            {...(onColumn
              ? {
                  tabIndex: 0,
                  'aria-selected': selectedColumn === column.id,
                  onClick: () => onColumn(column.id),
                  onKeyDown: onEnter(() => onColumn(column.id)),
                }
              : {})}
          >
            {column.header}
          </div>
        )
      })}
    </div>
  )
}

/** One row of cells. */
export function BodyRow(props: RowProps & { readonly row: number; readonly top: number }) {
  const { columns, shown, row, top, height, numberWidth, cell, selectedColumn, selectedRow, onRow } = props
  return (
    <div
      className={classes(styles['row'], onRow && styles['active'], selectedRow === row && styles['selected'])}
      style={{ transform: `translateY(${top}px)`, height, lineHeight: `${height}px` }}
      role="row"
      aria-rowindex={row + 2}
      {...(onRow
        ? {
            tabIndex: 0,
            'aria-selected': selectedRow === row,
            onClick: () => onRow(row),
            onKeyDown: onEnter(() => onRow(row)),
          }
        : {})}
    >
      {numberWidth > 0 && (
        <div className={styles['number']} style={{ width: numberWidth, height }} role="rowheader">
          {row + 1}
        </div>
      )}
      {shown.map(({ index, left, size }) => (
        <div
          key={columns[index]?.id ?? index}
          role="gridcell"
          aria-colindex={index + 1}
          className={classes(
            styles['cell'],
            columns[index]?.align === 'end' && styles['end'],
            selectedColumn === columns[index]?.id && styles['inSelected'],
          )}
          style={{ left, width: size, height }}
        >
          {cell(row, index)}
        </div>
      ))}
    </div>
  )
}
