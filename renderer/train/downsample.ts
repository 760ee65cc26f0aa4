export interface Point {
  readonly x: number
  readonly y: number
}

/**
 * At most `limit` of the points, chosen so that the line keeps its look: largest triangle three buckets
 * (Steinarsson, "Downsampling Time Series for Visual Representation", 2013). First and last point are kept.
 */
export function downsample(points: readonly Point[], limit: number): readonly Point[] {
  if (points.length <= limit || limit < 3) return points
  const chosen: Point[] = [points[0]!]
  const width = (points.length - 2) / (limit - 2)
  for (let bucket = 0; bucket < limit - 2; bucket++) {
    const start = 1 + Math.floor(bucket * width)
    const end = 1 + Math.floor((bucket + 1) * width)
    const next = average(points, end, Math.min(points.length, 1 + Math.floor((bucket + 2) * width)))
    chosen.push(largestTriangle(points, start, end, chosen.at(-1)!, next))
  }
  chosen.push(points.at(-1)!)
  return chosen
}

function average(points: readonly Point[], start: number, end: number): Point {
  let x = 0
  let y = 0
  for (let index = start; index < end; index++) {
    x += points[index]!.x
    y += points[index]!.y
  }
  return { x: x / (end - start), y: y / (end - start) }
}

function largestTriangle(
  points: readonly Point[],
  start: number,
  end: number,
  before: Point,
  after: Point,
): Point {
  let best = points[start]!
  let largest = -1
  for (let index = start; index < end; index++) {
    const point = points[index]!
    const area = Math.abs(
      (before.x - after.x) * (point.y - before.y) - (before.x - point.x) * (after.y - before.y),
    )
    if (area > largest) {
      largest = area
      best = point
    }
  }
  return best
}
