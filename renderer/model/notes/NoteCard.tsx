import { type NodeProps, NodeResizer } from '@xyflow/react'
import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import { begin, end, useDocument } from '../../store/document.ts'
import { noteStore } from './noteActions.ts'
import styles from './NoteCard.module.css'
import type { NoteNode } from './noteNodes.ts'
import { NoteText } from './NoteText.tsx'

/** A note on the canvas: drag it, drag its edge to size it, double-click or Enter to write. */
export const NoteCard = memo(function NoteCard({ data: { note, text }, selected }: NodeProps<NoteNode>) {
  const { t } = useTranslation()
  const isWriting = useStore(noteStore, ({ writing }) => writing === note)
  const canEdit = !useDocument((state) => state.readOnly)
  return (
    <article
      className={styles['note']}
      data-selected={selected || undefined}
      onDoubleClick={() => canEdit && noteStore.setState({ writing: note })}
    >
      {canEdit && (
        <NodeResizer
          isVisible={selected}
          minWidth={96}
          minHeight={48}
          lineClassName={styles['line'] ?? ''}
          handleClassName={styles['handle'] ?? ''}
          onResizeStart={begin}
          onResizeEnd={end}
        />
      )}
      {isWriting ? (
        <NoteText note={note} text={text} />
      ) : (
        <p className={styles['text']} data-empty={!text || undefined}>
          {text || t('model.note.empty')}
        </p>
      )}
    </article>
  )
})
