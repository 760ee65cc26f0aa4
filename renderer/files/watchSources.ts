import { sourceName } from '../../shared/sourceName.ts'
import { client } from '../client.ts'
import { i18n } from '../i18n/i18n.ts'
import { showSource } from '../store/dataView.ts'
import { documentStore } from '../store/document.ts'
import { sessionStore, showWorkspace } from '../store/session.ts'
import { readSource } from '../store/table.ts'
import { showToast } from '../ui/toasts/toasts.ts'

/** Marks of the files as they were when they were last read, by document, source and file. */
let stamps = new Map<string, string | null>()

const tell = (id: string, name: string, isGone: boolean) => {
  if (sessionStore.getState().workspace === 'data') return
  showToast({
    text: i18n.t(isGone ? 'files.disk.gone' : 'files.disk.changed', { source: name }),
    action: {
      label: i18n.t('files.disk.show'),
      run: () => {
        showSource(id)
        showWorkspace('data')
      },
    },
  })
}

/** Compares the files with what they were, and reads again what changed. */
async function check(): Promise<void> {
  const { docId, project } = documentStore.getState()
  if (docId === null || !project || project.data.sources.length === 0) return
  const found = await client.sourceStamps(docId, project)
  const next = new Map<string, string | null>()
  for (const source of project.data.sources) {
    const key = JSON.stringify([docId, source.id, source.file])
    const stamp = found[source.id] ?? null
    const before = stamps.get(key)
    next.set(key, stamp)
    if (before === undefined || before === stamp) continue
    tell(source.id, sourceName(source), stamp === null)
    void readSource(source.id)
  }
  stamps = next
}

/**
 * Notices data files that change or go while their project is open: looks at them when a source is there for the first
 * time and whenever the window gets the focus back. Data says what is wrong, and offers to find or accept the file.
 */
export const watchSources = (): void => {
  let last: Promise<void> = Promise.resolve()
  // The next look tells what this one could not.
  const look = () => void (last = last.then(check).catch(() => {}))
  documentStore.subscribe((state, before) => {
    if (state.project?.data.sources !== before.project?.data.sources || state.docId !== before.docId) look()
  })
  window.addEventListener('focus', look)
  document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && look())
}
