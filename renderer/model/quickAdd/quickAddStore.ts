import { createStore } from 'zustand/vanilla'
import type { Edge } from '../../../shared/project.ts'
import type { LooseEnd } from '../edits/connectNodes.ts'

interface Point {
  readonly x: number
  readonly y: number
}
/** Where something is to be added, and what it is to be connected to. */
export interface QuickAddRequest {
  /** Where the box opens, in the window's pixels. */
  readonly at: Point
  /** Where on the canvas the new card goes; null for beside the node of `end`, or the first free place in view. */
  readonly place: Point | null
  /** The port that the new node is wired to; null for none. */
  readonly end: LooseEnd | null
  /** The edge that the new node is put on; null for none. */
  readonly edge: Edge | null
}

/** Null while the box is closed. */
export const quickAddStore = createStore<{ readonly request: QuickAddRequest | null }>(() => ({
  request: null,
}))
