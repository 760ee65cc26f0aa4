import type { NumberSummary } from '../../../shared/table.ts'

const bins = 30

/** What is told of a column of numbers, from its values without the missing ones in rising order; at least one value. */
export const summariseNumbers = (sorted: Float64Array): NumberSummary => {
  const min = sorted[0] as number
  const max = sorted.at(-1) as number
  const { mean, std, skewness } = moments(sorted, min, max)
  const quartiles = [quantile(sorted, 0.25), quantile(sorted, 0.5), quantile(sorted, 0.75)] as const
  return {
    min,
    max,
    mean,
    std,
    quartiles,
    ...(skewness !== null && { skewness }),
    outliers: outliers(sorted, quartiles),
    histogram: histogram(sorted, min, max),
  }
}

/**
 * Mean, population standard deviation and skewness (m₃ ∕ m₂^1.5; null when all values are equal), in two passes; scaled
 * where plain sums would overflow or be lost.
 */
const moments = (
  values: Float64Array,
  min: number,
  max: number,
): { mean: number; std: number; skewness: number | null } => {
  const largest = Math.max(Math.abs(min), Math.abs(max))
  const unit = largest > 1e100 || largest < 1e-100 ? largest || 1 : 1
  let sum = 0
  for (const value of values) sum += value / unit
  const mean = sum / values.length
  let squares = 0
  let cubes = 0
  for (const value of values) {
    const difference = value / unit - mean
    const square = difference * difference
    squares += square
    cubes += square * difference
  }
  const std = Math.sqrt(squares / values.length)
  const skewness = min < max && std > 0 ? cubes / values.length / std ** 3 : null
  return { mean: mean * unit, std: std * unit, skewness }
}

/** Linear interpolation between order statistics (Hyndman and Fan's type 7). */
const quantile = (sorted: Float64Array, share: number): number => {
  const place = (sorted.length - 1) * share
  const low = Math.floor(place)
  const below = sorted[low] as number
  const above = sorted[Math.min(low + 1, sorted.length - 1)] as number
  const weight = place - low
  return below === above ? below : below * (1 - weight) + above * weight
}

/** How many values lie further from the quartiles than 1.5 times their distance, below and above (Tukey's fences). */
const outliers = (
  sorted: Float64Array,
  [lower, , upper]: readonly [number, number, number],
): { low: number; high: number } => {
  const range = 1.5 * (upper - lower)
  return {
    low: firstWhere(sorted, (value) => value >= lower - range),
    high: sorted.length - firstWhere(sorted, (value) => value > upper + range),
  }
}

const histogram = (sorted: Float64Array, min: number, max: number): number[] => {
  const range = max - min
  // Halved only where the range would overflow, for halving would blur the smallest numbers.
  const unit = Number.isFinite(range) ? 1 : 2
  const width = max / unit - min / unit
  const binOf = (value: number): number =>
    width === 0 ? 0 : Math.min(bins - 1, Math.floor(((value / unit - min / unit) / width) * bins))
  const starts = Array.from({ length: bins + 1 }, (_, bin) =>
    firstWhere(sorted, (value) => binOf(value) >= bin),
  )
  return Array.from({ length: bins }, (_, bin) => (starts[bin + 1] as number) - (starts[bin] as number))
}

/** The first place from which on all values pass, by bisection. */
const firstWhere = (sorted: Float64Array, passes: (value: number) => boolean): number => {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (passes(sorted[middle] as number)) high = middle
    else low = middle + 1
  }
  return low
}
