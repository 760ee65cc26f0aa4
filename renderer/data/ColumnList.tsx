import { Search } from 'lucide-react'
import { useMemo, useState } from 'react'
import { ListBox, ListBoxItem, ListLayout, Virtualizer } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import type { ColumnProfile, TableProfile } from '../../shared/table.ts'
import { formatPercent } from '../i18n/format.ts'
import { TextField } from '../ui/form/TextField.tsx'
import { Panel } from '../ui/layout/Panel.tsx'
import { useRem } from '../ui/useRem.ts'
import { roleIcon, typeIcon } from './columnIcons.ts'
import styles from './ColumnList.module.css'
import { type RoleKind, roleKind, type Use } from './columnUses.ts'

interface ColumnListProps {
  readonly profile: TableProfile
  readonly uses: ReadonlyMap<string, readonly Use[]>
  readonly selected: string | null
  readonly onSelect: (column: string) => void
}

const rowHeight = 1.75

/** The columns of a source: type, missing share and role of each; found by typing, chosen by mouse or arrow keys. */
export function ColumnList({ profile, uses, selected, onSelect }: ColumnListProps) {
  const { t } = useTranslation()
  const rem = useRem()
  const [search, setSearch] = useState('')
  const columns = useMemo(() => {
    const wanted = search.trim().normalize('NFC').toLocaleLowerCase()
    return profile.columns
      .filter(({ name }) => name.normalize('NFC').toLocaleLowerCase().includes(wanted))
      .map((column) => ({ id: column.name, column, role: roleKind(uses.get(column.name)) }))
  }, [profile, uses, search])
  const layout = useMemo(() => new ListLayout({ rowHeight: rowHeight * rem }), [rem])
  return (
    <Panel
      title={t('data.columns')}
      actions={<RoleCounts uses={uses} />}
      isFlush
      top={
        <TextField
          label={t('data.search')}
          isLabelHidden
          placeholder={t('data.search')}
          icon={<Search className={styles['searchIcon']} aria-hidden />}
          value={search}
          onChange={setSearch}
        />
      }
    >
      <Virtualizer layout={layout}>
        <ListBox
          className={styles['list'] ?? ''}
          aria-label={t('data.columns')}
          items={columns}
          selectionMode="single"
          selectionBehavior="replace"
          disallowEmptySelection
          selectedKeys={selected === null ? [] : [selected]}
          onSelectionChange={(keys) => {
            const [key] = keys === 'all' ? [] : [...keys]
            if (key !== undefined) onSelect(String(key))
          }}
          renderEmptyState={() => <p className={styles['empty']}>{t('data.noMatch')}</p>}
        >
          {({ column, role }) => (
            <ListBoxItem
              id={column.name}
              textValue={column.name || t('data.noName')}
              className={styles['item'] ?? ''}
            >
              <ColumnLine column={column} role={role} rows={profile.rows} />
            </ListBoxItem>
          )}
        </ListBox>
      </Virtualizer>
    </Panel>
  )
}

interface ColumnLineProps {
  readonly column: ColumnProfile
  readonly role: RoleKind
  readonly rows: number
}

function ColumnLine({ column, role, rows }: ColumnLineProps) {
  const { t } = useTranslation()
  const TypeIcon = typeIcon[column.type]
  const RoleIcon = roleIcon[role]
  const share = formatPercent(column.missing / Math.max(1, rows))
  return (
    <span className={styles['line']} data-role={role}>
      <span className={styles['type']} title={t(`data.types.${column.type}`)}>
        <TypeIcon aria-label={t(`data.types.${column.type}`)} />
      </span>
      <span className={styles['name']}>{column.name || t('data.noName')}</span>
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

function RoleCounts({ uses }: Pick<ColumnListProps, 'uses'>) {
  const { t } = useTranslation()
  const kinds = [...uses.values()].flat().map(({ kind }) => kind)
  const counts = (['input', 'output'] as const).map((kind) => ({
    kind,
    count: kinds.filter((other) => other === kind).length,
  }))
  return (
    <span className={styles['counts']}>
      {counts.map(({ kind, count }) => {
        const Icon = roleIcon[kind]
        return (
          <span key={kind} className={styles['count']} data-role={kind} title={t(`data.roles.${kind}`)}>
            <Icon aria-label={t(`data.roles.${kind}`)} />
            {count}
          </span>
        )
      })}
    </span>
  )
}
