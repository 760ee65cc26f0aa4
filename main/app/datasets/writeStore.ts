import { closeSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import type { Column } from '../../../shared/table.ts'
import { writeProblem } from '../files/fileProblem.ts'
import { pause, type TableWithProfile } from './readTable.ts'
import { isWholeStore } from './store.ts'
import { entriesPerPart } from './storedDictionary.ts'
import { type StoredProfile, storedFiles, storedFormat } from './storedTable.ts'

/**
 * Writes a parsed table (format: see `readStoredTable`) to a folder: into a temporary one beside it first, then renamed,
 * so that a folder of this name is always whole. Throws `diskFull`, `writeFailed`, `cancelled`.
 */
export const writeStore = async (
  dir: string,
  { profile, table }: TableWithProfile,
  signal: AbortSignal | undefined,
): Promise<void> => {
  const temporary = `${dir}.${process.pid}-${Date.now()}-${crypto.randomUUID().slice(0, 8)}.tmp`
  try {
    mkdirSync(temporary, { recursive: true })
    const columns = [...table.columns.values()]
    for (const [index, column] of columns.entries()) {
      await pause(signal)
      writeColumn(temporary, index, column)
    }
    const stored: StoredProfile = { format: storedFormat, profile, kinds: columns.map(({ kind }) => kind) }
    writeParts(join(temporary, 'profile.json'), [JSON.stringify(stored)])
    moveIntoPlace(temporary, dir)
  } catch (error) {
    rmSync(temporary, { recursive: true, force: true })
    throw error instanceof Error && 'code' in error ? writeProblem(error, dir) : error
  }
}

const writeColumn = (dir: string, index: number, column: Column): void => {
  const files = storedFiles(dir, index)
  if (column.kind === 'number') return writeParts(files.numbers, [column.values])
  writeParts(files.codes, [column.codes])
  const starts: number[] = []
  writeParts(files.dictionary, dictionaryParts(column.dictionary, starts))
  writeParts(files.parts, [Float64Array.from(starts)])
}

/** The dictionary as JSON, part by part; notes where in the file each part starts and, last, where the file ends. */
function* dictionaryParts(dictionary: readonly string[], starts: number[]): Generator<string> {
  yield '['
  let at = 1
  for (let from = 0; from < dictionary.length; from += entriesPerPart) {
    starts.push(at)
    const end = from + entriesPerPart < dictionary.length ? ',' : ''
    const part = JSON.stringify(dictionary.slice(from, from + entriesPerPart)).slice(1, -1) + end
    yield part
    at += Buffer.byteLength(part)
  }
  starts.push(at + (dictionary.length === 0 ? 0 : 1))
  yield ']'
}

const writeParts = (file: string, parts: Iterable<string | Float64Array | Int32Array>): void => {
  const fd = openSync(file, 'wx')
  try {
    for (const part of parts) {
      const bytes =
        typeof part === 'string'
          ? Buffer.from(part)
          : Buffer.from(part.buffer, part.byteOffset, part.byteLength)
      for (let at = 0; at < bytes.length; )
        at += writeSync(fd, bytes, at, Math.min(bytes.length - at, 2 ** 26))
    }
    fsyncSync(fd)
  } finally {
    closeSync(fd)
  }
}

/** Renames the finished folder; when another process was first, its folder holds the same and this one goes. */
const moveIntoPlace = (temporary: string, dir: string): void => {
  try {
    renameSync(temporary, dir)
  } catch (error) {
    if (!isWhole(dir)) {
      rmSync(dir, { recursive: true, force: true })
      renameSync(temporary, dir)
    } else rmSync(temporary, { recursive: true, force: true })
    if (!isWhole(dir)) throw error
  }
}

const isWhole = (dir: string): boolean => {
  try {
    return isWholeStore(dir)
  } catch {
    return false
  }
}
