import type { Node } from '@xyflow/react'
import type { Note, Project } from '../../../shared/project.ts'
import { i18n } from '../../i18n/i18n.ts'

/** A note as React Flow holds it; `note` is its id in the document. */
export type NoteNode = Node<
  { readonly note: string; readonly text: string; readonly language: string },
  'note'
>

const prefix = 'note:'

/** A note's id among everything on the canvas. */
export const noteNodeId = (note: string): string => `${prefix}${note}`

/** The note that an id on the canvas stands for; null for everything else. */
export const noteOf = (id: string): string | null => (id.startsWith(prefix) ? id.slice(prefix.length) : null)

/** Size of a note that has none in the document, in canvas units. */
export const defaultNoteSize = { width: 240, height: 96 } as const

const fresh = (
  note: string,
  { text, x, y, width, height }: Note,
  selected: boolean,
  language: string,
): NoteNode => ({
  id: noteNodeId(note),
  type: 'note',
  position: { x, y },
  width: width ?? defaultNoteSize.width,
  height: height ?? defaultNoteSize.height,
  data: { note, text, language },
  ariaLabel: i18n.t('model.note.label', { text: text.slice(0, 200) || i18n.t('model.note.empty') }),
  selected,
  // Behind the cards and their edges.
  zIndex: -1,
})

const isUpToDate = (node: NoteNode, next: NoteNode): boolean =>
  (node.dragging === true || (node.position.x === next.position.x && node.position.y === next.position.y)) &&
  node.width === next.width &&
  node.height === next.height &&
  node.data.text === next.data.text &&
  node.data.language === next.data.language &&
  Boolean(node.selected) === next.selected

/** The document's notes for React Flow; one that has not changed stays the same object. `selection` holds their ids. */
export const reconcileNotes = (
  previous: readonly NoteNode[],
  notes: Project['notes'],
  selection: ReadonlySet<string>,
  language: string,
): NoteNode[] => {
  const known = new Map(previous.map((node) => [node.data.note, node]))
  return Object.entries(notes).map(([id, note]) => {
    const next = fresh(id, note, selection.has(id), language)
    const node = known.get(id)
    if (!node) return next
    if (isUpToDate(node, next)) return node
    return { ...node, ...next, ...(node.dragging ? { position: node.position } : {}) }
  })
}
