import { useTranslation } from 'react-i18next'
import type { ColumnProfile } from '../../shared/table.ts'
import { formatCount, formatPercent } from '../i18n/format.ts'
import styles from './TopValues.module.css'

interface TopValuesProps {
  readonly column: ColumnProfile
  readonly rows: number
}

const shown = 12

/** The most frequent values, with a bar for their share of the rows. */
export function TopValues({ column, rows }: TopValuesProps) {
  const { t } = useTranslation()
  const top = column.top.slice(0, shown)
  const largest = top[0]?.count ?? 1
  const others = column.distinct - top.length
  return (
    <ul className={styles['values']}>
      {top.map(({ value, count }) => (
        <li key={value} className={styles['value']}>
          <span className={styles['words']}>
            <span className={styles['text']} title={value}>
              {value}
            </span>
            <span className={styles['count']}>{formatCount(count)}</span>
            <span className={styles['share']}>{formatPercent(count / Math.max(1, rows))}</span>
          </span>
          <span className={styles['rail']} aria-hidden>
            <span className={styles['bar']} style={{ width: `${(count / largest) * 100}%` }} />
          </span>
        </li>
      ))}
      {others > 0 && (
        <li className={styles['others']}>
          {t('data.otherValues', { count: others, formatted: formatCount(others) })}
        </li>
      )}
    </ul>
  )
}
