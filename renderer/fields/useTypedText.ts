import { useEffect, useState } from 'react'
import type { Problem } from '../../shared/problems.ts'
import { begin, end } from '../store/document.ts'

interface TypedText {
  /** What the field shows. */
  readonly text: string
  /** Something was typed that is not taken over yet. */
  readonly isTyping: boolean
  /** Why the last thing typed did not reach the document. */
  readonly refusal: Problem | null
  readonly type: (text: string) => void
  readonly commit: () => void
  /** Brings back what was there before typing began. */
  readonly cancel: () => void
}

/**
 * Text that is typed into the document as one undoable step: from the first key to Enter, leaving the field or Escape.
 * `write` puts a text into the document, or says why it can't.
 */
export const useTypedText = (current: string, write: (text: string) => Problem | null): TypedText => {
  const [draft, setDraft] = useState<{ readonly text: string; readonly before: string } | null>(null)
  const [refusal, setRefusal] = useState<Problem | null>(null)
  const isTyping = draft !== null
  useEffect(() => (isTyping ? end : undefined), [isTyping])
  return {
    text: draft?.text ?? current,
    isTyping,
    refusal,
    type: (text) => {
      begin()
      setDraft({ text, before: draft?.before ?? current })
      setRefusal(write(text))
    },
    commit: () => setDraft(null),
    cancel: () => {
      if (draft) write(draft.before)
      setRefusal(null)
      setDraft(null)
    },
  }
}
