import { visibleEnds } from '../../../shared/blocks.ts'
import { findNode, inputPorts, outputPorts } from '../../../shared/graph.ts'
import { groupOf, groupsAround, membersOf, wholeGroups } from '../../../shared/groups.ts'
import type { Project } from '../../../shared/project.ts'
import { cardSize } from '../card/cardSize.ts'
import type { Rect } from '../edits/freePlace.ts'
import { groupFlowId, groupOfFlowId } from './flowIds.ts'
import { frameRects } from './groupRects.ts'
import { visibleOf } from './visibleOf.ts'
import { onGrid } from '../onGrid.ts'

interface Place {
  readonly x: number
  readonly y: number
}

/** Where the card of a block stands: in the corner of where its nodes are, on the grid. */
export const blockPlace = ({ nodes }: Pick<Project, 'nodes'>, members: readonly string[]): Place => {
  const first = (values: readonly number[]) => onGrid(Math.min(...values))
  const places = members.flatMap((id) => nodes[id] ?? [])
  return places.length === 0
    ? { x: 0, y: 0 }
    : { x: first(places.map(({ x }) => x)), y: first(places.map(({ y }) => y)) }
}

/** Where the cards that are seen lie, by React Flow's ids: nodes and blocks. */
export const seenRects = (project: Project): ReadonlyMap<string, Rect> => {
  const { hidden, blocks } = visibleOf(project)
  const nodes = Object.entries(project.nodes).flatMap(([id, node]): [string, Rect][] => {
    if (hidden.has(id)) return []
    const ports = { inputs: inputPorts(project, node) ?? [], outputs: outputPorts(project, node) ?? [] }
    return [[id, { x: node.x, y: node.y, ...cardSize(ports) }]]
  })
  const cards = [...blocks].map(([group, block]): [string, Rect] => [
    groupFlowId(group),
    { ...blockPlace(project, block.members), ...cardSize(block) },
  ])
  return new Map([...nodes, ...cards])
}

/** An edge between cards that are seen. */
export interface SeenEdge {
  readonly from: string
  readonly to: string
}

/** The edges that are seen, by React Flow's ids of their ends. */
export const seenEdges = (project: Project): readonly SeenEdge[] => {
  const visible = visibleOf(project)
  return project.edges.flatMap((edge) => {
    const ends = visibleEnds(visible, edge)
    if (!ends) return []
    const { from, to } = ends
    return [
      {
        from: from.block === null ? edge.from : groupFlowId(from.block),
        to: to.block === null ? edge.to : groupFlowId(to.block),
      },
    ]
  })
}

/** Where each frame lies, by group. */
export const seenFrames = (project: Project): ReadonlyMap<string, Rect> => {
  const rects = seenRects(project)
  return frameRects(
    visibleOf(project),
    (id) => rects.get(id),
    (group) => rects.get(groupFlowId(group)),
  )
}

/** The group of what is added beside a card: that which the card stands in. Undefined outside all groups. */
export const groupBeside = (project: Project, card: string): string | undefined => {
  const group = groupOfFlowId(project, card)
  if (group !== null) return visibleOf(project).tree.parents.get(group) ?? undefined
  return findNode(project, card) ? (groupOf(project, card) ?? undefined) : undefined
}

/** The innermost group in which all of a selection stands; a group selected whole stands in the one around it. */
export const groupAround = (project: Project, selection: readonly string[]): string | null => {
  const { tree } = visibleOf(project)
  const whole = wholeGroups(tree, selection)
  const inWhole = new Set(whole.flatMap((group) => membersOf(tree, group)))
  const places = [
    ...whole.map((group) => tree.parents.get(group) ?? null),
    ...selection.filter((id) => !inWhole.has(id)).map((id) => groupOf(project, id)),
  ]
  const chains = places.map((group) => groupsAround(tree, group))
  return chains[0]?.find((group) => chains.every((chain) => chain.includes(group))) ?? null
}

/** The innermost frame around a point of the canvas. */
export const groupAt = (project: Project, { x, y }: Place): string | undefined => {
  const around = [...seenFrames(project)].filter(
    ([, rect]) => x >= rect.x && x <= rect.x + rect.width && y >= rect.y && y <= rect.y + rect.height,
  )
  const frames = visibleOf(project).frames.filter((id) => around.some(([group]) => group === id))
  return frames.at(-1)
}
