import { statSync, utimesSync } from 'node:fs'
import type { Column, TableProfile } from '../../../shared/table.ts'
import { tableRows } from './cells.ts'
import { readScattered } from './readScattered.ts'
import { StoredDictionary } from './storedDictionary.ts'
import { readInto, readStoredProfile, storedFiles, storedFormat } from './storedTable.ts'

type Read = <T extends Float64Array<ArrayBuffer> | Int32Array<ArrayBuffer>>(file: string, into: T) => T

/** A parsed data set on disk, read in windows of rows. */
export class ColumnStore {
  readonly dir: string
  readonly profile: TableProfile
  readonly #kinds: readonly Column['kind'][]
  readonly #dictionaries = new Map<number, StoredDictionary>()

  private constructor(dir: string) {
    const stored = readStoredProfile(dir)
    this.dir = dir
    this.profile = stored.profile
    this.#kinds = stored.kinds
  }

  /** Opens a stored table and marks it as used; null when its folder is absent or not whole. */
  static open(dir: string): ColumnStore | null {
    try {
      if (!isWholeStore(dir)) return null
      const now = new Date()
      utimesSync(dir, now, now)
      return new ColumnStore(dir)
    } catch {
      return null
    }
  }

  /** The cells of up to `count` rows from row `from` on, a row an array, as they are shown; null is missing. */
  rows(from: number, count: number): readonly (readonly (string | null)[])[] {
    const most = Math.max(0, Math.min(count, this.profile.rows - from))
    return this.#read(most, (file, into) => readInto(file, into, from))
  }

  /** The cells of these rows, in this order; see `rows`. */
  rowsAt(rows: readonly number[]): readonly (readonly (string | null)[])[] {
    return this.#read(rows.length, (file, into) => readScattered(file, into, rows))
  }

  #read(count: number, read: Read): readonly (readonly (string | null)[])[] {
    const columns = this.profile.columns.map(({ name }, index): Column => {
      const files = storedFiles(this.dir, index)
      if (this.#kinds[index] === 'number')
        return { kind: 'number', name, values: read(files.numbers, new Float64Array(count)) }
      const codes = read(files.codes, new Int32Array(count))
      return { kind: 'text', name, codes, dictionary: this.#dictionary(index).entries(codes) }
    })
    return tableRows(columns, count)
  }

  #dictionary(index: number): StoredDictionary {
    const held = this.#dictionaries.get(index)
    if (held) return held
    const dictionary = new StoredDictionary(storedFiles(this.dir, index))
    this.#dictionaries.set(index, dictionary)
    return dictionary
  }
}

/** Whether a folder holds a stored table of this format with all its columns' rows; throws when it is absent. */
export const isWholeStore = (dir: string): boolean => {
  const { format, profile, kinds } = readStoredProfile(dir)
  if (format !== storedFormat || kinds.length !== profile.columns.length) return false
  return kinds.every((kind, index) => {
    const files = storedFiles(dir, index)
    return kind === 'number'
      ? statSync(files.numbers).size === profile.rows * 8
      : statSync(files.codes).size === profile.rows * 4 &&
          statSync(files.dictionary).size > 1 &&
          statSync(files.parts).size >= 8
  })
}
