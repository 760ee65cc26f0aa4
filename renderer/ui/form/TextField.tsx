import type { ReactNode, RefObject } from 'react'
import { Input, type KeyboardEvent, TextField as AriaTextField } from 'react-aria-components'
import { classes } from '../classes.ts'
import { fieldClass, FieldParts, type FieldProps } from './Field.tsx'
import styles from './Input.module.css'

interface TextFieldProps extends FieldProps {
  readonly value: string
  readonly onChange: (value: string) => void
  /** Enter (never while composing) or leaving the field. */
  readonly onCommit?: () => void
  /** Enter alone, never while composing. */
  readonly onEnter?: () => void
  readonly onFocus?: () => void
  readonly placeholder?: string
  readonly isDisabled?: boolean
  readonly autoFocus?: boolean
  readonly icon?: ReactNode
  readonly inputRef?: RefObject<HTMLInputElement | null>
}

/** One line of text. */
export function TextField(props: TextFieldProps) {
  const { label, value, onChange, onCommit, placeholder, isDisabled, icon, inputRef, problem } = props
  const commit = (event: KeyboardEvent) => {
    // Shortcuts and Escape belong to what is around the field.
    event.continuePropagation()
    if (event.key !== 'Enter' || event.nativeEvent.isComposing) return
    onCommit?.()
    props.onEnter?.()
  }
  return (
    <AriaTextField
      className={fieldClass(props)}
      value={value}
      onChange={onChange}
      onKeyDown={commit}
      onBlur={() => onCommit?.()}
      isInvalid={problem !== undefined}
      {...(props.onFocus ? { onFocus: props.onFocus } : {})}
      {...(isDisabled ? { isDisabled } : {})}
      {...(props.autoFocus ? { autoFocus: true } : {})}
      {...(props.isLabelHidden ? { 'aria-label': label } : {})}
    >
      <FieldParts {...props}>
        <div
          className={classes(styles['box'], problem && styles['invalid'], isDisabled && styles['disabled'])}
        >
          {icon}
          <Input
            className={styles['input'] ?? ''}
            placeholder={placeholder ?? ''}
            {...(inputRef ? { ref: inputRef } : {})}
          />
        </div>
      </FieldParts>
    </AriaTextField>
  )
}
