import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import type { OpenedProject } from '../../shared/contract.ts'
import { mirrorTied } from '../../shared/edits/mirrorTied.ts'
import { type Problem, ProblemError } from '../../shared/problems.ts'
import type { Project } from '../../shared/project.ts'
import { emptyHistory, type History, recorded, stepped } from './history.ts'

/** What is open, as the page holds it. All null and empty while nothing is open. */
export interface DocumentState {
  readonly docId: string | null
  readonly project: Project | null
  /** The document as it stands in the file; the same object as `project` when there is nothing to save. */
  readonly savedProject: Project | null
  readonly revision: number
  readonly place: string | null
  readonly runsPlace: string
  readonly readOnly: boolean
  readonly history: History<Project>
}

const closed: DocumentState = {
  docId: null,
  project: null,
  savedProject: null,
  revision: 0,
  place: null,
  runsPlace: '',
  readOnly: false,
  history: emptyHistory,
}

/** The open document: what is saved, and what can be undone. */
export const documentStore = createStore<DocumentState>(() => closed)

/** The document before a gesture that is still going on. */
let held: Project | null = null

/** Shows a document that the core opened; `project` replaces what the core gave, as edits taken back do. */
export const showDocument = (opened: OpenedProject, project: Project = opened.project): void => {
  held = null
  const { docId, revision, place, runsPlace, readOnly } = opened
  documentStore.setState({
    docId,
    project,
    savedProject: opened.edited ? null : opened.project,
    revision,
    place,
    runsPlace,
    readOnly,
    history: emptyHistory,
  })
}

/** Nothing is open any more. */
export const clearDocument = (): void => {
  held = null
  documentStore.setState(closed)
}

/** After a save: `project` is what the file now holds. */
export const markSaved = (project: Project, revision: number): void =>
  documentStore.setState({ savedProject: project, revision, readOnly: false })

/** The document with its data files where another one has them; names of untitled documents follow their file's. */
const movedTo = (project: Project, place: Project): Project => ({
  ...project,
  name: place.name,
  data: {
    ...project.data,
    sources: project.data.sources.map((source) => {
      const moved = place.data.sources.find(({ id }) => id === source.id)
      return moved ? { ...source, file: moved.file } : source
    }),
  },
})

/** After Save as: the core may have renamed the document and moved its data; edits made meanwhile, and undo, are kept. */
export const markMoved = (saved: Project, opened: OpenedProject): void =>
  documentStore.setState(({ project, history }) => {
    const { docId, revision, place, runsPlace, readOnly } = opened
    const move = (doc: Project) => (doc === saved ? opened.project : movedTo(doc, opened.project))
    return {
      docId,
      revision,
      place,
      runsPlace,
      readOnly,
      project: project && move(project),
      savedProject: opened.project,
      history: { past: history.past.map(move), future: history.future.map(move) },
    }
  })

/** After the line to the core was mended: it may have lost the right to write, and knows the file's revision. */
export const rejoin = ({ docId, revision, readOnly }: OpenedProject): void =>
  documentStore.setState({ docId, revision, readOnly })

const applied = (
  project: Project,
  recipe: (project: Project) => Project | Problem,
): Project | { readonly problem: Problem } => {
  try {
    const result = recipe(project)
    return 'code' in result && !('format' in result)
      ? { problem: result as Problem }
      : mirrorTied(project, result as Project)
  } catch (error) {
    if (error instanceof ProblemError) return { problem: error.problem }
    throw error
  }
}

/**
 * Changes the document: one undoable step, or part of the gesture under way. A recipe that returns or throws a problem
 * changes nothing and the problem is returned; null means done. A recipe that returns the document it got is no step.
 * What it does in one of several tied groups is done in the others.
 */
export const edit = (recipe: (project: Project) => Project | Problem): Problem | null => {
  const { project, readOnly, history } = documentStore.getState()
  if (!project || readOnly) return null
  const result = applied(project, recipe)
  if ('problem' in result && !('format' in result)) return result.problem as Problem
  const next = result as Project
  if (next === project) return null
  documentStore.setState({ project: next, history: held ? history : recorded(history, project) })
  return null
}

/** Makes every edit until `end` one step: a drag, a slider, typing in a field. */
export const begin = (): void => {
  held ??= documentStore.getState().project
}

/** Ends the gesture; nothing is recorded when nothing changed. */
export const end = (): void => {
  const { project, history } = documentStore.getState()
  if (held && project && held !== project) documentStore.setState({ history: recorded(history, held) })
  held = null
}

const step = (direction: 'back' | 'forward') => {
  end()
  const { project, history } = documentStore.getState()
  const result = project && stepped(history, project, direction)
  if (result) documentStore.setState({ project: result.doc, history: result.history })
}
/** Takes the last step back. */
export const undo = (): void => step('back')
/** Does again what was taken back. */
export const redo = (): void => step('forward')

/** The open document, outside React. Throws when nothing is open. */
export const currentProject = (): Project => {
  const { project } = documentStore.getState()
  if (!project) throw new Error('No document is open.')
  return project
}

/** The id by which the core knows the open document. Throws when nothing is open. */
export const currentDocId = (): string => {
  const { docId } = documentStore.getState()
  if (docId === null) throw new Error('No document is open.')
  return docId
}

/** A part of the open document; only inside a workspace, where one is open. */
export const useProject = <T>(select: (project: Project) => T): T =>
  useStore(documentStore, ({ project }) => {
    if (!project) throw new Error('No document is open.')
    return select(project)
  })

/** A part of what is known about the open document. */
export const useDocument = <T>(select: (state: DocumentState) => T): T => useStore(documentStore, select)

/** Whether there are edits that are in no file yet. */
export const isUnsaved = ({ project, savedProject, place }: DocumentState): boolean =>
  project !== null && (project !== savedProject || place === null)

/** Whether closing it would lose something the user did; an untouched example is not worth a question. */
export const hasUnsavedEdits = ({ project, savedProject, readOnly }: DocumentState): boolean =>
  project !== null && !readOnly && project !== savedProject
