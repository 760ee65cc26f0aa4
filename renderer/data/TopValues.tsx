import { useTranslation } from 'react-i18next'
import { Button } from 'react-aria-components'
import type { ColumnProfile } from '../../shared/table.ts'
import { formatCount, formatPercent } from '../i18n/format.ts'
import styles from './TopValues.module.css'

interface TopValuesProps {
  readonly column: ColumnProfile
  readonly rows: number
  /** A value was pressed. */
  readonly onChoose?: ((value: string) => void) | undefined
}

const shown = 12

/** The most frequent values, with a bar for their share of the rows. */
export function TopValues({ column, rows, onChoose }: TopValuesProps) {
  const { t } = useTranslation()
  const top = column.top.slice(0, shown)
  const largest = top[0]?.count ?? 1
  const others = column.distinct - top.length
  return (
    <ul className={styles['values']}>
      {top.map(({ value, count }) => (
        <li key={value} className={styles['value']}>
          <ValueLine {...{ value, count, largest, rows, onChoose }} />
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

interface ValueLineProps extends Pick<TopValuesProps, 'rows' | 'onChoose'> {
  readonly value: string
  readonly count: number
  /** The most frequent value's count. */
  readonly largest: number
}

function ValueLine({ value, count, largest, rows, onChoose }: ValueLineProps) {
  const { t } = useTranslation()
  const line = (
    <>
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
    </>
  )
  if (!onChoose) return line
  return (
    <Button
      className={styles['choose'] ?? ''}
      aria-label={t('data.table.filterByValue', { value })}
      onPress={() => onChoose(value)}
    >
      {line}
    </Button>
  )
}
