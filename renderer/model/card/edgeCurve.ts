/** A cubic curve: start, two control points, end. */
export interface Curve {
  readonly from: Point
  readonly first: Point
  readonly second: Point
  readonly to: Point
}
interface Point {
  readonly x: number
  readonly y: number
}

const curvature = 0.25

/** How far a control point lies from its end; behind an edge that runs backwards the curve swings out. */
const reach = (distance: number) => (distance >= 0 ? distance / 2 : curvature * 25 * Math.sqrt(-distance))

/** The curve of an edge that leaves to the right and arrives from the left, the same as React Flow's. */
export const edgeCurve = (from: Point, to: Point): Curve => {
  const offset = reach(to.x - from.x)
  return { from, first: { x: from.x + offset, y: from.y }, second: { x: to.x - offset, y: to.y }, to }
}

/** The middle of a curve, where its label stands. */
export const curveMiddle = ({ from, first, second, to }: Curve): Point => ({
  x: (from.x + 3 * first.x + 3 * second.x + to.x) / 8,
  y: (from.y + 3 * first.y + 3 * second.y + to.y) / 8,
})
