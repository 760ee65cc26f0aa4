import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from 'vitest'
import type { ProblemCode } from '../../../shared/problems.ts'
import { columnCells } from './cells.ts'
import { type ReadTableOptions, readTable } from './readTable.ts'

/** A folder that goes when the tests end. */
export const folder = mkdtempSync(join(tmpdir(), 'layerloom-read-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

let files = 0
/** Writes a file of its own. */
export const write = (content: string | Buffer): string => {
  const file = join(folder, `${++files}.csv`)
  writeFileSync(file, content)
  return file
}

/** Reads text or bytes as a data file; cells by column, as they are shown. */
export const read = async (content: string | Buffer, options: ReadTableOptions = {}) => {
  const { profile, table } = await readTable(write(content), options)
  const columns = [...table.columns.values()]
  return {
    profile,
    names: profile.columns.map(({ name }) => name),
    types: profile.columns.map(({ type }) => type),
    kinds: columns.map(({ kind }) => kind),
    cells: columns.map(columnCells),
    bad: profile.badRows.map(({ line, reason }) => [line, reason]),
  }
}

/** So many lines of text. */
export const lines = (count: number, line: (row: number) => string): string =>
  Array.from({ length: count }, (_, row) => line(row)).join('\n')

/** The problem reading a file ends in, null when it is read. */
export const problemOf = async (file: string, options?: ReadTableOptions): Promise<ProblemCode | null> =>
  readTable(file, options).then(
    () => null,
    (error) => error.problem.code,
  )
