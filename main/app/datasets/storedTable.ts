import { closeSync, openSync, readFileSync, readSync } from 'node:fs'
import { join } from 'node:path'
import { ProblemError } from '../../../shared/problems.ts'
import type { Column, Table, TableProfile } from '../../../shared/table.ts'

/** The format of stored tables; part of their folders' names, so that an older one is read anew. */
export const storedFormat = 5

/** What `profile.json` in a stored table's folder holds. `kinds` are in the order of `profile.columns`. */
export interface StoredProfile {
  readonly format: typeof storedFormat
  readonly profile: TableProfile
  readonly kinds: readonly Column['kind'][]
}

/** The files of column number `index` of a stored table. */
export const storedFiles = (dir: string, index: number) => ({
  numbers: join(dir, `${index}.f64`),
  codes: join(dir, `${index}.codes`),
  dictionary: join(dir, `${index}.dict.json`),
  parts: join(dir, `${index}.parts`),
})

/** Reads what a stored table's folder says of it. */
export const readStoredProfile = (dir: string): StoredProfile =>
  JSON.parse(readFileSync(join(dir, 'profile.json'), 'utf8')) as StoredProfile

/**
 * Reads columns of a data set that was parsed before. Its folder holds `profile.json` (`StoredProfile`), and for column
 * i, counted from 0 in the order of the profile, either `<i>.f64` (a little-endian float64 a row, NaN is missing) or
 * `<i>.codes` (a little-endian int32 a row, −1 is missing) with `<i>.dict.json` (an array of strings the codes count in).
 * Beside the latter `<i>.parts` lets a window of rows be read without the whole dictionary, see `StoredDictionary`.
 * Throws `columnMissing` for a name the table does not have.
 */
export const readStoredTable = (dir: string, columnNames: readonly string[] | 'all'): Promise<Table> =>
  Promise.resolve().then(() => {
    const { profile, kinds } = readStoredProfile(dir)
    const indices = new Map(profile.columns.map(({ name }, index) => [name, index]))
    const columns = new Map<string, Column>()
    for (const name of columnNames === 'all' ? indices.keys() : columnNames) {
      const index = indices.get(name)
      if (index === undefined) throw new ProblemError('columnMissing', { column: name })
      columns.set(name, readColumn(dir, name, index, kinds[index], profile.rows))
    }
    return { rows: profile.rows, columns }
  })

const readColumn = (
  dir: string,
  name: string,
  index: number,
  kind: Column['kind'] | undefined,
  rows: number,
): Column => {
  const files = storedFiles(dir, index)
  if (kind === 'number') return { kind, name, values: readInto(files.numbers, new Float64Array(rows), 0) }
  return {
    kind: 'text',
    name,
    codes: readInto(files.codes, new Int32Array(rows), 0),
    dictionary: readDictionary(files.dictionary),
  }
}

/** Reads a column's dictionary. */
export const readDictionary = (file: string): readonly string[] =>
  JSON.parse(readFileSync(file, 'utf8')) as readonly string[]

/** Fills an array with what a file holds from row `from` on; throws when the file is too short. */
export const readInto = <T extends Float64Array | Int32Array | Uint8Array>(
  file: string,
  into: T,
  from: number,
): T => {
  const fd = openSync(file, 'r')
  try {
    readBytes(
      fd,
      new Uint8Array(into.buffer, into.byteOffset, into.byteLength),
      from * into.BYTES_PER_ELEMENT,
    )
    return into
  } finally {
    closeSync(fd)
  }
}

/** Fills an array with the bytes of an open file from a position on; throws when the file is too short. */
export const readBytes = (fd: number, bytes: Uint8Array, position: number): void => {
  for (let at = 0; at < bytes.length; ) {
    const count = readSync(fd, bytes, at, Math.min(bytes.length - at, 2 ** 30), position + at)
    if (count === 0) throw new Error(`a stored column ends at byte ${position + at}`)
    at += count
  }
}
