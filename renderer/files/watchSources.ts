import type { Source } from '../../shared/project.ts'
import { sourceName } from '../../shared/sourceName.ts'
import { client } from '../client.ts'
import { i18n } from '../i18n/i18n.ts'
import { showSource } from '../store/dataView.ts'
import { documentStore } from '../store/document.ts'
import { sessionStore, showWorkspace } from '../store/session.ts'
import { readSource, type SourceState, tableStore } from '../store/table.ts'
import { showToast } from '../ui/toasts/toasts.ts'

/** Marks of the files as they were when they were last looked at, by document, source and file. */
let stamps = new Map<string, string | null>()
/** What was said last of a file, so that it is said once. */
const said = new Map<string, string>()

const keyOf = ({ id, file }: Source): string => JSON.stringify([documentStore.getState().docId, id, file])

/** Compares the files with what they were, and reads again what changed. */
async function check(): Promise<void> {
  const { docId, project } = documentStore.getState()
  if (docId === null || !project || project.data.sources.length === 0) return
  const found = await client.sourceStamps(docId, project)
  const next = new Map<string, string | null>()
  for (const source of project.data.sources) {
    const key = keyOf(source)
    const stamp = found[source.id] ?? null
    const before = stamps.get(key)
    next.set(key, stamp)
    if (before !== undefined && before !== stamp) void readSource(source.id)
  }
  stamps = next
}

/** What is wrong with a source that was read: its file is gone, or is not the one that the document knows. */
const flawOf = (source: Source, state: SourceState): 'gone' | 'changed' | null => {
  if (state.kind === 'failed') return state.problem.code === 'fileNotFound' ? 'gone' : null
  const isOther =
    state.kind === 'ready' && source.sha256 !== undefined && source.sha256 !== state.profile.sha256
  return isOther ? 'changed' : null
}

/** Says it to a user who is not looking at the data, where it stands beside the rows. */
function tell(source: Source, state: SourceState): void {
  const flaw = flawOf(source, state)
  const key = keyOf(source)
  const what = flaw === 'changed' && state.kind === 'ready' ? state.profile.sha256 : flaw
  if (what === null || said.get(key) === what) return
  said.set(key, what)
  if (sessionStore.getState().workspace === 'data') return
  showToast({
    text: i18n.t(`files.disk.${flaw === 'gone' ? 'gone' : 'changed'}`, { source: sourceName(source) }),
    action: {
      label: i18n.t('files.disk.show'),
      run: () => {
        showSource(source.id)
        showWorkspace('data')
      },
    },
  })
}

/**
 * Notices data files that change or go, while their project is open and before: looks at them when a source is there for
 * the first time and whenever the window gets the focus back. Data offers to find or accept the file.
 */
export const watchSources = (): void => {
  let last: Promise<void> = Promise.resolve()
  // The next look tells what this one could not.
  const look = () => void (last = last.then(check).catch(() => {}))
  documentStore.subscribe((state, before) => {
    if (state.project?.data.sources !== before.project?.data.sources || state.docId !== before.docId) look()
  })
  tableStore.subscribe(({ sources }, before) => {
    for (const source of documentStore.getState().project?.data.sources ?? []) {
      const state = sources[source.id]
      if (!state || state === before.sources[source.id] || state.kind === 'reading') continue
      if (flawOf(source, state) === null) said.delete(keyOf(source))
      tell(source, state)
    }
  })
  window.addEventListener('focus', look)
  document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && look())
}
