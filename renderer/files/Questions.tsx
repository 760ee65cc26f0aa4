import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { FileHandle, OpenedProject } from '../../shared/contract.ts'
import type { Project } from '../../shared/project.ts'
import { client } from '../client.ts'
import { problemText } from '../i18n/problemText.ts'
import { clearDocument, currentDocId, documentStore } from '../store/document.ts'
import { sessionStore, showDialog } from '../store/session.ts'
import { Button } from '../ui/buttons/Button.tsx'
import { Dialog } from '../ui/overlay/Dialog.tsx'
import { attempt } from './attempt.ts'
import { openFile, show } from './opening.ts'
import { overwrite, save, saveAs } from './saving.ts'

const close = () => showDialog(null)
/** Closes the dialog, then acts: the next dialog must not be closed with it. */
const closing = (run: () => void) => () => {
  close()
  run()
}

interface QuestionProps {
  readonly title: string
  readonly text: string
  readonly children: ReactNode
}

function Question({ title, text, children }: QuestionProps) {
  const { t } = useTranslation()
  return (
    <Dialog
      title={title}
      closeLabel={t('app.cancel')}
      size="small"
      role="alertdialog"
      onClose={close}
      footer={children}
    >
      <p>{text}</p>
    </Dialog>
  )
}

/** Opens the file again as it is now; the page's edits to it are given up. */
const reload = () =>
  attempt(async () => {
    const { place } = documentStore.getState()
    const recent = (await client.listRecent()).find((project) => project.place === place)
    if (!recent) return showDialog({ kind: 'open' })
    // Read once beside the open document: a file that cannot be read must not cost the edits.
    const trial = await client.openProject(recent.handle)
    await client.closeProject(trial.docId)
    await client.closeProject(currentDocId())
    const opened = await client.openProject(recent.handle)
    // It is closed already: `show` must not close it again.
    clearDocument()
    show(opened, sessionStore.getState().workspace)
  })

/** A save was refused: the file is newer, or another window may write it. */
export function ConflictDialog({ code }: { readonly code: 'changedElsewhere' | 'openElsewhere' }) {
  const { t } = useTranslation()
  return (
    <Question
      title={t(code === 'changedElsewhere' ? 'files.conflict.title' : 'files.conflict.elsewhere')}
      text={problemText({ code })}
    >
      {code === 'changedElsewhere' && <Button onPress={closing(reload)}>{t('files.conflict.reload')}</Button>}
      <Button onPress={closing(() => saveAs())}>{t('files.conflict.saveAs')}</Button>
      <Button variant="danger" onPress={closing(overwrite)}>
        {t(code === 'changedElsewhere' ? 'files.conflict.overwrite' : 'files.conflict.takeOver')}
      </Button>
    </Question>
  )
}

/** Before something that closes a document with unsaved edits. */
export function UnsavedDialog({ next }: { readonly next: () => void }) {
  const { t } = useTranslation()
  return (
    <Question title={t('files.unsaved.title')} text={t('files.unsaved.text')}>
      <Button onPress={close}>{t('app.cancel')}</Button>
      <Button onPress={closing(next)}>{t('files.unsaved.discard')}</Button>
      <Button variant="primary" onPress={closing(() => save(next))}>
        {t('files.unsaved.save')}
      </Button>
    </Question>
  )
}

interface RestoreProps {
  readonly opened: OpenedProject
  readonly unsaved: Project
}

/** Edits were left by a session that ended without saving. */
export function RestoreDialog({ opened, unsaved }: RestoreProps) {
  const { t } = useTranslation()
  return (
    <Question title={t('files.restore.title')} text={t('files.restore.text', { name: opened.project.name })}>
      <Button onPress={() => show(opened, 'model')}>{t('files.restore.discard')}</Button>
      <Button variant="primary" autoFocus onPress={() => show(opened, 'model', unsaved)}>
        {t('files.restore.restore')}
      </Button>
    </Question>
  )
}

interface BrokenProps {
  readonly text: string
  readonly backup: FileHandle | undefined
}

/** A project that can't be read, and its backup when that one is good. */
export function BrokenDialog({ text, backup }: BrokenProps) {
  const { t } = useTranslation()
  return (
    <Question
      title={t('files.broken.title')}
      text={backup === undefined ? text : `${text} ${t('files.broken.backupText')}`}
    >
      <Button onPress={close}>{t('app.close')}</Button>
      {backup !== undefined && (
        <Button variant="primary" onPress={closing(() => openFile(backup))}>
          {t('files.broken.openBackup')}
        </Button>
      )}
    </Question>
  )
}
