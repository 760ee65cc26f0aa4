import { setImmediate } from 'node:timers/promises'
import { ProblemError } from '../../../shared/problems.ts'
import type { Column, Table, TableProfile } from '../../../shared/table.ts'
import { type ReadCsv, type ReadOptions, type ReadProgress, readCsv } from './csv/readCsv.ts'
import { NumberSorter } from './numberSorter.ts'
import { profileColumn } from './profile.ts'

/** How to read a data file, and who is told of it. */
export interface ReadTableOptions extends ReadOptions {
  readonly signal?: AbortSignal | undefined
  /** Told after every block: bytes read, and the file's size. A file is read twice when its types turn out otherwise. */
  readonly onProgress?: ((progress: ReadProgress) => void) | undefined
}
/** A data file read whole. */
export interface TableWithProfile {
  readonly profile: TableProfile
  readonly table: Table
}

/** Reads a data file and makes its profile, leaving the event loop a turn after every block; `cancelled` when aborted. */
export const readTable = async (file: string, options: ReadTableOptions = {}): Promise<TableWithProfile> => {
  const steps = readCsv(file, options)
  try {
    for (;;) {
      await pause(options.signal)
      const step = steps.next()
      if (step.done) return await withProfile(step.value, options)
      options.onProgress?.(step.value)
    }
  } finally {
    steps.return(undefined as never)
  }
}

/** Lets other work run, then refuses to go on when aborted. */
export const pause = async (signal: AbortSignal | undefined): Promise<void> => {
  await setImmediate()
  if (signal?.aborted) throw new ProblemError('cancelled')
}

const withProfile = async (
  { columns, rows, bytes, sha256, dialect, badRows, badRowCount, oddRows }: ReadCsv,
  { columnTypes, signal }: ReadTableOptions,
): Promise<TableWithProfile> => {
  const profiles = []
  const sorter = new NumberSorter()
  for (const column of columns) {
    await pause(signal)
    const chosen =
      columnTypes && Object.hasOwn(columnTypes, column.name) ? columnTypes[column.name] : undefined
    profiles.push(profileColumn(column, sorter, chosen))
  }
  return {
    profile: {
      rows,
      bytes,
      sha256,
      dialect,
      columns: profiles,
      badRows,
      badRowCount,
      ...(oddRows && { oddRows }),
    },
    table: { rows, columns: new Map<string, Column>(columns.map((column) => [column.name, column])) },
  }
}
