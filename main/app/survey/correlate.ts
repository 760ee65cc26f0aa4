import type { CodedValues } from './columnValues.ts'

/** Fewer pairs than this say nothing. */
const fewestPairs = 3

/** Pearson's r of two columns of numbers over the rows that have both; null where either does not vary. */
export const pearson = (x: Float64Array, y: Float64Array): number | null => {
  let [count, meanX, meanY] = [0, 0, 0]
  for (let row = 0; row < x.length; row++) {
    const [a, b] = [x[row] ?? Number.NaN, y[row] ?? Number.NaN]
    if (!Number.isFinite(a) || !Number.isFinite(b)) continue
    count++
    meanX += (a - meanX) / count
    meanY += (b - meanY) / count
  }
  if (count < fewestPairs) return null
  let [xx, yy, xy] = [0, 0, 0]
  for (let row = 0; row < x.length; row++) {
    const [a, b] = [x[row] ?? Number.NaN, y[row] ?? Number.NaN]
    if (!Number.isFinite(a) || !Number.isFinite(b)) continue
    xx += (a - meanX) ** 2
    yy += (b - meanY) ** 2
    xy += (a - meanX) * (b - meanY)
  }
  const r = xy / Math.sqrt(xx * yy)
  return Number.isFinite(r) ? Math.max(-1, Math.min(1, r)) : null
}

/** The correlation ratio η: the root of the share of a number's variance that lies between the classes. */
export const correlationRatio = ({ codes, values }: CodedValues, y: Float64Array): number | null => {
  const [sums, sizes] = [new Float64Array(values.length), new Float64Array(values.length)]
  let [count, mean] = [0, 0]
  const each = (use: (code: number, value: number) => void) => {
    for (let row = 0; row < codes.length; row++) {
      const [code, value] = [codes[row] ?? -1, y[row] ?? Number.NaN]
      if (code >= 0 && Number.isFinite(value)) use(code, value)
    }
  }
  each((_, value) => {
    count++
    mean += (value - mean) / count
  })
  if (count < fewestPairs) return null
  let total = 0
  each((code, value) => {
    sums[code] = (sums[code] ?? 0) + (value - mean)
    sizes[code] = (sizes[code] ?? 0) + 1
    total += (value - mean) ** 2
  })
  let between = 0
  for (const [code, size] of sizes.entries()) if (size > 0) between += (sums[code] ?? 0) ** 2 / size
  const present = sizes.filter((size) => size > 0).length
  return total > 0 && present > 1 ? Math.sqrt(Math.min(1, between / total)) : null
}

/** Cramér's V of two columns of categories: √(χ² / (n · (min(rows, columns) − 1))) of their table of counts. */
export const cramersV = (left: CodedValues, right: CodedValues): number | null => {
  const width = right.values.length
  const cells = new Map<number, number>()
  const [ofLeft, ofRight] = [new Float64Array(left.values.length), new Float64Array(width)]
  let count = 0
  for (let row = 0; row < left.codes.length; row++) {
    const [a, b] = [left.codes[row] ?? -1, right.codes[row] ?? -1]
    if (a < 0 || b < 0) continue
    count++
    cells.set(a * width + b, (cells.get(a * width + b) ?? 0) + 1)
    ofLeft[a] = (ofLeft[a] ?? 0) + 1
    ofRight[b] = (ofRight[b] ?? 0) + 1
  }
  const present = (sizes: Float64Array) => sizes.filter((size) => size > 0).length
  const smaller = Math.min(present(ofLeft), present(ofRight))
  if (count < fewestPairs || smaller < 2) return null
  // χ² / n = Σ observed² / (row · column) − 1: empty cells add nothing.
  let sum = 0
  for (const [cell, observed] of cells)
    sum += observed ** 2 / ((ofLeft[Math.floor(cell / width)] ?? 1) * (ofRight[cell % width] ?? 1))
  return Math.sqrt(Math.min(1, Math.max(0, sum - 1) / (smaller - 1)))
}
