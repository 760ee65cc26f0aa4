import type { FileHandle, OpenedProject, PickedFile } from '../../shared/contract.ts'
import { endingOf } from '../../shared/dataFiles.ts'
import { type ProblemCode, toProblem } from '../../shared/problems.ts'
import type { Project } from '../../shared/project.ts'
import { client } from '../client.ts'
import { problemText } from '../i18n/problemText.ts'
import { clearDocument, documentStore, hasUnsavedEdits, showDocument } from '../store/document.ts'
import { resumeRuns } from '../store/runActions.ts'
import { clearRuns } from '../store/runs.ts'
import { selectNodes, sessionStore, showDialog, showWorkspace, type Workspace } from '../store/session.ts'
import { clearTables } from '../store/table.ts'
import { attempt } from './attempt.ts'

/** Project files that can't be read, as opposed to failures on the way. */
const broken: readonly ProblemCode[] = ['notAProject', 'projectTooDeep', 'projectTooLarge', 'projectTooNew']

/** Puts an opened document on screen, in place of the one before. */
export const show = (opened: OpenedProject, workspace: Workspace, project?: Project): void => {
  const before = documentStore.getState().docId
  clearRuns()
  clearTables()
  selectNodes([])
  showDocument(opened, project)
  showWorkspace(workspace)
  showDialog(null)
  if (before !== null && before !== opened.docId) attempt(() => client.closeProject(before))
  attempt(resumeRuns)
}

/** Opens a document from the core and shows it; unsaved edits from an earlier session are offered first. */
async function open(ask: () => Promise<OpenedProject>, workspace: Workspace): Promise<void> {
  const opened = await ask()
  if (opened.unsaved) showDialog({ kind: 'restore', opened, unsaved: opened.unsaved })
  else show(opened, workspace)
}

/** Does something that closes the open document: at once when no edit is unsaved, else after the user decided. */
export const leaving = (next: () => void): void => {
  if (hasUnsavedEdits(documentStore.getState())) showDialog({ kind: 'unsaved', next })
  else next()
}

/** Opens a project file. A broken one says what is wrong and offers its backup. */
export const openFile = (handle: FileHandle): void =>
  attempt(async () => {
    try {
      await open(() => client.openProject(handle), 'model')
    } catch (error) {
      const problem = toProblem(error)
      if (!broken.includes(problem.code)) throw error
      const backup = problem.values?.['backup']
      const text = problemText(problem)
      showDialog({ kind: 'broken', text, ...(typeof backup === 'string' ? { backup } : {}) })
    }
  })

/** Opens a chosen project, or asks where a chosen pack is to be unpacked. */
export const openPicked = (file: PickedFile): void => {
  if (endingOf(file.name) === 'loompack') showDialog({ kind: 'openPack', file })
  else openFile(file.handle)
}

/** Opens an example as an untitled copy. */
export const openExample = (id: string): void => attempt(() => open(() => client.openExample(id), 'model'))

/** Opens an empty project. */
export const openNew = (): void => attempt(() => open(() => client.newProject(), 'data'))

/** The system's dialog on the desktop, a dialog of ours in the browser. */
export const chooseProject = (): void => {
  if (sessionStore.getState().host === 'serve') return showDialog({ kind: 'open' })
  attempt(async () => {
    const picked = await client.pickFile('project')
    if (picked) openPicked(picked)
  })
}

/** Closes the open document and shows the start page. */
export const closeDocument = (): void => {
  const { docId } = documentStore.getState()
  clearDocument()
  clearRuns()
  clearTables()
  if (docId !== null) attempt(() => client.closeProject(docId))
}
