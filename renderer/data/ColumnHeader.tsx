import { useTranslation } from 'react-i18next'
import type { ColumnProfile } from '../../shared/table.ts'
import { Bars } from '../ui/chart/Bars.tsx'
import { roleIcon, typeIcon } from './columnIcons.ts'
import type { RoleKind } from './columnUses.ts'
import styles from './ColumnHeader.module.css'
import { missingShare } from './missingShare.ts'
import { ShareBar } from './ShareBar.tsx'
import { valueBars } from './valueBars.ts'

interface ColumnHeaderProps {
  readonly column: ColumnProfile
  readonly rows: number
  readonly role: RoleKind
}

/** A column's head in the table: name, role, type, missing share, and its distribution at a glance. */
export function ColumnHeader({ column, rows, role }: ColumnHeaderProps) {
  const { t } = useTranslation()
  const TypeIcon = typeIcon[column.type]
  const RoleIcon = roleIcon[role]
  const bars = valueBars(column)
  const type = t(`data.types.${column.type}`)
  return (
    <div className={styles['header']}>
      <div className={styles['title']}>
        <span className={styles['name']} title={column.name}>
          {column.name || t('data.noName')}
        </span>
        {role !== 'none' && (
          <span className={styles['role']} data-role={role} title={t(`data.roles.${role}`)}>
            <RoleIcon aria-label={t(`data.roles.${role}`)} />
          </span>
        )}
      </div>
      <div className={styles['facts']}>
        <TypeIcon aria-hidden />
        <span className={styles['type']}>{type}</span>
        {column.missing > 0 && (
          <span className={styles['missing']}>
            {t('data.missingShare', { share: missingShare(column, rows) })}
          </span>
        )}
      </div>
      <div className={styles['shape']}>
        {bars ? (
          <Bars
            values={bars.map(({ count }) => count)}
            label={t('data.histogramOf', { column: column.name })}
          />
        ) : (
          <ShareBar column={column} rows={rows} />
        )}
      </div>
    </div>
  )
}
