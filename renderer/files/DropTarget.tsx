import { type DragEvent, type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { showDialog } from '../store/session.ts'
import { attempt } from './attempt.ts'
import styles from './DropTarget.module.css'
import { leaving, openFile } from './opening.ts'
import { upload } from './upload.ts'

const hasFiles = (event: DragEvent) => event.dataTransfer.types.includes('Files')

/** Opens a project that the browser picked or that was dropped: it is sent to the core first. */
export const openDropped = (file: File): void =>
  attempt(async () => {
    const { handle } = await upload(file, new AbortController().signal, () => {})
    openFile(handle)
  })

/** Takes files dropped anywhere: a project is opened, a table starts a new one. */
export function DropTarget({ children }: { readonly children: ReactNode }) {
  const { t } = useTranslation()
  const [isOver, setOver] = useState(false)
  const drop = (event: DragEvent) => {
    if (!hasFiles(event)) return
    event.preventDefault()
    setOver(false)
    const file = event.dataTransfer.files[0]
    if (!file) return
    if (file.name.toLowerCase().endsWith('.loom')) leaving(() => openDropped(file))
    else leaving(() => showDialog({ kind: 'newFromTable', file }))
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
      {isOver && <div className={styles['veil']}>{t('app.drop')}</div>}
    </div>
  )
}
