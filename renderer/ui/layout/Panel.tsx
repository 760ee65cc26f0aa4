import type { ReactNode } from 'react'
import { classes } from '../classes.ts'
import styles from './Panel.module.css'

interface PanelProps {
  readonly title?: string
  /** Small buttons at the right of the title. */
  readonly actions?: ReactNode
  /** Stays below the title while the content scrolls, such as a search field. */
  readonly top?: ReactNode
  readonly children: ReactNode
  /** Without padding, for lists and tables that fill it. */
  readonly isFlush?: boolean
}

/** A titled column of a workspace whose content scrolls. */
export function Panel({ title, actions, top, children, isFlush }: PanelProps) {
  return (
    <section className={styles['panel']} {...(title ? { 'aria-label': title } : {})}>
      {(title || actions) && (
        <header className={styles['header']}>
          {title && <h2 className={styles['title']}>{title}</h2>}
          {actions && <div className={styles['actions']}>{actions}</div>}
        </header>
      )}
      {top && <div className={styles['top']}>{top}</div>}
      <div className={classes(styles['body'], isFlush && styles['flush'])}>{children}</div>
    </section>
  )
}
