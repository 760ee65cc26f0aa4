import { moveNodes } from '../../../shared/edits/setValues.ts'
import type { Project } from '../../../shared/project.ts'
import type { Rect } from '../edits/freePlace.ts'
import { isInGroup, nodePlaces } from './groupMoves.ts'
import { seenFrames, seenRects } from './seenGraph.ts'

const gap = 48
const grid = 8

const overlaps = (one: Rect, other: Rect) =>
  one.x < other.x + other.width &&
  other.x < one.x + one.width &&
  one.y < other.y + other.height &&
  other.y < one.y + one.height

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

/** The document with what a group that was just expanded would cover moved away, to the right and below. */
export const makeRoom = (project: Project, group: string, block: Rect): Project => {
  const right = pushed(project, group, block, { axis: 'x', size: 'width' })
  return pushed(right, group, block, { axis: 'y', size: 'height' })
}
