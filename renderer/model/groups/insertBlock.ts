import { insertFragment } from '../../../shared/edits/insertFragment.ts'
import type { Project } from '../../../shared/project.ts'
import type { SavedBlock } from '../../../shared/savedBlock.ts'
import { cardSize } from '../card/cardSize.ts'
import type { LooseEnd } from '../edits/connectNodes.ts'
import { freePlace, placeBeside } from '../edits/freePlace.ts'
import { connectSeen, landingEdges, mainEnd } from './flowEnds.ts'
import { groupFlowId } from './flowIds.ts'
import { groupAt, groupBeside, seenRects } from './seenGraph.ts'
import { visibleOf } from './visibleOf.ts'

interface Point {
  readonly x: number
  readonly y: number
}

/** Where a block from the library goes. */
export interface BlockPlace {
  /** The middle of its card; without it, beside the anchor, else in the first free place from `middle` down. */
  readonly at: Point | null
  /** The card that it goes beside and is wired to. */
  readonly anchor: string | null
  /** What it is wired to wherever it goes. */
  readonly end: LooseEnd | null
  readonly middle: Point
}

/** A document with one more block, by its group's id. */
interface InsertedBlock {
  readonly project: Project
  readonly group: string
}

const snapped = (value: number) => Math.round(value / 8) * 8

const cornerFor = (project: Project, size: { width: number; height: number }, place: BlockPlace): Point => {
  const { at, anchor, middle } = place
  if (at) return { x: snapped(at.x - size.width / 2), y: snapped(at.y - size.height / 2) }
  const rects = seenRects(project)
  const beside = anchor === null ? undefined : rects.get(anchor)
  return beside
    ? placeBeside([...rects.values()], beside, size, 'right')
    : freePlace([...rects.values()], { ...middle, ...size })
}

/** Adds a saved block as a copy of its own, collapsed, wired to what it was put beside if that has a free end. */
export const insertBlock = (project: Project, block: SavedBlock, place: BlockPlace): InsertedBlock => {
  const root = block.groups[block.root]
  const size = cardSize({ inputs: root?.inputs ?? [], outputs: root?.outputs ?? [] })
  const { x, y } = cornerFor(project, size, place)
  const into = place.anchor === null ? groupAt(project, { x, y }) : groupBeside(project, place.anchor)
  const inserted = insertFragment(project, block, { shift: { x, y }, into })
  const group = inserted.groups.get(block.root) ?? ''
  const end = place.end ?? (place.anchor === null ? null : mainEnd(project, place.anchor))
  const isSeen = visibleOf(inserted.project).blocks.has(group)
  const edges = end && isSeen ? landingEdges(inserted.project, end, groupFlowId(group)) : []
  return { project: connectSeen(inserted.project, edges), group }
}
