import { edgeCurve } from '../../card/edgeCurve.ts'
import { portPlaces, portSize } from '../../card/portPlaces.ts'
import type { CanvasEdge } from '../canvasEdges.ts'
import { type CanvasNode, canvasSize, isCard, isFrame } from '../canvasNode.ts'
import type { OverviewColour } from './overviewColours.ts'

/** The graph from afar as a few paths in canvas units, each drawn at one go. */
export interface OverviewPaths {
  readonly frames: Path2D
  readonly notes: Path2D
  readonly edges: Path2D
  readonly litEdges: Path2D
  readonly wrongEdges: Path2D
  readonly cards: Path2D
  /** The upright left edges of cards, by the colour of their category. */
  readonly hues: ReadonlyMap<OverviewColour, Path2D>
  readonly problems: Path2D
  readonly selected: Path2D
}

const addBox = (path: Path2D, node: CanvasNode) => {
  const { width, height } = canvasSize(node)
  path.rect(node.position.x, node.position.y, width, height)
}

type Ends = ReadonlyMap<string, { readonly x: number; readonly y: number }>

const endKey = (node: string, side: 'input' | 'output', port: string) => JSON.stringify([node, side, port])

/** Where edges may end, by node and port. */
const endsOf = (nodes: readonly CanvasNode[]): Ends =>
  new Map(
    nodes.filter(isCard).flatMap(({ id, position, data }) =>
      portPlaces(data.card).map(({ name, side, x, y }) => {
        const out = side === 'output' ? portSize / 2 : -portSize / 2
        return [endKey(id, side, name), { x: position.x + x + out, y: position.y + y }] as const
      }),
    ),
  )

const addCurve = (path: Path2D, edge: CanvasEdge, ends: Ends) => {
  const start = ends.get(endKey(edge.source, 'output', edge.sourceHandle ?? ''))
  const end = ends.get(endKey(edge.target, 'input', edge.targetHandle ?? ''))
  if (!start || !end) return
  const { from, first, second, to } = edgeCurve(start, end)
  path.moveTo(from.x, from.y)
  path.bezierCurveTo(first.x, first.y, second.x, second.y, to.x, to.y)
}

const addHue = (hues: Map<OverviewColour, Path2D>, node: CanvasNode) => {
  if (!isCard(node)) return
  const { category } = node.data.card
  const colour = category === 'unknown' || category === 'block' ? 'text-muted' : (`hue-${category}` as const)
  const path = hues.get(colour) ?? new Path2D()
  hues.set(colour, path)
  path.moveTo(node.position.x, node.position.y)
  path.lineTo(node.position.x, node.position.y + canvasSize(node).height)
}

/** The paths of a graph as it stands. */
export const overviewPaths = (nodes: readonly CanvasNode[], edges: readonly CanvasEdge[]): OverviewPaths => {
  const paths = {
    frames: new Path2D(),
    notes: new Path2D(),
    edges: new Path2D(),
    litEdges: new Path2D(),
    wrongEdges: new Path2D(),
    cards: new Path2D(),
    hues: new Map<OverviewColour, Path2D>(),
    problems: new Path2D(),
    selected: new Path2D(),
  }
  for (const node of nodes) {
    addBox(isCard(node) ? paths.cards : isFrame(node) ? paths.frames : paths.notes, node)
    addHue(paths.hues, node)
    if (node.selected) addBox(paths.selected, node)
    if (isCard(node) && node.data.card.problems.length > 0) addBox(paths.problems, node)
  }
  const ends = endsOf(nodes)
  for (const edge of edges) {
    const path = edge.selected ? paths.litEdges : edge.data?.isInvalid ? paths.wrongEdges : paths.edges
    addCurve(path, edge, ends)
  }
  return paths
}
