import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { toProblem } from '../../shared/problems.ts'
import { client } from '../client.ts'
import { problemText } from '../i18n/problemText.ts'
import { currentProject } from '../store/document.ts'
import { showDialog } from '../store/session.ts'
import { Button } from '../ui/buttons/Button.tsx'
import { Notice } from '../ui/feedback/Notice.tsx'
import { TextField } from '../ui/form/TextField.tsx'
import { Dialog } from '../ui/overlay/Dialog.tsx'
import styles from './SaveAsDialog.module.css'
import { FolderBrowser } from './FolderBrowser.tsx'
import { saveTo } from './saving.ts'

/** What names of files can't have on one system or another. */
const forbidden = /[<>:"/\\|?*\p{Cc}]/gu

const proposed = (name: string) => name.replace(forbidden, ' ').replace(/\s+/g, ' ').trim() || 'model'

interface SavePlace {
  readonly path: string
  readonly name: string
  /** The file, with its ending. */
  readonly file: string
  readonly exists: boolean
  readonly problem: string | null
  readonly isReady: boolean
  readonly setPath: (path: string) => void
  readonly setName: (name: string) => void
  readonly submit: () => void
}

/** The place and name being chosen, and saving there. A file that exists is replaced when asked a second time. */
function useSavePlace(onSaved: () => void): SavePlace {
  const [path, setPath] = useState('')
  const [name, setName] = useState(() => proposed(currentProject().name))
  const [problem, setProblem] = useState<string | null>(null)
  const [exists, setExists] = useState(false)
  const [isBusy, setBusy] = useState(false)
  const file = name.trim().endsWith('.loom') ? name.trim() : `${name.trim()}.loom`
  const isReady = !isBusy && name.trim() !== ''
  const changing = (set: (value: string) => void) => (value: string) => {
    set(value)
    setExists(false)
    setProblem(null)
  }
  const submit = async () => {
    if (!isReady) return
    setBusy(true)
    try {
      const { handle } = await client.placeFile(path, file)
      await saveTo(handle, exists)
      onSaved()
    } catch (error) {
      const found = toProblem(error)
      setExists(found.code === 'fileExists')
      setProblem(problemText(found))
    } finally {
      setBusy(false)
    }
  }
  return {
    path,
    name,
    file,
    exists,
    problem,
    isReady,
    setPath: changing(setPath),
    setName: changing(setName),
    submit: () => void submit(),
  }
}

/** Serve: chooses a folder below the root and a name, asks before it replaces a file, and saves there. */
export function SaveAsDialog({ next }: { readonly next?: () => void }) {
  const { t } = useTranslation()
  const close = () => showDialog(null)
  const place = useSavePlace(() => {
    close()
    next?.()
  })
  return (
    <Dialog
      title={t('files.saveAs.title')}
      closeLabel={t('app.close')}
      onClose={close}
      footer={
        <>
          <Button onPress={close}>{t('app.cancel')}</Button>
          <Button
            variant={place.exists ? 'danger' : 'primary'}
            isDisabled={!place.isReady}
            onPress={place.submit}
          >
            {t(place.exists ? 'files.saveAs.replace' : 'files.saveAs.save')}
          </Button>
        </>
      }
    >
      <div className={styles['stack']}>
        <TextField
          label={t('files.saveAs.name')}
          layout="column"
          value={place.name}
          onChange={place.setName}
          onEnter={place.submit}
          autoFocus
        />
        <FolderBrowser
          kind="project"
          path={place.path}
          onPath={place.setPath}
          selected={place.file}
          onFile={({ kind, name }) => kind === 'project' && place.setName(name)}
        />
        {place.problem !== null && <Notice tone={place.exists ? 'warn' : 'danger'}>{place.problem}</Notice>}
      </div>
    </Dialog>
  )
}
