import type { Edge } from '../../../shared/project.ts'
import { canvasStore } from './canvasStore.ts'

/** The document's edge behind one of the canvas. */
export const edgeWithId = (id: string): Edge | null =>
  canvasStore.getState().edges.find((edge) => edge.id === id)?.data?.edge ?? null

/** The first edge drawn under one of these points of the screen that may be used; its id on the canvas, or null. */
export const edgeUnder = (
  points: readonly { readonly x: number; readonly y: number }[],
  isAllowed: (edge: Edge) => boolean,
): string | null => {
  const ids = new Set(
    points.flatMap(({ x, y }) =>
      document
        .elementsFromPoint(x, y)
        .flatMap((element) => element.closest<HTMLElement>('.react-flow__edge')?.dataset['id'] ?? []),
    ),
  )
  for (const id of ids) {
    const edge = edgeWithId(id)
    if (edge && isAllowed(edge)) return id
  }
  return null
}
