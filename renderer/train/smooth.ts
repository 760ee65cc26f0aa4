import type { Point } from './downsample.ts'

/**
 * Exponential moving average with the bias at the start taken out (Kingma & Ba, "Adam", 2015, section 3).
 * `weight` 0 leaves the line as it is; values that are not finite break the line and are passed over.
 */
export function smooth(points: readonly Point[], weight: number): readonly Point[] {
  if (weight === 0) return points
  let sum = 0
  let norm = 0
  return points.map(({ x, y }) => {
    if (!Number.isFinite(y)) return { x, y }
    sum = weight * sum + (1 - weight) * y
    norm = weight * norm + (1 - weight)
    return { x, y: sum / norm }
  })
}
