import { uniqueName } from '../names.ts'
import { type Note, noteSchema, type Project } from '../project.ts'
import { checked, patched } from './check.ts'

/** Puts a note on the canvas. Throws valueInvalid for what the format refuses. */
export const addNote = (
  project: Project,
  note: Note,
): { readonly project: Project; readonly note: string } => {
  const id = uniqueName('note', (candidate) => Object.hasOwn(project.notes, candidate))
  const notes = { ...project.notes, [id]: checked(noteSchema, note, 'note') }
  return { project: { ...project, notes }, note: id }
}

/** Changes notes' texts, places and sizes, by id; those that are gone are ignored. Throws valueInvalid. */
export const setNotes = (project: Project, patches: Readonly<Record<string, Partial<Note>>>): Project => {
  const changed: Record<string, Note> = {}
  for (const [id, patch] of Object.entries(patches)) {
    const note = Object.hasOwn(project.notes, id) ? project.notes[id] : undefined
    const next = note && patched(note, patch)
    if (next && next !== note) changed[id] = checked(noteSchema, next, 'note')
  }
  return Object.keys(changed).length ? { ...project, notes: { ...project.notes, ...changed } } : project
}

/** The document without these notes. */
export const removeNotes = (project: Project, ids: readonly string[]): Project => {
  if (!ids.some((id) => Object.hasOwn(project.notes, id))) return project
  const notes = Object.fromEntries(Object.entries(project.notes).filter(([id]) => !ids.includes(id)))
  return { ...project, notes }
}
