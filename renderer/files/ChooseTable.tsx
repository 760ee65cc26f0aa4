import { FileSpreadsheet, FolderOpen, Upload } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { FileTrigger } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import type { ArchiveEntry, PickedFile } from '../../shared/contract.ts'
import { tableEndings } from '../../shared/dataFiles.ts'
import { toProblem } from '../../shared/problems.ts'
import { client } from '../client.ts'
import { problemText } from '../i18n/problemText.ts'
import { useSession } from '../store/session.ts'
import { Button } from '../ui/buttons/Button.tsx'
import { Notice } from '../ui/feedback/Notice.tsx'
import { ChooseEntry } from './ChooseEntry.tsx'
import styles from './ChooseTable.module.css'
import { FolderBrowser } from './FolderBrowser.tsx'
import { ReadingProgress } from './ReadingProgress.tsx'
import { upload } from './upload.ts'
import type { Reading } from './useWholeTable.ts'

/** A chosen file; in an archive with several tables, the one that was chosen. */
export interface ChosenFile extends PickedFile {
  readonly entry?: string
}

interface ChooseTableProps {
  readonly onPicked: (file: ChosenFile) => void
  /** Sent to the core at once: a file that was dropped. */
  readonly file?: File
  /** The document that the file is for: what is sent goes into its project's data folder. */
  readonly docId?: string
}

/** Sends files to the core one at a time, with progress and cancel. */
function useSending(onPicked: (file: PickedFile) => Promise<void>, docId: string | undefined) {
  const [sending, setSending] = useState<Reading | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const abort = useRef<AbortController | null>(null)
  const send = async (file: File) => {
    abort.current?.abort()
    const current = new AbortController()
    abort.current = current
    const progress = (bytes: number) => setSending({ name: file.name, bytes, total: file.size })
    setProblem(null)
    progress(0)
    try {
      await onPicked(await upload(file, current.signal, progress, docId))
    } catch (error) {
      const found = toProblem(error)
      if (found.code !== 'cancelled') setProblem(problemText(found))
    }
    if (abort.current === current) setSending(null)
  }
  useEffect(() => () => abort.current?.abort(), [])
  return { sending, problem, setProblem, send, cancel: () => abort.current?.abort() }
}

/** Asks which table when a picked file is an archive that holds several. */
function useEntries(onPicked: (file: ChosenFile) => void) {
  const [asked, setAsked] = useState<{ file: PickedFile; entries: readonly ArchiveEntry[] } | null>(null)
  const check = async (file: PickedFile) => {
    const entries = await client.listEntries(file.handle)
    if (entries && entries.length > 1) setAsked({ file, entries })
    else onPicked(file)
  }
  return { asked, check, clear: () => setAsked(null) }
}

/** Chooses a table: from the browser's picker or a drop, from the root folder, or by the system's dialog. */
export function ChooseTable({ onPicked, file, docId }: ChooseTableProps) {
  const { t } = useTranslation()
  const host = useSession((state) => state.host)
  const [folder, setFolder] = useState<string | null>(null)
  const { asked, check, clear } = useEntries(onPicked)
  const { sending, problem, setProblem, send, cancel } = useSending(check, docId)
  const take = (picked: PickedFile) =>
    void check(picked).catch((error: unknown) => setProblem(problemText(toProblem(error))))
  const sent = useRef<File | null>(null)
  useEffect(() => {
    if (!file || sent.current === file) return
    sent.current = file
    void send(file)
  })
  const pick = () =>
    void client.pickFile('data').then(
      (picked) => picked && take(picked),
      (error: unknown) => setProblem(problemText(toProblem(error))),
    )
  if (sending) return <ReadingProgress reading={sending} onCancel={cancel} />
  if (asked)
    return (
      <ChooseEntry
        file={asked.file.name}
        entries={asked.entries}
        onEntry={(entry) => onPicked({ ...asked.file, entry })}
        onOther={clear}
      />
    )
  return (
    <div className={styles['choose']}>
      {problem !== null && <Notice tone="danger">{problem}</Notice>}
      <div className={styles['zone']}>
        <FileSpreadsheet aria-hidden />
        <p>{t('files.table.drop')}</p>
        <div className={styles['buttons']}>
          {host === 'desktop' ? (
            <Button variant="primary" icon={<FolderOpen />} onPress={pick}>
              {t('files.table.choose')}
            </Button>
          ) : (
            <BrowserButtons
              onFile={(picked) => void send(picked)}
              onFolder={() => setFolder(folder === null ? '' : null)}
            />
          )}
        </div>
      </div>
      {folder !== null && (
        <FolderBrowser
          kind="data"
          path={folder}
          onPath={setFolder}
          onFile={({ handle, name, bytes }) => handle && take({ handle, name, bytes })}
        />
      )}
    </div>
  )
}

interface BrowserButtonsProps {
  readonly onFile: (file: File) => void
  readonly onFolder: () => void
}

function BrowserButtons({ onFile, onFolder }: BrowserButtonsProps) {
  const { t } = useTranslation()
  return (
    <>
      <FileTrigger
        acceptedFileTypes={[...tableEndings.map((ending) => `.${ending}`), 'text/csv']}
        onSelect={(files) => files?.[0] && onFile(files[0])}
      >
        <Button variant="primary" icon={<Upload />}>
          {t('files.table.choose')}
        </Button>
      </FileTrigger>
      <Button icon={<FolderOpen />} onPress={onFolder}>
        {t('files.table.browse')}
      </Button>
    </>
  )
}
