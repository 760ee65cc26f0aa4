import type { ReactNode } from 'react'
import { ToggleButton as AriaToggleButton } from 'react-aria-components'
import { classes } from '../classes.ts'
import { Tooltip } from '../overlay/Tooltip.tsx'
import styles from './Button.module.css'

interface ToggleButtonProps {
  readonly label: string
  /** With an icon the words show as a tooltip only. */
  readonly icon?: ReactNode
  readonly isSelected: boolean
  readonly onChange: (isSelected: boolean) => void
  readonly isDisabled?: boolean
  readonly size?: 'small' | 'medium'
}

/** A button that stays down. */
export function ToggleButton({ label, icon, size = 'small', ...props }: ToggleButtonProps) {
  const button = (
    <AriaToggleButton
      {...props}
      {...(icon ? { 'aria-label': label } : {})}
      className={classes(
        styles['button'],
        styles['quiet'],
        styles['toggle'],
        styles[size],
        Boolean(icon) && styles['icon'],
      )}
    >
      {icon ?? <span className={styles['label']}>{label}</span>}
    </AriaToggleButton>
  )
  return icon ? <Tooltip text={label}>{button}</Tooltip> : button
}
