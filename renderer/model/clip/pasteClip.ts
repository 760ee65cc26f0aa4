import { insertFragment } from '../../../shared/edits/insertFragment.ts'
import { uniqueName } from '../../../shared/names.ts'
import type { Note, Project } from '../../../shared/project.ts'
import { type Clip, clipSchema } from './copyNodes.ts'

const noteCopies = (
  { notes }: Project,
  clip: Clip,
  shift: { readonly x: number; readonly y: number },
): Record<string, Note> => {
  const copies: Record<string, Note> = {}
  for (const [id, note] of Object.entries(clip.notes)) {
    const base = id.replace(/_\d+$/, '') || id
    const copy = uniqueName(base, (name) => Object.hasOwn(notes, name) || Object.hasOwn(copies, name))
    copies[copy] = { ...note, x: note.x + shift.x, y: note.y + shift.y }
  }
  return copies
}

/**
 * Adds a clip with layers, nodes, edges, groups and notes of its own, moved by `shift`, to a group if one is given; calls
 * that share a layer in the clip share the copy. Names are made free.
 */
export const pasteClip = (
  project: Project,
  clip: Clip,
  shift: { readonly x: number; readonly y: number },
  into?: string,
): { readonly project: Project; readonly nodes: readonly string[]; readonly notes: readonly string[] } => {
  const inserted = insertFragment(project, clip, { shift, into })
  const notes = noteCopies(project, clip, shift)
  return {
    project: { ...inserted.project, notes: { ...project.notes, ...notes } },
    nodes: inserted.nodes,
    notes: Object.keys(notes),
  }
}

/** The clip in a piece of text, or null when it holds none. */
export const readClip = (text: string): Clip | null => {
  if (text.length > 5_000_000 || !text.includes('"layerloom"')) return null
  try {
    const result = clipSchema.safeParse(JSON.parse(text))
    return result.success ? result.data : null
  } catch {
    return null
  }
}
