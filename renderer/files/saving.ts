import type { FileHandle } from '../../shared/contract.ts'
import { toProblem } from '../../shared/problems.ts'
import { client } from '../client.ts'
import { currentDocId, currentProject, documentStore, end, markMoved, markSaved } from '../store/document.ts'
import { sessionStore, showDialog } from '../store/session.ts'
import { attempt } from './attempt.ts'

/** What to do once the document is saved, when saving was a condition for something else. */
type Next = (() => void) | undefined

async function saveInPlace(overwrite: boolean, next: Next): Promise<void> {
  end()
  const project = currentProject()
  const { revision } = documentStore.getState()
  try {
    const saved = await client.saveProject(currentDocId(), project, revision, { overwrite })
    markSaved(project, saved.revision)
    next?.()
  } catch (error) {
    const { code } = toProblem(error)
    if (code !== 'changedElsewhere' && code !== 'openElsewhere') throw error
    showDialog({ kind: 'conflict', code })
  }
}

/** Saves under this handle and goes on there. Rejects with `fileExists` unless `overwrite`. */
export async function saveTo(handle: FileHandle, overwrite: boolean): Promise<void> {
  end()
  const project = currentProject()
  markMoved(project, await client.saveProjectAs(currentDocId(), project, handle, { overwrite }))
}

/** Asks for a place, saves there and goes on with `next`. */
export const saveAs = (next?: () => void): void => {
  const { host } = sessionStore.getState()
  if (host === 'serve') return showDialog({ kind: 'saveAs', ...(next ? { next } : {}) })
  attempt(async () => {
    const picked = await client.pickSave('project', currentProject().name || 'model')
    if (!picked) return
    // The system's dialog has already asked before it names a file that exists.
    await saveTo(picked.handle, true)
    next?.()
  })
}

/** Saves, asking for a place when there is none yet, and goes on with `next`; not when the save is refused or given up. */
export const save = (next?: () => void): void => {
  const { place, readOnly } = documentStore.getState()
  if (place === null) saveAs(next)
  else if (readOnly) showDialog({ kind: 'conflict', code: 'openElsewhere' })
  else attempt(() => saveInPlace(false, next))
}

/** Saves over a file that changed elsewhere, or takes it over from another window. */
export const overwrite = (): void => attempt(() => saveInPlace(true, undefined))
