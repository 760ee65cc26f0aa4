import type { ReactNode } from 'react'
import { classes } from '../classes.ts'
import styles from './Badge.module.css'

interface BadgeProps {
  readonly tone?: 'neutral' | 'accent' | 'ok' | 'warn' | 'danger'
  readonly icon?: ReactNode
  readonly children: ReactNode
}

/** A word or number about what it stands beside. */
export function Badge({ tone = 'neutral', icon, children }: BadgeProps) {
  return (
    <span className={classes(styles['badge'], styles[tone])}>
      {icon}
      {children}
    </span>
  )
}
