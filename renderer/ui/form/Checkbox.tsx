import { Check, Minus } from 'lucide-react'
import type { ReactNode } from 'react'
import { Checkbox as AriaCheckbox } from 'react-aria-components'
import styles from './Toggles.module.css'

interface CheckboxProps {
  /** Beside the box; without it give `label`. */
  readonly children?: ReactNode
  readonly label?: string
  readonly isSelected: boolean
  readonly isIndeterminate?: boolean
  readonly onChange: (isSelected: boolean) => void
  readonly isDisabled?: boolean
}

/** Yes or no, one of many. */
export function Checkbox({
  children,
  label,
  isSelected,
  isIndeterminate,
  onChange,
  isDisabled,
}: CheckboxProps) {
  return (
    <AriaCheckbox
      className={styles['toggle'] ?? ''}
      isSelected={isSelected}
      onChange={onChange}
      {...(isIndeterminate ? { isIndeterminate } : {})}
      {...(isDisabled ? { isDisabled } : {})}
      {...(label ? { 'aria-label': label } : {})}
    >
      <span className={styles['box']}>
        {isIndeterminate ? <Minus aria-hidden /> : isSelected && <Check aria-hidden />}
      </span>
      {children !== undefined && <span className={styles['words']}>{children}</span>}
    </AriaCheckbox>
  )
}
