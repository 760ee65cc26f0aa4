import { classes } from '../classes.ts'
import type { ShownColumn } from './columnPlaces.ts'
import styles from './DataTable.module.css'
import type { DataTableProps } from './DataTable.tsx'
import { onEnter } from './onEnter.ts'
import { ResizeHandle } from './ResizeHandle.tsx'

interface HeaderRowProps extends DataTableProps {
  readonly id: string
  readonly shown: readonly ShownColumn[]
  readonly height: number
  /** In pixels. */
  readonly numberWidth: number
  readonly activeColumn: number | null
}

/** The row of column headers, which stays at the top. */
export function HeaderRow(props: HeaderRowProps) {
  const { id, columns, shown, height, numberWidth, selectedColumn, onColumn, activeColumn, acts } = props
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
            id={`${id}:-1:${index}`}
            role="columnheader"
            aria-colindex={index + 1}
            {...(column.sorted ? { 'aria-sort': column.sorted } : {})}
            className={classes(
              styles['headCell'],
              onColumn && styles['active'],
              selectedColumn === column.id && styles['selected'],
              activeColumn === index && styles['current'],
            )}
            style={{ left, width: size, height }}
            {...(onColumn
              ? { 'aria-selected': selectedColumn === column.id, onClick: () => onColumn(column.id) }
              : {})}
            {...(onColumn && !acts ? { tabIndex: 0, onKeyDown: onEnter(() => onColumn(column.id)) } : {})}
          >
            {column.header}
            {acts && (
              <ResizeHandle width={column.width} onWidth={(width) => acts.onWidth(column.id, width)} />
            )}
          </div>
        )
      })}
    </div>
  )
}
