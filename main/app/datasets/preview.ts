import { setImmediate } from 'node:timers/promises'
import type { TablePreview } from '../../../shared/contract.ts'
import type { Column, ColumnType, Dialect, NumberColumn } from '../../../shared/table.ts'
import { tableRows } from './cells.ts'
import { readCsv } from './csv/readCsv.ts'
import { fewCategories, inferType, type TypeEvidence } from './csv/types.ts'
import { textEvidence } from './profile.ts'

const previewRows = 1000

/** The first 1,000 rows of a file and how it would be read, without waiting for the rest. Throws what `readCsv` throws. */
export const previewTable = async (
  file: string,
  dialect: Partial<Dialect> | undefined,
): Promise<TablePreview> => {
  const steps = readCsv(file, { dialect, mostRows: previewRows, blockBytes: 512 * 1024 })
  for (;;) {
    const step = steps.next()
    if (!step.done) {
      await setImmediate()
      continue
    }
    const { columns, rows, badRows, oddRows } = step.value
    return {
      profile: {
        dialect: step.value.dialect,
        badRows,
        ...(oddRows && { oddRows }),
        columns: columns.map((column) => ({ name: column.name, type: columnType(column) })),
      },
      rows: tableRows(columns, rows),
    }
  }
}

/** A column's type; of numbers no more is counted than it takes to tell. */
const columnType = (column: Column): ColumnType =>
  inferType(column.kind === 'text' ? textEvidence(column) : numberEvidence(column))

const numberEvidence = (column: NumberColumn): TypeEvidence => {
  const { values } = column
  const seen = new Set<number>()
  let missing = 0
  let repeats = false
  // By index: this is done before the platform has learned to do better.
  for (let row = 0; row < values.length; row++) {
    const value = values[row] as number
    if (value !== value) missing++
    else if (!repeats || seen.size <= fewCategories) {
      repeats ||= seen.has(value)
      seen.add(value)
    }
  }
  return {
    column,
    present: column.values.length - missing,
    missing,
    distinct: seen.size,
    counts: new Int32Array(),
  }
}
