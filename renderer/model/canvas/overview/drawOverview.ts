import type { OverviewColour } from './overviewColours.ts'
import type { OverviewPaths } from './overviewPaths.ts'

/** Where the canvas is looked at from: shift in pixels, and scale. */
export type Transform = readonly [x: number, y: number, zoom: number]

/** Widths in canvas units, as cards have them, and the least pixels they take. */
const hueWidth = { units: 8, pixels: 2.5 }
const edgeWidth = { units: 4, pixels: 0.7 }
const ringWidth = { units: 8, pixels: 2 }

/** Draws the graph's paths as seen through a transform, at a number of dots a pixel. */
export const drawOverview = (
  context: CanvasRenderingContext2D,
  paths: OverviewPaths,
  colours: Readonly<Record<OverviewColour, string>>,
  [x, y, zoom]: Transform,
  dots: number,
): void => {
  const inUnits = ({ units, pixels }: { units: number; pixels: number }) => Math.max(units, pixels / zoom)
  const stroke = (path: Path2D, colour: OverviewColour, width: number) => {
    context.strokeStyle = colours[colour]
    context.lineWidth = width
    context.stroke(path)
  }
  const fill = (path: Path2D, colour: OverviewColour) => {
    context.fillStyle = colours[colour]
    context.fill(path)
  }
  context.setTransform(1, 0, 0, 1, 0, 0)
  context.clearRect(0, 0, context.canvas.width, context.canvas.height)
  context.setTransform(zoom * dots, 0, 0, zoom * dots, x * dots, y * dots)
  fill(paths.frames, 'surface-selected')
  stroke(paths.frames, 'line-strong', 1 / zoom)
  fill(paths.notes, 'warn-soft')
  stroke(paths.edges, 'line-control', inUnits(edgeWidth))
  stroke(paths.wrongEdges, 'danger-mark', inUnits(edgeWidth))
  stroke(paths.litEdges, 'accent-mark', inUnits(edgeWidth))
  fill(paths.cards, 'surface-panel')
  stroke(paths.cards, 'line-strong', 1 / zoom)
  const hue = inUnits(hueWidth)
  context.translate(hue / 2, 0)
  for (const [colour, path] of paths.hues) stroke(path, colour, hue)
  context.translate(-hue / 2, 0)
  stroke(paths.problems, 'danger-mark', inUnits(ringWidth))
  stroke(paths.selected, 'accent-mark', inUnits(ringWidth))
}
