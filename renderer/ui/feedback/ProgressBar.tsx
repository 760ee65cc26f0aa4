import { X } from 'lucide-react'
import { ProgressBar as AriaProgressBar } from 'react-aria-components'
import { IconButton } from '../buttons/IconButton.tsx'
import styles from './ProgressBar.module.css'

interface ProgressBarProps {
  readonly label: string
  readonly isLabelHidden?: boolean
  /** 0 to 1; null while the size of the work is unknown. */
  readonly value: number | null
  /** The number beside the bar, such as “3 of 20”. */
  readonly text?: string
  readonly cancelLabel?: string
  readonly onCancel?: () => void
}

/** How far long work is: a bar, a number and a way to cancel. */
export function ProgressBar({ label, isLabelHidden, value, text, cancelLabel, onCancel }: ProgressBarProps) {
  return (
    <AriaProgressBar
      className={styles['progress'] ?? ''}
      value={(value ?? 0) * 100}
      isIndeterminate={value === null}
      valueLabel={text}
      aria-label={label}
    >
      {(!isLabelHidden || text) && (
        <div className={styles['words']}>
          {!isLabelHidden && <span className={styles['label']}>{label}</span>}
          {text && <span className={styles['text']}>{text}</span>}
        </div>
      )}
      <div className={styles['line']}>
        <div className={styles['rail']}>
          <div
            className={value === null ? styles['busy'] : styles['fill']}
            style={value === null ? {} : { width: `${Math.min(1, Math.max(0, value)) * 100}%` }}
          />
        </div>
        {onCancel && cancelLabel && (
          <IconButton label={cancelLabel} icon={<X />} size="small" onPress={onCancel} />
        )}
      </div>
    </AriaProgressBar>
  )
}
