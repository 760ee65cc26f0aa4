import { SquareFunction } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { ColumnProfile } from '../../shared/table.ts'
import { roleIcon, typeIcon } from './columnIcons.ts'
import styles from './ColumnList.module.css'
import type { RoleKind } from './columnUses.ts'
import { missingShare } from './missingShare.ts'

interface ColumnLineProps {
  readonly column: ColumnProfile
  readonly role: RoleKind
  readonly rows: number
}

/** A column in the list: its type, name, missing share and role. */
export function ColumnLine({ column, role, rows }: ColumnLineProps) {
  const { t } = useTranslation()
  const TypeIcon = typeIcon[column.type]
  const RoleIcon = roleIcon[role]
  const share = missingShare(column, column.stepRows ?? rows)
  return (
    <span className={styles['line']} data-role={role}>
      <span className={styles['type']} title={t(`data.types.${column.type}`)}>
        <TypeIcon aria-label={t(`data.types.${column.type}`)} />
      </span>
      <span className={styles['name']}>{column.name || t('data.noName')}</span>
      {column.stepRows !== undefined && (
        <span className={styles['made']} title={t('data.steps.made')}>
          <SquareFunction aria-label={t('data.steps.made')} />
        </span>
      )}
      {column.missing > 0 && (
        <span className={styles['missing']} title={t('data.missingShare', { share })}>
          {share}
        </span>
      )}
      <span className={styles['role']} title={t(`data.roles.${role}`)}>
        <RoleIcon aria-label={t(`data.roles.${role}`)} />
      </span>
    </span>
  )
}
