import type { VisibleGraph } from '../../../shared/blocks.ts'
import type { Rect } from '../edits/freePlace.ts'

/** Room between a frame and what is in it; whole steps of the grid, so that a dragged frame keeps its nodes on it. */
const padding = 24
const titleBar = 32

/** The smallest rectangle around all of these; null around nothing. */
export const boundsOf = (rects: readonly Rect[]): Rect | null => {
  if (rects.length === 0) return null
  const x = Math.min(...rects.map((rect) => rect.x))
  const y = Math.min(...rects.map((rect) => rect.y))
  const right = Math.max(...rects.map((rect) => rect.x + rect.width))
  const bottom = Math.max(...rects.map((rect) => rect.y + rect.height))
  return { x, y, width: right - x, height: bottom - y }
}

/** Where a frame lies around what is seen in it. */
export const framed = ({ x, y, width, height }: Rect): Rect => ({
  x: x - padding,
  y: y - padding - titleBar,
  width: width + 2 * padding,
  height: height + 2 * padding + titleBar,
})

/** Where every frame lies, given where the cards of nodes and blocks do (blocks by their group). */
export const frameRects = (
  { tree, frames }: VisibleGraph,
  nodeRect: (id: string) => Rect | undefined,
  blockRect: (group: string) => Rect | undefined,
): ReadonlyMap<string, Rect> => {
  const rects = new Map<string, Rect>()
  // Inner frames come after outer ones, so they are known first on the way back.
  for (const id of frames.toReversed()) {
    const nodes = (tree.nodes.get(id) ?? []).flatMap((node) => nodeRect(node) ?? [])
    const groups = (tree.groups.get(id) ?? []).flatMap((group) => rects.get(group) ?? blockRect(group) ?? [])
    const bounds = boundsOf([...nodes, ...groups])
    if (bounds) rects.set(id, framed(bounds))
  }
  return rects
}
