import { onGrid } from '../onGrid.ts'
import type { ElkExtendedEdge, ElkNode } from 'elkjs/lib/elk-api.js'

/** A card to lay out, in canvas units; `ins` and `outs` are how far down its ports are. `frame` is the one it lies in. */
export interface Box {
  readonly id: string
  readonly width: number
  readonly height: number
  readonly ins: readonly number[]
  readonly outs: readonly number[]
  readonly frame?: string | undefined
}
/** An edge by the indices of its ports. */
export interface Link {
  readonly from: string
  readonly out: number
  readonly to: string
  readonly in: number
}
/** A frame around boxes and other frames; it is kept clear of everything else. */
export interface Frame {
  readonly id: string
  readonly parent?: string | undefined
}
/** What is to be laid out. Ids of boxes and frames are all different; no frame lies in itself. */
export interface LayoutProblem {
  readonly boxes: readonly Box[]
  readonly links: readonly Link[]
  readonly frames: readonly Frame[]
}
/** Top left corners by id, boxes only. */
export type Places = Readonly<Record<string, { readonly x: number; readonly y: number }>>

const settings = {
  'elk.algorithm': 'layered',
  'elk.direction': 'RIGHT',
  'elk.hierarchyHandling': 'INCLUDE_CHILDREN',
  // The canvas draws its own edges, so the cheapest routing will do.
  'elk.edgeRouting': 'POLYLINE',
  'elk.layered.thoroughness': '3',
  'elk.layered.spacing.nodeNodeBetweenLayers': '96',
  'elk.spacing.nodeNode': '40',
  'elk.spacing.edgeNode': '24',
}
/** Room inside a frame: its title, and a margin. */
const framePadding = { 'elk.padding': '[top=56,left=32,bottom=32,right=32]' }

const portId = (box: string, side: 'in' | 'out', index: number) => JSON.stringify([box, side, index])

const asNode = ({ id, width, height, ins, outs }: Box): ElkNode => ({
  id,
  width,
  height,
  layoutOptions: { 'elk.portConstraints': 'FIXED_POS' },
  ports: [
    ...ins.map((y, index) => ({
      id: portId(id, 'in', index),
      x: 0,
      y,
      layoutOptions: { 'elk.port.side': 'WEST' },
    })),
    ...outs.map((y, index) => ({
      id: portId(id, 'out', index),
      x: width,
      y,
      layoutOptions: { 'elk.port.side': 'EAST' },
    })),
  ],
})

/** The problem in ELK's words. Links of boxes or ports that are not there are left out. */
export const elkGraph = ({ boxes, links, frames }: LayoutProblem): ElkNode => {
  const byId = new Map(boxes.map((box) => [box.id, box]))
  const known = new Set(frames.map(({ id }) => id))
  const inside = new Map<string | undefined, ElkNode[]>([[undefined, []]])
  for (const id of known) inside.set(id, [])
  const put = (frame: string | undefined, node: ElkNode) =>
    (inside.get(frame) ?? inside.get(undefined))?.push(node)
  for (const box of boxes) put(box.frame, asNode(box))
  for (const { id, parent } of frames)
    put(parent, { id, children: inside.get(id) ?? [], layoutOptions: framePadding })
  const edges = links.flatMap(({ from, out, to, in: port }, index): ElkExtendedEdge[] => {
    const hasPorts = byId.get(from)?.outs[out] !== undefined && byId.get(to)?.ins[port] !== undefined
    if (!hasPorts || from === to) return []
    return [{ id: `edge ${index}`, sources: [portId(from, 'out', out)], targets: [portId(to, 'in', port)] }]
  })
  return { id: 'graph', children: inside.get(undefined) ?? [], edges, layoutOptions: settings }
}

/** Where ELK put the boxes, on the grid, the leftmost and topmost at the given corner. */
export const placesIn = (
  graph: ElkNode,
  { boxes }: LayoutProblem,
  corner: { readonly x: number; readonly y: number },
): Places => {
  const wanted = new Set(boxes.map(({ id }) => id))
  const found: [string, { x: number; y: number }][] = []
  const walk = ({ children = [] }: ElkNode, left: number, top: number) => {
    for (const child of children) {
      const x = left + (child.x ?? 0)
      const y = top + (child.y ?? 0)
      if (wanted.has(child.id)) found.push([child.id, { x, y }])
      else walk(child, x, y)
    }
  }
  walk(graph, 0, 0)
  const left = Math.min(...found.map(([, { x }]) => x))
  const top = Math.min(...found.map(([, { y }]) => y))
  return Object.fromEntries(
    found.map(([id, { x, y }]) => [id, { x: onGrid(corner.x + x - left), y: onGrid(corner.y + y - top) }]),
  )
}
