import { BodyRow } from './BodyRow.tsx'
import type { DataTableProps } from './DataTable.tsx'
import type { CellRange, GridCell } from './gridMoves.ts'
import type { useTableWindow } from './useTableWindow.ts'

interface GridRowsProps {
  readonly id: string
  readonly table: DataTableProps
  readonly view: ReturnType<typeof useTableWindow>
  readonly active: GridCell | null
  readonly range: CellRange | null
}

/** The rows of a table that are in view. */
export function GridRows({ id, table, view, active, range }: GridRowsProps) {
  const { rowNumber, rowData } = table
  const { numberWidth } = view
  return view.rows.map((row) => {
    const isInRange = range !== null && row >= range.top && row <= range.bottom
    return (
      <BodyRow
        key={row}
        id={id}
        row={row}
        data={rowData ? rowData(row) : Number.NaN}
        top={view.topOf(row)}
        height={view.rowSize}
        columns={table.columns}
        shown={view.shown}
        numberWidth={numberWidth}
        number={numberWidth > 0 ? (rowNumber?.(row) ?? String(row + 1)) : ''}
        cell={table.cell}
        selectedColumn={table.selectedColumn ?? null}
        isSelected={table.selectedRow === row}
        onRow={table.onRow}
        activeColumn={active?.row === row ? active.column : null}
        from={isInRange ? range.left : null}
        to={isInRange ? range.right : null}
      />
    )
  })
}
