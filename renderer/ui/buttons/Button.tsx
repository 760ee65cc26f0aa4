import type { ReactNode } from 'react'
import { Button as AriaButton, type ButtonProps as AriaProps } from 'react-aria-components'
import { classes } from '../classes.ts'
import styles from './Button.module.css'

export interface ButtonProps extends Omit<AriaProps, 'className' | 'children' | 'style'> {
  /** `primary` once a view at most. */
  readonly variant?: 'plain' | 'primary' | 'quiet' | 'danger'
  readonly size?: 'small' | 'medium' | 'large'
  readonly icon?: ReactNode
  readonly children?: ReactNode
  readonly className?: string | undefined
}

/** A button with words, and an icon before them if given. */
export function Button({
  variant = 'plain',
  size = 'medium',
  icon,
  children,
  className,
  ...props
}: ButtonProps) {
  return (
    <AriaButton {...props} className={classes(styles['button'], styles[variant], styles[size], className)}>
      {icon}
      {children !== undefined && <span className={styles['label']}>{children}</span>}
    </AriaButton>
  )
}
