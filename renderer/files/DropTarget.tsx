import { FileSpreadsheet, Network } from 'lucide-react'
import { type DragEvent, type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { endingOf, tableEndings } from '../../shared/dataFiles.ts'
import { useDocument } from '../store/document.ts'
import { showDialog } from '../store/session.ts'
import { attempt } from './attempt.ts'
import styles from './DropTarget.module.css'
import { leaving, openPicked } from './opening.ts'
import { upload } from './upload.ts'

const hasFiles = (event: DragEvent) => event.dataTransfer.types.includes('Files')

/** Opens a project or a pack that the browser picked or that was dropped: it is sent to the core first. */
export const openDropped = (file: File): void =>
  attempt(async () => {
    openPicked(await upload(file, new AbortController().signal, () => {}))
  })

const projectEndings: readonly string[] = ['loom', 'loompack']
const isProject = ({ name }: File) => projectEndings.includes(endingOf(name))
const dotted = (endings: readonly string[]) => endings.map((ending) => `.${ending}`).join(' ')

/** Takes files dropped anywhere: a project is opened, tables are added to the open project or start a new one. */
export function DropTarget({ children }: { readonly children: ReactNode }) {
  const [isOver, setOver] = useState(false)
  const canAdd = useDocument(({ docId, readOnly }) => docId !== null && !readOnly)
  const drop = (event: DragEvent) => {
    if (!hasFiles(event)) return
    event.preventDefault()
    setOver(false)
    const files = [...event.dataTransfer.files]
    const project = files.find(isProject)
    const [table] = files
    if (project) leaving(() => openDropped(project))
    else if (table && canAdd) showDialog({ kind: 'addSource', files })
    else if (table) leaving(() => showDialog({ kind: 'newFromTable', file: table }))
  }
  return (
    <div
      className={styles['target']}
      onDragOver={(event) => {
        if (!hasFiles(event)) return
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget as Node | null)) setOver(false)
      }}
      onDrop={drop}
    >
      {children}
      {isOver && <Veil canAdd={canAdd} />}
    </div>
  )
}

/** What will happen to a file that is let go now; what kind of file it is, the browser says only then. */
function Veil({ canAdd }: { readonly canAdd: boolean }) {
  const { t } = useTranslation()
  return (
    <div className={styles['veil']}>
      <dl>
        <div>
          <FileSpreadsheet aria-hidden />
          <dt>{t(canAdd ? 'files.drop.add' : 'files.drop.start')}</dt>
          <dd>{dotted(tableEndings)}</dd>
        </div>
        <div>
          <Network aria-hidden />
          <dt>{t('files.drop.open')}</dt>
          <dd>{dotted(projectEndings)}</dd>
        </div>
      </dl>
    </div>
  )
}
