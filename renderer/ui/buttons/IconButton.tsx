import type { ReactNode } from 'react'
import { Button as AriaButton } from 'react-aria-components'
import { classes } from '../classes.ts'
import { type Shortcut, shortcutAria } from '../keys/shortcut.ts'
import { Tooltip } from '../overlay/Tooltip.tsx'
import styles from './Button.module.css'
import type { ButtonProps } from './Button.tsx'

interface IconButtonProps extends Omit<ButtonProps, 'children' | 'icon' | 'aria-label'> {
  readonly label: string
  readonly icon: ReactNode
  readonly shortcut?: Shortcut | undefined
  readonly tip?: 'top' | 'bottom' | 'left' | 'right'
}

/** A button that is only an icon; its words and shortcut show on hover and focus. */
export function IconButton({
  label,
  icon,
  shortcut,
  tip = 'bottom',
  variant = 'quiet',
  size = 'medium',
  className,
  ...props
}: IconButtonProps) {
  return (
    <Tooltip text={label} shortcut={shortcut} placement={tip}>
      <AriaButton
        {...props}
        aria-label={label}
        {...(shortcut ? { 'aria-keyshortcuts': shortcutAria(shortcut) } : {})}
        className={classes(styles['button'], styles['icon'], styles[variant], styles[size], className)}
      >
        {icon}
      </AriaButton>
    </Tooltip>
  )
}
