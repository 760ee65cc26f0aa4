import { seededRandom } from './random.ts'

/** Names of the columns of a square image, row by row. */
export const pixels = (size: number, prefix = 'p') =>
  Array.from({ length: size * size }, (_, index) => `${prefix}${index}`)

interface Digit {
  readonly image: readonly number[]
  readonly label: string
}

const readDigits = (csv: string): Digit[] =>
  csv
    .trimEnd()
    .split('\n')
    .slice(1)
    .map((line) => {
      const cells = line.split(',')
      return { image: cells.slice(0, -1).map(Number), label: cells.at(-1) ?? '' }
    })

/** Between the middles of the old pixels the new ones are mixed in proportion (bilinear); beyond them the border repeats. */
const enlarged = (image: readonly number[], from: number, to: number): number[] => {
  const place = (index: number) => {
    const at = Math.min(from - 1, Math.max(0, ((index + 0.5) * from) / to - 0.5))
    const low = Math.floor(at)
    return { low, high: Math.min(from - 1, low + 1), share: at - low }
  }
  const at = (row: number, column: number) => image[row * from + column] ?? 0
  return Array.from({ length: to * to }, (_, index) => {
    const y = place(Math.floor(index / to))
    const x = place(index % to)
    const top = at(y.low, x.low) * (1 - x.share) + at(y.low, x.high) * x.share
    const bottom = at(y.high, x.low) * (1 - x.share) + at(y.high, x.high) * x.share
    return Math.round(top * (1 - y.share) + bottom * y.share)
  })
}

/** The first digits of the 8 × 8 table, enlarged to 28 × 28. */
export function enlargedDigitsCsv(digits: string, count: number): string {
  const rows = readDigits(digits)
    .slice(0, count)
    .map(({ image, label }) => [...enlarged(image, 8, 28), label].join(','))
  return `${[[...pixels(28), 'digit'].join(','), ...rows].join('\n')}\n`
}

/** Pairs of digits, half of them showing the same digit twice. */
export function pairsCsv(digits: string, count: number, seed: number): string {
  const random = seededRandom(seed)
  const all = readDigits(digits)
  const byLabel = new Map<string, Digit[]>()
  for (const digit of all) byLabel.set(digit.label, [...(byLabel.get(digit.label) ?? []), digit])
  const rows = Array.from({ length: count }, () => {
    const a = random.pick(all)
    const same = random.uniform() < 0.5
    const others = same ? (byLabel.get(a.label) ?? []) : all.filter(({ label }) => label !== a.label)
    return [...a.image, ...random.pick(others).image, same ? 'yes' : 'no'].join(',')
  })
  return `${[[...pixels(8, 'a_'), ...pixels(8, 'b_'), 'same'].join(','), ...rows].join('\n')}\n`
}
