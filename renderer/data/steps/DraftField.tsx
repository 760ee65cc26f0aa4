import { useState } from 'react'
import { TextField } from '../../ui/form/TextField.tsx'

interface DraftFieldProps {
  readonly label: string
  readonly value: string
  /** Enter, or leaving the field after a change. */
  readonly onCommit: (value: string) => void
  readonly help?: string
  readonly placeholder?: string
}

/** One line of text that is one edit, however much was typed. */
export function DraftField({ value, onCommit, ...field }: DraftFieldProps) {
  const [draft, setDraft] = useState<string | null>(null)
  const commit = () => {
    if (draft !== null && draft !== value) onCommit(draft)
    setDraft(null)
  }
  return <TextField {...field} value={draft ?? value} onChange={setDraft} onCommit={commit} />
}
