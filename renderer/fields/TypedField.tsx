import type { KeyboardEvent } from 'react'
import type { Problem } from '../../shared/problems.ts'
import { problemText } from '../i18n/problemText.ts'
import { TextField } from '../ui/form/TextField.tsx'
import { useTypedText } from './useTypedText.ts'

interface TypedFieldProps {
  readonly label: string
  readonly isLabelHidden?: boolean
  readonly layout?: 'row' | 'column'
  readonly help?: string | undefined
  /** What is wrong with the value in the document, in a sentence. */
  readonly problem?: string | undefined
  readonly value: string
  readonly placeholder?: string
  /** Puts a text into the document, or says why it can't. */
  readonly onWrite: (text: string) => Problem | null
  /** The text after an arrow key: up or down, ten steps with Shift; null leaves it. */
  readonly onStep?: (text: string, direction: 1 | -1, times: number) => string | null
}

/** A text field whose typing reaches the document at every key and is undone as one step. Escape takes it back. */
export function TypedField({ value, onWrite, onStep, problem, ...rest }: TypedFieldProps) {
  const { text, isTyping, refusal, type, commit, cancel } = useTypedText(value, onWrite)
  const onKeys = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    if (event.code === 'Escape') {
      // The first Escape takes back what was typed; the next one is for whoever holds the field.
      if (isTyping) event.preventDefault()
      cancel()
      return
    }
    const direction = event.code === 'ArrowUp' ? 1 : event.code === 'ArrowDown' ? -1 : 0
    if (direction === 0 || !onStep) return
    const next = onStep(text, direction, event.shiftKey ? 10 : 1)
    if (next === null) return
    event.preventDefault()
    type(next)
  }
  return (
    <div onKeyDownCapture={onKeys}>
      <TextField
        {...rest}
        value={text}
        onChange={type}
        onCommit={commit}
        problem={refusal ? problemText(refusal) : problem}
      />
    </div>
  )
}
