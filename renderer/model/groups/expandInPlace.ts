import { setCollapsed } from '../../../shared/edits/groups.ts'
import { moveNodes } from '../../../shared/edits/setValues.ts'
import { membersOf } from '../../../shared/groups.ts'
import type { Project } from '../../../shared/project.ts'
import type { Rect } from '../edits/freePlace.ts'
import { groupFlowId } from './flowIds.ts'
import { isInGroup, nodePlaces } from './groupMoves.ts'
import { seenFrames, seenRects } from './seenGraph.ts'
import { visibleOf } from './visibleOf.ts'

const gap = 48
const grid = 8

const overlaps = (one: Rect, other: Rect) =>
  one.x < other.x + other.width &&
  other.x < one.x + one.width &&
  one.y < other.y + other.height &&
  other.y < one.y + one.height

interface Place {
  readonly x: number
  readonly y: number
}
interface Way {
  readonly axis: 'x' | 'y'
  readonly size: 'width' | 'height'
}

/** Moves what lies behind the block's old place on one axis out of the frame's way. */
const pushed = (project: Project, group: string, block: Rect, { axis, size }: Way): Project => {
  const room = seenFrames(project).get(group)
  if (!room) return project
  const behind = [...seenRects(project)].filter(
    ([id, rect]) => rect[axis] >= block[axis] + block[size] && !isInGroup(project, id, group),
  )
  const inTheWay = behind.filter(([, rect]) => overlaps(rect, room)).map(([, rect]) => rect[axis])
  if (inTheWay.length === 0) return project
  const needed = room[axis] + room[size] + gap - Math.min(...inTheWay)
  const by = Math.ceil(needed / grid) * grid
  const places = behind.map(
    ([id, { x, y }]) => [id, axis === 'x' ? { x: x + by, y } : { x, y: y + by }] as const,
  )
  return moveNodes(project, nodePlaces(project, Object.fromEntries(places)))
}

const shifted = (project: Project, group: string, from: Place, to: Place): Project => {
  const places = membersOf(visibleOf(project).tree, group).flatMap((id) => {
    const node = project.nodes[id]
    return node ? [[id, { x: node.x + to.x - from.x, y: node.y + to.y - from.y }] as const] : []
  })
  return moveNodes(project, Object.fromEntries(places))
}

/** Expands a group in place: its frame's corner is where its block's was, and what the frame would cover moves away. */
export const expandInPlace = (project: Project, group: string): Project => {
  const block = seenRects(project).get(groupFlowId(group))
  const open = setCollapsed(project, group, false)
  const frame = seenFrames(open).get(group)
  return block && frame ? makeRoom(shifted(open, group, frame, block), group, block) : open
}

/** Collapses a group in place: its block's corner is where its frame's was. */
export const collapseInPlace = (project: Project, group: string): Project => {
  const frame = seenFrames(project).get(group)
  const closed = setCollapsed(project, group, true)
  const block = seenRects(closed).get(groupFlowId(group))
  return block && frame ? shifted(closed, group, block, frame) : closed
}

const makeRoom = (project: Project, group: string, block: Rect): Project => {
  const right = pushed(project, group, block, { axis: 'x', size: 'width' })
  return pushed(right, group, block, { axis: 'y', size: 'height' })
}
