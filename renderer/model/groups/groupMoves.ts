import type { NodeChange } from '@xyflow/react'
import { groupsAround, groupsWithin } from '../../../shared/groups.ts'
import type { Project } from '../../../shared/project.ts'
import { type CanvasNode, canvasSize, isFrame } from '../canvas/canvasNode.ts'
import type { Rect } from '../edits/freePlace.ts'
import { groupFlowId, groupOfFlowId } from './flowIds.ts'
import { cardOf, nodesOfCard } from './flowSelection.ts'
import { frameRects } from './groupRects.ts'
import { blockPlace } from './seenGraph.ts'
import { visibleOf } from './visibleOf.ts'

interface Place {
  readonly x: number
  readonly y: number
}
type Change = NodeChange<CanvasNode>

/** Everything that is seen in a frame: nodes, blocks, and frames. */
const seenIn = (project: Project, group: string): ReadonlySet<string> => {
  const { tree } = visibleOf(project)
  const nodes = nodesOfCard(project, groupFlowId(group)).map((id) => cardOf(project, id))
  return new Set([...nodes, ...groupsWithin(tree, group).slice(1).map(groupFlowId)])
}

/** With every move of a frame, the same move of all that is seen in it. */
export const withFrameMoves = (
  project: Project,
  nodes: readonly CanvasNode[],
  changes: readonly Change[],
): Change[] => {
  const known = new Map(nodes.map((node) => [node.id, node]))
  const moved = new Set(changes.flatMap((change) => (change.type === 'position' ? [change.id] : [])))
  return changes.flatMap((change): Change[] => {
    const frame = change.type === 'position' ? known.get(change.id) : undefined
    const group = frame && isFrame(frame) ? groupOfFlowId(project, frame.id) : null
    if (change.type !== 'position' || !change.position || !frame || group === null) return [change]
    const by = { x: change.position.x - frame.position.x, y: change.position.y - frame.position.y }
    const along = [...seenIn(project, group)].flatMap((id): Change[] => {
      const node = known.get(id)
      if (!node || moved.has(id)) return []
      const position = { x: node.position.x + by.x, y: node.position.y + by.y }
      return [{ ...change, id, position }]
    })
    return [change, ...along]
  })
}

/** Nodes' new places from those of cards: a block moves all nodes in it, a frame none itself. */
export const nodePlaces = (
  project: Project,
  places: Readonly<Record<string, Place>>,
): Readonly<Record<string, Place>> => {
  const { blocks } = visibleOf(project)
  return Object.fromEntries(
    Object.entries(places).flatMap(([id, place]) => {
      const group = groupOfFlowId(project, id)
      if (group === null) return [[id, place] as const]
      const members = blocks.get(group)?.members ?? []
      const from = blockPlace(project, members)
      return members.flatMap((member) => {
        const node = project.nodes[member]
        return node ? [[member, { x: node.x + place.x - from.x, y: node.y + place.y - from.y }] as const] : []
      })
    }),
  )
}

const rectOf = (node: CanvasNode | undefined): Rect | undefined =>
  node && { ...node.position, ...canvasSize(node) }

/** The canvas' nodes with every frame around where its nodes are now, as while one of them is dragged. */
export const followFrames = (project: Project, nodes: CanvasNode[]): CanvasNode[] => {
  const visible = visibleOf(project)
  if (visible.frames.length === 0) return nodes
  const known = new Map(nodes.map((node) => [node.id, node]))
  const rects = frameRects(
    visible,
    (id) => rectOf(known.get(id)),
    (group) => rectOf(known.get(groupFlowId(group))),
  )
  return nodes.map((node) => {
    const group = isFrame(node) ? groupOfFlowId(project, node.id) : null
    const rect = group === null ? undefined : rects.get(group)
    if (!rect) return node
    const { x, y, width, height } = rect
    const isSame =
      node.position.x === x && node.position.y === y && node.width === width && node.height === height
    return isSame ? node : ({ ...node, position: { x, y }, width, height } as CanvasNode)
  })
}

/** Whether a card stands in a group, however deep. */
export const isInGroup = (project: Project, card: string, group: string): boolean => {
  const own = groupOfFlowId(project, card)
  const { tree } = visibleOf(project)
  const direct = own === null ? (project.nodes[card]?.group ?? null) : (tree.parents.get(own) ?? null)
  return groupsAround(tree, direct).includes(group)
}
