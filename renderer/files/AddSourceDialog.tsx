import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { setSourceRole } from '../../shared/edits/manageSources.ts'
import { proposeRole } from '../../shared/edits/proposeRole.ts'
import { addSource, type SourceFile } from '../../shared/edits/sources.ts'
import type { TableProfile } from '../../shared/table.ts'
import { client } from '../client.ts'
import { errorText } from '../i18n/problemText.ts'
import { showDetails, showSource } from '../store/dataView.ts'
import { currentDocId, edit } from '../store/document.ts'
import { showDialog, showWorkspace } from '../store/session.ts'
import { Notice } from '../ui/feedback/Notice.tsx'
import { Dialog } from '../ui/overlay/Dialog.tsx'
import { type ChosenFile, ChooseTable } from './ChooseTable.tsx'
import { ReadingProgress } from './ReadingProgress.tsx'
import { useWholeTable } from './useWholeTable.ts'

/** What a document keeps of a file that was read. */
const knownOf = (
  { file, entry }: Pick<SourceFile, 'file' | 'entry'>,
  { sha256, columns }: TableProfile,
): SourceFile => ({
  file,
  ...(entry === undefined ? {} : { entry }),
  sha256,
  columns: Object.fromEntries(columns.map(({ name, type }) => [name, { type }])),
})

/** One undoable step: the table, and how its rows most likely meet those that are there. */
const add = (found: SourceFile, profile: TableProfile): void => {
  edit((project) => {
    const added = addSource(project, found)
    showSource(added.source)
    if (project.data.sources.length > 0) showDetails('source')
    return setSourceRole(added.project, added.source, proposeRole(project, profile))
  })
  showWorkspace('data')
}

/** Chooses tables, or takes those that were dropped, reads them and adds them to the open project; its graph stays. */
export function AddSourceDialog({ files = [] }: { readonly files?: readonly File[] }) {
  const { t } = useTranslation()
  const [waiting, setWaiting] = useState(files)
  const [problem, setProblem] = useState<string | null>(null)
  const { reading, read, cancel } = useWholeTable()
  const [docId] = useState(currentDocId)
  const close = () => showDialog(null)
  const picked = async (chosen: ChosenFile) => {
    setProblem(null)
    // Not once more when the chooser is shown again.
    const rest = waiting.slice(1)
    setWaiting(rest)
    try {
      const profile = await read(chosen)
      if (!profile) return
      const { file } = await client.addSource(docId, chosen.handle)
      add(knownOf({ file, entry: chosen.entry }, profile), profile)
      if (rest.length === 0) close()
    } catch (error) {
      setWaiting([])
      setProblem(errorText(error))
    }
  }
  const [next] = waiting
  return (
    <Dialog title={t('data.addSource')} closeLabel={t('app.close')} onClose={close}>
      {problem !== null && <Notice tone="danger">{problem}</Notice>}
      {reading ? (
        <ReadingProgress
          reading={reading}
          onCancel={() => {
            cancel()
            setWaiting([])
          }}
        />
      ) : (
        <ChooseTable onPicked={(file) => void picked(file)} docId={docId} {...(next ? { file: next } : {})} />
      )}
    </Dialog>
  )
}
