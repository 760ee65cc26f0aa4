import type { Added } from '../../../shared/edits/addNode.ts'
import { findNode, inputPorts, outputPorts } from '../../../shared/graph.ts'
import type { Project } from '../../../shared/project.ts'
import { cardSize } from '../card/cardSize.ts'
import { addEntry } from './addEntry.ts'
import type { LooseEnd } from './connectNodes.ts'
import { blockOf, connectSeen, landingEdges, mainEnd } from '../groups/flowEnds.ts'
import { groupAt, groupBeside, seenRects } from '../groups/seenGraph.ts'
import { freePlace, placeBeside } from './freePlace.ts'
import { onGrid } from '../onGrid.ts'

interface Point {
  readonly x: number
  readonly y: number
}

/** Size of a node's card, from its ports alone. */
const sizeOf = (project: Project, id: string) => {
  const node = findNode(project, id)
  const ports = {
    inputs: (node && inputPorts(project, node)) ?? [],
    outputs: (node && outputPorts(project, node)) ?? [],
  }
  return cardSize(ports)
}

const moved = ({ project, node }: Added, place: Point): Added => {
  const before = findNode(project, node)
  return before
    ? { project: { ...project, nodes: { ...project.nodes, [node]: { ...before, ...place } } }, node }
    : { project, node }
}

const wired = ({ project, node }: Added, end: LooseEnd | null): Added => ({
  project: end ? connectSeen(project, landingEdges(project, end, node)) : project,
  node,
})

/** A place in a group; outside all groups without one. */
const inGroup = ({ x, y }: Point, group: string | undefined) => ({
  x,
  y,
  ...(group === undefined ? {} : { group }),
})

/** The end of a node where what is added beside it would be wired: its main output; without outputs, its main input if free. */
export const endBeside = (project: Project, id: string): LooseEnd | null => {
  const block = blockOf(project, id)
  if (block) {
    const [first] = block.outputs
    return first ? { node: id, port: first.name, side: 'source' } : null
  }
  const node = findNode(project, id)
  const [output] = (node && outputPorts(project, node)) ?? []
  if (output) return { node: id, port: output.name, side: 'source' }
  const [input] = (node && inputPorts(project, node)) ?? []
  const isTaken = project.edges.some((edge) => edge.to === id && edge.in === input?.name)
  return input && !isTaken ? { node: id, port: input.name, side: 'target' } : null
}

/** Adds a palette entry at a point of the canvas: its port there when an edge ends at it, else its middle. */
export const addAt = (project: Project, type: string, at: Point, end: LooseEnd | null): Added => {
  const added = addEntry(project, type, inGroup(at, groupAt(project, at)))
  const { width, height } = sizeOf(added.project, added.node)
  const left = end === null ? at.x - width / 2 : end.side === 'source' ? at.x : at.x - width
  return wired(moved(added, { x: onGrid(left), y: onGrid(at.y - height / 2) }), end)
}

/** Adds a palette entry on the free side of the node that it is wired to. */
export const addWired = (project: Project, type: string, end: LooseEnd): Added => {
  const rects = seenRects(project)
  const anchor = rects.get(end.node)
  const added = addEntry(project, type, inGroup({ x: 0, y: 0 }, groupBeside(project, end.node)))
  if (!anchor) return added
  const size = sizeOf(added.project, added.node)
  const side = end.side === 'source' ? 'right' : 'left'
  return wired(moved(added, placeBeside([...rects.values()], anchor, size, side)), end)
}

/** Adds a palette entry at the first free place from a point down. */
export const addFree = (project: Project, type: string, at: Point): Added => {
  const added = addEntry(project, type, at)
  const size = sizeOf(added.project, added.node)
  return moved(added, freePlace([...seenRects(project).values()], { ...at, ...size }))
}

/**
 * Adds a palette entry right of the selected node and, when that one's result is still unused, wired to it. Without a
 * selected node it goes to the first free place from `otherwise` down.
 */
export const addBeside = (
  project: Project,
  type: string,
  selected: string | undefined,
  otherwise: Point,
): Added => {
  const rects = seenRects(project)
  const anchor = selected === undefined ? undefined : rects.get(selected)
  if (!anchor || selected === undefined) return addFree(project, type, otherwise)
  const added = addEntry(project, type, inGroup(otherwise, groupBeside(project, selected)))
  const placed = moved(
    added,
    placeBeside([...rects.values()], anchor, sizeOf(added.project, added.node), 'right'),
  )
  return wired(placed, mainEnd(project, selected))
}
