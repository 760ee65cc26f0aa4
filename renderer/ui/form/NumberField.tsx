import { ChevronDown, ChevronUp } from 'lucide-react'
import { useState } from 'react'
import { Input, type KeyboardEvent, TextField as AriaTextField } from 'react-aria-components'
import { classes } from '../classes.ts'
import { fieldClass, FieldParts, type FieldProps } from './Field.tsx'
import styles from './Input.module.css'
import { parseNumber, stepNumber } from './parseNumber.ts'

interface NumberFieldProps extends FieldProps {
  /** Null shows an empty field. */
  readonly value: number | null
  /** Called when a number is entered: Enter, leaving the field, or stepping. Never with NaN. */
  readonly onChange: (value: number) => void
  readonly min?: number | undefined
  readonly max?: number | undefined
  /** Size of a step by arrow key; without it steps follow the number's size. */
  readonly step?: number | undefined
  readonly isInteger?: boolean
  readonly unit?: string
  readonly isDisabled?: boolean
}

/**
 * A number; `1e-4` and `0,5` are read too. Enter and leaving commit, Escape restores, arrows step (Shift: by ten).
 * Text that is no number, or out of limits, is put back.
 */
export function NumberField(props: NumberFieldProps) {
  const { label, value, onChange, unit, isDisabled, problem } = props
  const [draft, setDraft] = useState<string | null>(null)
  const shown = draft ?? (value === null ? '' : String(value))
  const commit = (text: string) => {
    const parsed = parseNumber(text, props)
    setDraft(null)
    if (parsed !== null && parsed !== value) onChange(parsed)
  }
  const step = (direction: 1 | -1, times = 1) => {
    const from = parseNumber(shown, props) ?? value ?? props.min ?? 0
    commit(String(stepNumber(from, direction, times, props)))
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const restores = event.key === 'Escape' && draft !== null
    // Everything else may be a shortcut, or Escape for what is around the field.
    if (!restores) event.continuePropagation()
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Enter' && draft !== null) commit(draft)
    else if (restores) setDraft(null)
    else if (event.key === 'ArrowUp' || event.key === 'ArrowDown') {
      event.preventDefault()
      step(event.key === 'ArrowUp' ? 1 : -1, event.shiftKey ? 10 : 1)
    }
  }
  return (
    <AriaTextField
      className={fieldClass(props)}
      value={shown}
      onChange={setDraft}
      onKeyDown={onKeyDown}
      onBlur={() => draft !== null && commit(draft)}
      isInvalid={problem !== undefined}
      {...(isDisabled ? { isDisabled } : {})}
      {...(props.isLabelHidden ? { 'aria-label': label } : {})}
    >
      <FieldParts {...props}>
        <div
          className={classes(styles['box'], problem && styles['invalid'], isDisabled && styles['disabled'])}
        >
          <Input className={styles['input'] ?? ''} inputMode="decimal" autoComplete="off" />
          {unit && <span className={styles['unit']}>{unit}</span>}
          {!isDisabled && <Steps onStep={step} />}
        </div>
      </FieldParts>
    </AriaTextField>
  )
}

/** For the mouse only: the keyboard has its arrows, so these are hidden from assistive technology. */
function Steps({ onStep }: { readonly onStep: (direction: 1 | -1) => void }) {
  return (
    <span className={styles['steps']} aria-hidden>
      <button type="button" tabIndex={-1} className={styles['step']} onClick={() => onStep(1)}>
        <ChevronUp />
      </button>
      <button type="button" tabIndex={-1} className={styles['step']} onClick={() => onStep(-1)}>
        <ChevronDown />
      </button>
    </span>
  )
}
