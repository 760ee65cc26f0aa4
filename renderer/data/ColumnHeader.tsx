import { ArrowDown, ArrowDownUp, ArrowUp, ListFilter } from 'lucide-react'
import type { MouseEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { ColumnProfile, ColumnType } from '../../shared/table.ts'
import { classes } from '../ui/classes.ts'
import { Bars } from '../ui/chart/Bars.tsx'
import { roleIcon, typeIcon } from './columnIcons.ts'
import type { RoleKind } from './columnUses.ts'
import styles from './ColumnHeader.module.css'
import { missingShare } from './missingShare.ts'
import { ShareBar } from './ShareBar.tsx'
import { valueBars } from './valueBars.ts'

interface ColumnHeaderProps {
  readonly name: string
  readonly type: ColumnType
  readonly role: RoleKind
  /** What is known once the whole file is read. */
  readonly column: ColumnProfile | null
  readonly rows: number
  readonly sorted: 'ascending' | 'descending' | undefined
  readonly isFiltered: boolean
  readonly onSort: () => void
  readonly onFilter: (button: Element) => void
}

const stop = (run: (button: Element) => void) => (event: MouseEvent<HTMLButtonElement>) => {
  // The header behind it chooses the column.
  event.stopPropagation()
  run(event.currentTarget)
}

/** A column's head in the table: name, role, type, missing share, its distribution at a glance, and buttons to sort and filter by it. */
export function ColumnHeader(props: ColumnHeaderProps) {
  const { t } = useTranslation()
  const { name, type, role, column, rows, sorted, isFiltered, onSort, onFilter } = props
  const TypeIcon = typeIcon[type]
  const RoleIcon = roleIcon[role]
  const SortIcon = sorted ? (sorted === 'ascending' ? ArrowUp : ArrowDown) : ArrowDownUp
  const title = name || t('data.noName')
  return (
    <div className={styles['header']}>
      <div className={styles['title']}>
        <span className={styles['name']} title={name}>
          {title}
        </span>
        {role !== 'none' && (
          <span className={styles['role']} data-role={role} title={t(`data.roles.${role}`)}>
            <RoleIcon aria-label={t(`data.roles.${role}`)} />
          </span>
        )}
        {column && (
          <span className={styles['acts']}>
            <button
              type="button"
              tabIndex={-1}
              className={classes(styles['act'], isFiltered && styles['on'])}
              aria-label={t('data.table.filterBy', { column: title })}
              title={t('data.table.filterTip')}
              onClick={stop(onFilter)}
            >
              <ListFilter aria-hidden />
            </button>
            <button
              type="button"
              tabIndex={-1}
              className={classes(styles['act'], sorted && styles['on'])}
              aria-label={t('data.table.sortBy', { column: title })}
              title={t('data.table.sortTip')}
              onClick={stop(onSort)}
            >
              <SortIcon aria-hidden />
            </button>
          </span>
        )}
      </div>
      <div className={styles['facts']}>
        <TypeIcon aria-hidden />
        <span className={styles['type']}>{t(`data.types.${type}`)}</span>
        {column && column.missing > 0 && (
          <span className={styles['missing']}>
            {t('data.missingShare', { share: missingShare(column, rows) })}
          </span>
        )}
      </div>
      <div className={styles['shape']}>{column && <Shape column={column} rows={rows} />}</div>
    </div>
  )
}

function Shape({ column, rows }: { readonly column: ColumnProfile; readonly rows: number }) {
  const { t } = useTranslation()
  const bars = valueBars(column)
  if (!bars) return <ShareBar column={column} rows={rows} />
  return (
    <Bars values={bars.map(({ count }) => count)} label={t('data.histogramOf', { column: column.name })} />
  )
}
