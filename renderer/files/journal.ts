import { client, connectionStore } from '../client.ts'
import { documentStore, hasUnsavedEdits, isUnsaved, rejoin } from '../store/document.ts'
import { resumeRuns } from '../store/runActions.ts'
import { attempt } from './attempt.ts'
import { reopenOwn } from './reopenOwn.ts'
import type { Project } from '../../shared/project.ts'

const delay = 1000
const storageKey = 'layerloom.document'

/** The document that this tab had open before it was reloaded. */
export const rememberedDocument = (): string | null => sessionStorage.getItem(storageKey)

const remember = (docId: string | null) => {
  if (docId === null) sessionStorage.removeItem(storageKey)
  else sessionStorage.setItem(storageKey, docId)
}

/** Sends edits to the core's journal within two seconds, so that a crash or a reload loses none, and remembers the tab's document. */
export function keepJournal(): void {
  let timer: ReturnType<typeof setTimeout> | undefined
  let journalled: Project | null = null
  const write = () => {
    timer = undefined
    const state = documentStore.getState()
    const { docId, project, readOnly } = state
    if (docId === null || !project || readOnly || project === journalled || !isUnsaved(state)) return
    journalled = project
    client.journalProject(docId, project).catch(() => {
      // The line broke: written again once it is back, or with the next edit.
      journalled = null
    })
  }
  documentStore.subscribe((state, before) => {
    if (state.docId !== before.docId) remember(state.docId)
    if (state.project !== before.project) timer ??= setTimeout(write, delay)
  })
  // A page that goes away now has no time for a timer.
  window.addEventListener('pagehide', write)
  document.addEventListener('visibilitychange', () => document.visibilityState === 'hidden' && write())
}

/** Desktop: closing the window with unsaved edits asks first. In a browser a reload brings them back by itself. */
export const guardWindow = (): void =>
  window.addEventListener('beforeunload', (event) => {
    if (hasUnsavedEdits(documentStore.getState())) event.preventDefault()
  })

/** After the line to the core broke and is back: takes up the document and its run again. */
export function rejoinAfterLoss(): void {
  connectionStore.subscribe(({ generation }, before) => {
    const { docId, project } = documentStore.getState()
    if (generation === before.generation || generation === 1 || docId === null || !project) return
    attempt(async () => {
      const opened = await reopenOwn(docId)
      rejoin(opened)
      if (!opened.readOnly) await client.journalProject(opened.docId, project)
      await resumeRuns()
    })
  })
}
