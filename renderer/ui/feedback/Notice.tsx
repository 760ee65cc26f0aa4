import { CircleAlert, CircleCheck, Info, TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import { classes } from '../classes.ts'
import styles from './Notice.module.css'

interface NoticeProps {
  readonly tone?: 'info' | 'ok' | 'warn' | 'danger'
  readonly children: ReactNode
  readonly actions?: ReactNode
}

const icons = { info: Info, ok: CircleCheck, warn: TriangleAlert, danger: CircleAlert } as const

/** A sentence inside a view about something that matters there, with its repair. */
export function Notice({ tone = 'info', children, actions }: NoticeProps) {
  const Icon = icons[tone]
  return (
    <div className={classes(styles['notice'], styles[tone])} role={tone === 'danger' ? 'alert' : 'note'}>
      <Icon aria-hidden />
      <div className={styles['words']}>{children}</div>
      {actions && <div className={styles['actions']}>{actions}</div>}
    </div>
  )
}
