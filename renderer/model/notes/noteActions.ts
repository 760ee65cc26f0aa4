import { createStore } from 'zustand/vanilla'
import { addNote } from '../../../shared/edits/notes.ts'
import { edit } from '../../store/document.ts'
import { canvasStore } from '../canvas/canvasStore.ts'
import { seenRects } from '../groups/seenGraph.ts'
import { freePlace } from '../edits/freePlace.ts'
import { selectHere } from '../canvas/selectHere.ts'
import { defaultNoteSize } from './noteNodes.ts'

/** The note whose text is being written; null for none. */
export const noteStore = createStore<{ readonly writing: string | null }>(() => ({ writing: null }))

/** Lets the user write in the one selected note. */
export const writeNote = (): void => {
  const [writing = null] = canvasStore.getState().selectedNotes
  noteStore.setState({ writing })
}

/** Puts an empty note at the free place below a point of the canvas, selects it and lets the user write. */
export const addNoteAt = ({ x, y }: { readonly x: number; readonly y: number }): void => {
  let note: string | null = null
  edit((project) => {
    const notes = Object.values(project.notes).map((one) => ({ ...defaultNoteSize, ...one }))
    const taken = [...seenRects(project).values(), ...notes]
    const added = addNote(project, { text: '', ...freePlace(taken, { x, y, ...defaultNoteSize }) })
    note = added.note
    return added.project
  })
  if (note === null) return
  selectHere([])
  canvasStore.setState({ selectedNotes: new Set([note]), selectedEdges: new Set() })
  noteStore.setState({ writing: note })
}
