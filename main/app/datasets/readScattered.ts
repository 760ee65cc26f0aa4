import { closeSync, openSync } from 'node:fs'
import { readBytes } from './storedTable.ts'

/** Rows that lie at most this far apart are read in one go. */
const nearRows = 512

/** Fills an array with what a file of numbers holds at the given rows, in their order; throws when the file is too short. */
export const readScattered = <T extends Float64Array<ArrayBuffer> | Int32Array<ArrayBuffer>>(
  file: string,
  into: T,
  rows: readonly number[],
): T => {
  const places = rows.map((_, place) => place).sort((one, other) => at(rows, one) - at(rows, other))
  const fd = openSync(file, 'r')
  try {
    for (let from = 0; from < places.length; ) {
      const first = at(rows, at(places, from))
      let to = from + 1
      while (to < places.length && at(rows, at(places, to)) - at(rows, at(places, to - 1)) <= nearRows) to++
      const count = at(rows, at(places, to - 1)) - first + 1
      const part = into instanceof Float64Array ? new Float64Array(count) : new Int32Array(count)
      readBytes(fd, new Uint8Array(part.buffer), first * part.BYTES_PER_ELEMENT)
      for (; from < to; from++) into[at(places, from)] = part[at(rows, at(places, from)) - first] as number
    }
    return into
  } finally {
    closeSync(fd)
  }
}

const at = (list: readonly number[], place: number): number => list[place] as number
