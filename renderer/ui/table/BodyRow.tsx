import { memo } from 'react'
import { classes } from '../classes.ts'
import type { ShownColumn } from './columnPlaces.ts'
import styles from './DataTable.module.css'
import type { DataTableProps, TableColumn } from './DataTable.tsx'
import { onEnter } from './onEnter.ts'

interface BodyRowProps extends Pick<DataTableProps, 'cell' | 'onRow'> {
  readonly id: string
  readonly row: number
  /** Only to be compared: NaN is never the same. */
  readonly data: unknown
  readonly top: number
  readonly height: number
  readonly columns: readonly TableColumn[]
  readonly shown: readonly ShownColumn[]
  /** In pixels; 0 shows none. */
  readonly numberWidth: number
  readonly number: string
  readonly selectedColumn: string | null
  readonly isSelected: boolean
  readonly activeColumn: number | null
  /** The columns of this row that are in the selected rectangle, both ends included. */
  readonly from: number | null
  readonly to: number | null
}

/** One row of cells; drawn again only when something of it changed. */
export const BodyRow = memo(
  (props: BodyRowProps) => {
    const { id, columns, shown, row, top, height, numberWidth, cell, isSelected, onRow, from, to } = props
    const { activeColumn, selectedColumn } = props
    return (
      <div
        className={classes(styles['row'], onRow && styles['active'], isSelected && styles['selected'])}
        style={{ transform: `translateY(${top}px)`, height, lineHeight: `${height}px` }}
        role="row"
        aria-rowindex={row + 2}
        {...(onRow
          ? {
              tabIndex: 0,
              'aria-selected': isSelected,
              onClick: () => onRow(row),
              onKeyDown: onEnter(() => onRow(row)),
            }
          : {})}
      >
        {numberWidth > 0 && (
          <div className={styles['number']} style={{ width: numberWidth, height }} role="rowheader">
            {props.number}
          </div>
        )}
        {shown.map(({ index, left, size }) => {
          const isInRange = from !== null && to !== null && index >= from && index <= to
          return (
            <div
              key={columns[index]?.id ?? index}
              id={`${id}:${row}:${index}`}
              role="gridcell"
              aria-colindex={index + 1}
              {...(isInRange ? { 'aria-selected': true } : {})}
              className={classes(
                styles['cell'],
                columns[index]?.align === 'end' && styles['end'],
                selectedColumn === columns[index]?.id && styles['inSelected'],
                isInRange && from !== to && styles['inRange'],
                isInRange && from === to && activeColumn !== index && styles['inRange'],
                activeColumn === index && styles['current'],
              )}
              style={{ left, width: size, height }}
            >
              {cell(row, index)}
            </div>
          )
        })}
      </div>
    )
  },
  (one, other) => Object.entries(one).every(([name, value]) => value === other[name as keyof BodyRowProps]),
)
