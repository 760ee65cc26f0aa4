import { type FocusEvent, type KeyboardEvent, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { setNotes } from '../../../shared/edits/notes.ts'
import { edit } from '../../store/document.ts'
import { noteStore } from './noteActions.ts'
import styles from './NoteCard.module.css'

const leave = (event: KeyboardEvent<HTMLTextAreaElement>) => {
  event.stopPropagation()
  if (event.code !== 'Escape' || event.nativeEvent.isComposing) return
  const card = event.currentTarget.closest<HTMLElement>('.react-flow__node')
  event.currentTarget.blur()
  card?.focus()
}

/** A note's text while it is written. One step of the history, taken over when the field is left. */
export function NoteText({ note, text }: { readonly note: string; readonly text: string }) {
  const { t } = useTranslation()
  const field = useRef<HTMLTextAreaElement>(null)
  useEffect(() => {
    field.current?.focus()
    field.current?.select()
  }, [])
  const take = ({ currentTarget }: FocusEvent<HTMLTextAreaElement>) => {
    const { value, scrollHeight, clientHeight } = currentTarget
    // A text that does not fit makes its note higher.
    const height = scrollHeight > clientHeight ? { height: Math.ceil((scrollHeight + 4) / 8) * 8 } : {}
    edit((project) => setNotes(project, { [note]: { text: value, ...height } }))
    noteStore.setState({ writing: null })
  }
  return (
    <textarea
      ref={field}
      className={`nodrag nopan nowheel ${styles['field']}`}
      aria-label={t('model.note.text')}
      defaultValue={text}
      maxLength={100_000}
      onBlur={take}
      onKeyDown={leave}
    />
  )
}
