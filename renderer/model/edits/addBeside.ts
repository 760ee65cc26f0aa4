import type { Added } from '../../../shared/edits/addNode.ts'
import { connect } from '../../../shared/edits/connect.ts'
import { findNode, inputPorts, outputPorts } from '../../../shared/graph.ts'
import type { Project } from '../../../shared/project.ts'
import { cardSize } from '../card/cardSize.ts'
import { addEntry } from './addEntry.ts'
import { landingEdge } from './connectNodes.ts'
import { freePlace, placeBeside, type Rect } from './freePlace.ts'

/** Size of a node's card, from its ports alone. */
const sizeOf = (project: Project, id: string) => {
  const node = findNode(project, id)
  const ports = {
    inputs: (node && inputPorts(project, node)) ?? [],
    outputs: (node && outputPorts(project, node)) ?? [],
  }
  return cardSize(ports)
}

/** Where every node's card lies. */
export const nodeRects = (project: Project): ReadonlyMap<string, Rect> =>
  new Map(Object.entries(project.nodes).map(([id, { x, y }]) => [id, { x, y, ...sizeOf(project, id) }]))

const moved = ({ project, node }: Added, place: { readonly x: number; readonly y: number }): Added => {
  const before = findNode(project, node)
  return before
    ? { project: { ...project, nodes: { ...project.nodes, [node]: { ...before, ...place } } }, node }
    : { project, node }
}

/** Connects the new node to the one before it, if that has a result which nothing uses yet. */
const linked = ({ project, node }: Added, from: string): Project => {
  const source = findNode(project, from)
  const port = source && (outputPorts(project, source) ?? [])[0]
  const isUsed = project.edges.some((edge) => edge.from === from && edge.out === port?.name)
  if (!port || isUsed) return project
  const edge = landingEdge(project, { node: from, port: port.name, side: 'source' }, node)
  return edge ? connect(project, edge) : project
}

/**
 * Adds a palette entry right of the selected node and, when that one's result is still unused, wired to it. Without a
 * selected node it goes to the first free place from `otherwise` down.
 */
export const addBeside = (
  project: Project,
  type: string,
  selected: string | undefined,
  otherwise: { readonly x: number; readonly y: number },
): Added => {
  const rects = nodeRects(project)
  const anchor = selected === undefined ? undefined : rects.get(selected)
  const added = addEntry(project, type, otherwise)
  const size = sizeOf(added.project, added.node)
  const taken = [...rects.values()]
  if (!anchor || selected === undefined) return moved(added, freePlace(taken, { ...otherwise, ...size }))
  const placed = moved(added, placeBeside(taken, anchor, size))
  return { project: linked(placed, selected), node: added.node }
}
