import { TriangleAlert } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { BadRow, TableProfile } from '../../shared/table.ts'
import { formatCount } from '../i18n/format.ts'
import { jumpToRow, type RowJump } from '../store/dataView.ts'
import { Button } from '../ui/buttons/Button.tsx'
import { Popover } from '../ui/overlay/Popover.tsx'
import styles from './BadRows.module.css'

interface BadRowsProps {
  readonly source: string
  readonly profile: TableProfile
}

/** How many records did not fit; opens the list of them, by line and reason. Nothing when all did. */
export function BadRows({ source, profile }: BadRowsProps) {
  const { t } = useTranslation()
  const { badRows, badRowCount } = profile
  if (badRowCount === 0) return null
  return (
    <Popover
      label={t('data.badRowsTitle')}
      placement="bottom end"
      trigger={
        <Button
          variant="quiet"
          size="small"
          className={styles['button']}
          icon={<TriangleAlert aria-hidden />}
        >
          {t('data.badRows', { count: badRowCount, formatted: formatCount(badRowCount) })}
        </Button>
      }
    >
      {(close) => (
        <div className={styles['panel']}>
          <h3>{t('data.badRowsTitle')}</h3>
          <p className={styles['note']}>{t('data.badRowsText')}</p>
          <ul className={styles['list']}>
            {badRows.map((row, index) => (
              <BadRowLine
                key={`${row.line}:${row.column ?? ''}:${index}`}
                row={row}
                onShow={(jump) => {
                  close()
                  jumpToRow({ source, ...jump })
                }}
              />
            ))}
          </ul>
          {badRowCount > badRows.length && (
            <p className={styles['note']}>
              {t('data.badRowsMore', { shown: formatCount(badRows.length), total: formatCount(badRowCount) })}
            </p>
          )}
        </div>
      )}
    </Popover>
  )
}

interface BadRowLineProps {
  readonly row: BadRow
  readonly onShow: (jump: Omit<RowJump, 'source'>) => void
}

function BadRowLine({ row, onShow }: BadRowLineProps) {
  const { t } = useTranslation()
  const { line, reason, column, value } = row
  const where = [column, value].filter((part) => part !== undefined).join(': ')
  return (
    <li className={styles['row']}>
      <span className={styles['line']}>
        {row.row === undefined ? (
          t('data.badRowLine', { line: formatCount(line) })
        ) : (
          <Button
            variant="quiet"
            size="small"
            aria-label={t('data.table.showRow', { row: formatCount(row.row) })}
            onPress={() => onShow({ row: (row.row ?? 1) - 1, ...(column === undefined ? {} : { column }) })}
          >
            {t('data.badRowLine', { line: formatCount(line) })}
          </Button>
        )}
      </span>
      <span className={styles['reason']}>
        {t(`data.badRow.${reason}`)}
        {where && (
          <span className={styles['where']} title={where}>
            {where}
          </span>
        )}
      </span>
    </li>
  )
}
