import { CircleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import { classes } from '../classes.ts'
import styles from './EmptyState.module.css'

interface ErrorStateProps {
  readonly title: string
  /** What was needed, what was found, what to do. */
  readonly text: string
  /** The repair, as buttons. */
  readonly actions?: ReactNode
}

/** A view that could not be shown: the problem, and its repair. */
export function ErrorState({ title, text, actions }: ErrorStateProps) {
  return (
    <div className={styles['state']} role="alert">
      <div className={classes(styles['icon'], styles['error'])}>
        <CircleAlert aria-hidden />
      </div>
      <h2 className={styles['title']}>{title}</h2>
      <p className={styles['text']}>{text}</p>
      {actions && <div className={styles['actions']}>{actions}</div>}
    </div>
  )
}
