import { useTranslation } from 'react-i18next'
import type { ColumnProfile } from '../../shared/table.ts'
import { formatPercent } from '../i18n/format.ts'
import styles from './ShareBar.module.css'

interface ShareBarProps {
  readonly column: ColumnProfile
  readonly rows: number
}

const shown = 6

/** The shares of a column's most frequent values side by side; what is left over stays pale, missing cells empty. */
export function ShareBar({ column, rows }: ShareBarProps) {
  const { t } = useTranslation()
  const { top, missing, distinct } = column
  const all = Math.max(1, rows)
  const first = top.slice(0, shown)
  const rest = rows - missing - first.reduce((sum, { count }) => sum + count, 0)
  const words = first
    .slice(0, 3)
    .map(({ value, count }) => `${value} ${formatPercent(count / all)}`)
    .join(', ')
  return (
    <span
      className={styles['shares']}
      role="img"
      aria-label={t('data.histogramOf', { column: column.name })}
      title={words}
    >
      {distinct <= all / 2 &&
        first.map(({ value, count }) => (
          <span key={value} className={styles['share']} style={{ flexGrow: count / all }} />
        ))}
      <span
        className={styles['rest']}
        style={{ flexGrow: (distinct <= all / 2 ? rest : rows - missing) / all }}
      />
      <span className={styles['gap']} style={{ flexGrow: missing / all }} />
    </span>
  )
}
