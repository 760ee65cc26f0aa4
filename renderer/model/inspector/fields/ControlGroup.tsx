import type { ReactNode } from 'react'
import { Group } from 'react-aria-components'
import styles from './ControlGroup.module.css'

interface ControlGroupProps {
  readonly label: string
  readonly help?: string | undefined
  readonly problem?: string | undefined
  /** The group's controls one below the other instead of side by side. */
  readonly isStacked?: boolean
  /** The first control takes what the others leave. */
  readonly isWideFirst?: boolean
  readonly children: ReactNode
}

/** Several small controls that make one value, beside their common label. */
export function ControlGroup({ label, help, problem, isStacked, isWideFirst, children }: ControlGroupProps) {
  return (
    <Group className={styles['group'] ?? ''} aria-label={label}>
      <span className={styles['label']} aria-hidden>
        {label}
      </span>
      <div className={styles['control']}>
        <div className={isStacked ? styles['stack'] : isWideFirst ? styles['wideFirst'] : styles['row']}>
          {children}
        </div>
        {problem ? (
          <p className={styles['problem']}>{problem}</p>
        ) : (
          help && <p className={styles['help']}>{help}</p>
        )}
      </div>
    </Group>
  )
}
