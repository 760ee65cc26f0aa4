import { closeSync, openSync, statSync } from 'node:fs'
import { readBytes, readDictionary, readInto, type storedFiles } from './storedTable.ts'

/** Strings in a part of a stored dictionary. */
export const entriesPerPart = 64
const longestHeld = 2 ** 20

/**
 * The dictionary of a stored column, of which only what a window of rows needs is read: `<i>.parts` holds, as float64,
 * where in `<i>.dict.json` every 64th string starts, and last the file's length. Small dictionaries are held whole.
 */
export class StoredDictionary {
  readonly #file: string
  readonly #starts: Float64Array
  readonly #whole: readonly string[] | null

  constructor({ dictionary, parts }: Pick<ReturnType<typeof storedFiles>, 'dictionary' | 'parts'>) {
    this.#file = dictionary
    this.#starts = readInto(parts, new Float64Array(statSync(parts).size / 8), 0)
    this.#whole = statSync(dictionary).size <= longestHeld ? readDictionary(dictionary) : null
  }

  /** The dictionary, with at least the strings of these codes in it. */
  entries(codes: Int32Array): readonly string[] {
    if (this.#whole) return this.#whole
    const entries: string[] = []
    const fd = openSync(this.#file, 'r')
    try {
      const read = new Set<number>()
      for (const code of codes) {
        const part = Math.floor(code / entriesPerPart)
        if (code < 0 || read.has(part)) continue
        read.add(part)
        for (const [at, text] of this.#part(fd, part).entries()) entries[part * entriesPerPart + at] = text
      }
      return entries
    } finally {
      closeSync(fd)
    }
  }

  #part(fd: number, part: number): readonly string[] {
    const start = this.#starts[part] as number
    const bytes = Buffer.alloc((this.#starts[part + 1] as number) - 1 - start)
    readBytes(fd, bytes, start)
    return JSON.parse(`[${bytes.toString('utf8')}]`) as string[]
  }
}
