import type { GraphAnalysis } from '../../../shared/infer.ts'
import type { Note, Project } from '../../../shared/project.ts'
import { type CanvasEdge, canvasEdges } from '../canvas/canvasEdges.ts'
import type { WantedNode } from '../canvas/reconcileNodes.ts'
import { cardSize } from '../card/cardSize.ts'
import type { Rect } from '../edits/freePlace.ts'
import { blockEdges } from '../groups/blockEdges.ts'
import { canvasParts } from '../groups/canvasParts.ts'
import { cardOf } from '../groups/flowSelection.ts'
import { defaultNoteSize } from '../notes/noteNodes.ts'

/** A note and where it lies. */
export interface PictureNote extends Rect {
  readonly text: string
}

/** What a picture shows, as the canvas does: frames, cards of nodes and blocks, edges between them, notes. */
export interface PictureParts {
  readonly frames: readonly WantedNode[]
  readonly cards: readonly WantedNode[]
  readonly edges: readonly CanvasEdge[]
  readonly notes: readonly PictureNote[]
}

const none: ReadonlySet<string> = new Set()

const noteRect = ({ text, x, y, width, height }: Note): PictureNote => ({
  text,
  x,
  y,
  width: width ?? defaultNoteSize.width,
  height: height ?? defaultNoteSize.height,
})

/** Where a part lies. */
export const partRect = ({ x, y, card, size }: WantedNode): Rect => ({ x, y, ...(size ?? cardSize(card)) })

/** The parts of a document's picture; with a selection of nodes, only what shows these and the edges between them. */
export const pictureParts = (
  project: Project,
  analysis: GraphAnalysis,
  language: string,
  selection: readonly string[] = [],
): PictureParts => {
  const all = canvasParts(project, analysis)
  const edges = blockEdges(project, canvasEdges(project, analysis, none, language), none)
  const cards = all.filter(({ kind }) => kind !== 'frame')
  if (selection.length === 0)
    return {
      frames: all.filter(({ kind }) => kind === 'frame'),
      cards,
      edges,
      notes: Object.values(project.notes).map(noteRect),
    }
  const chosen = new Set(selection.map((id) => cardOf(project, id)))
  return {
    frames: [],
    cards: cards.filter(({ id }) => chosen.has(id)),
    edges: edges.filter(({ source, target }) => chosen.has(source) && chosen.has(target)),
    notes: [],
  }
}
