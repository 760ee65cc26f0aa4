import { closeSync, openSync, writeSync } from 'node:fs'
import { createRandom, type Random } from '../../shared/prep/random.ts'

/** Writes a cell of one column. */
type Cell = (random: Random, row: number) => string | number

const decimals =
  (places: number, scale: number): Cell =>
  (random) =>
    ((random.uniform() - 0.5) * scale).toFixed(places)
const whole =
  (limit: number): Cell =>
  (random) =>
    random.below(limit)

/** Ten columns of numbers as measurements have them: 88 bytes a row. */
export const numbers: readonly Cell[] = [
  (_, row) => row,
  whole(100),
  whole(10_000_000),
  decimals(4, 20),
  decimals(6, 2),
  decimals(3, 2000),
  decimals(2, 200_000),
  decimals(6, 2),
  decimals(4, 2),
  (random) => random.normal(),
]

const colours = ['red', 'green', 'blue', 'dark violet', '초록', '"black, matt"']
const two = (value: number): string => String(value).padStart(2, '0')

/** Ten columns of every kind: numbers, labels, dates, ids, free text, and cells that are missing. */
export const mixed: readonly Cell[] = [
  (_, row) => `customer-${row}`,
  (random) => colours[random.below(colours.length)] as string,
  (random) => `20${two(random.below(25))}-${two(1 + random.below(12))}-${two(1 + random.below(28))}`,
  (random) => (random.below(10) === 0 ? 'NA' : random.below(100_000)),
  decimals(3, 1000),
  (random) => (random.below(2) ? 'yes' : 'no'),
  (random) => `"said ""${random.below(1e9)}"" and left"`,
  whole(1000),
  decimals(5, 10),
  (random) => (random.below(5) === 0 ? '' : random.below(7)),
]

/** A table of so many columns of small numbers, as flattened images are. */
export const pixels = (columns: number): readonly Cell[] => Array.from({ length: columns }, () => whole(256))

/** Writes a seeded table with a header; gives its size in bytes. */
export const writeTable = (file: string, columns: readonly Cell[], rows: number): number => {
  const random = createRandom(4, 'bench')
  const fd = openSync(file, 'w')
  let text = `${columns.map((_, column) => `value ${column + 1}`).join(',')}\n`
  let bytes = 0
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns.length; column++)
      text += `${column > 0 ? ',' : ''}${columns[column]?.(random, row)}`
    text += '\n'
    if (text.length < 2 ** 20 && row < rows - 1) continue
    bytes += writeSync(fd, text)
    text = ''
  }
  closeSync(fd)
  return bytes
}
