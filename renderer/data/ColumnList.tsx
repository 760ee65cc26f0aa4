import { Search } from 'lucide-react'
import { useMemo, useState } from 'react'
import { type Key, ListBox, ListBoxItem, ListLayout, Virtualizer } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import type { ColumnProfile, TableProfile } from '../../shared/table.ts'
import { TextField } from '../ui/form/TextField.tsx'
import { Panel } from '../ui/layout/Panel.tsx'
import { useRem } from '../ui/useRem.ts'
import { pickColumns } from '../store/dataView.ts'
import { ColumnLine } from './ColumnLine.tsx'
import styles from './ColumnList.module.css'
import { ColumnMenu } from './ColumnMenu.tsx'
import { roleKind, type Use } from './columnUses.ts'
import { RoleCounts } from './RoleCounts.tsx'

interface ColumnListProps {
  readonly source: string
  readonly profile: TableProfile
  readonly uses: ReadonlyMap<string, readonly Use[]>
  readonly selected: string | null
  /** Columns that are selected at once; empty while it is one. */
  readonly picked: readonly string[]
  /** A click on a line without Shift or Ctrl, or Enter. */
  readonly onChoose: () => void
}

const folded = (text: string) => text.trim().normalize('NFC').toLocaleLowerCase()

/** The columns of a source: type, missing share and role of each; found by typing, chosen by mouse or arrow keys, several with Shift or Ctrl. */
export function ColumnList(props: ColumnListProps) {
  const { t } = useTranslation()
  const [search, setSearch] = useState('')
  const { columns } = props.profile
  const found = useMemo(
    () => columns.filter(({ name }) => folded(name).includes(folded(search))),
    [columns, search],
  )
  return (
    <Panel
      title={t('data.columns')}
      actions={
        <>
          <RoleCounts uses={props.uses} />
          <ColumnMenu source={props.source} profile={props.profile} />
        </>
      }
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
      <Found {...props} found={found} />
    </Panel>
  )
}

const rowHeight = 1.75

/** A click on the only selected column is told too: it is where Shift begins. The list hands this on to its selection. */
const alwaysTold = { allowDuplicateSelectionEvents: true }

function Found({
  source,
  found,
  profile,
  uses,
  selected,
  picked,
  onChoose,
}: ColumnListProps & { readonly found: readonly ColumnProfile[] }) {
  const { t } = useTranslation()
  const rem = useRem()
  const layout = useMemo(() => new ListLayout({ rowHeight: rowHeight * rem }), [rem])
  const items = useMemo(
    () => found.map((column) => ({ id: column.name, column, role: roleKind(uses.get(column.name)) })),
    [found, uses],
  )
  // A selection remembers where it began, which Shift goes on from: what the list told is handed back as it is.
  const [told, setTold] = useState<ReadonlySet<Key>>(new Set())
  const wanted = picked.length > 0 ? picked : selected === null ? [] : [selected]
  const isTold = told.size === wanted.length && wanted.every((name) => told.has(name))
  return (
    <Virtualizer layout={layout}>
      <ListBox
        className={styles['list'] ?? ''}
        aria-label={t('data.columns')}
        items={items}
        selectionMode="multiple"
        {...alwaysTold}
        selectionBehavior="replace"
        disallowEmptySelection
        onAction={onChoose}
        selectedKeys={isTold ? told : wanted}
        onSelectionChange={(keys) => {
          if (keys !== 'all') setTold(keys)
          pickColumns(source, keys === 'all' ? found.map(({ name }) => name) : [...keys].map(String))
        }}
        renderEmptyState={() => <p className={styles['empty']}>{t('data.noMatch')}</p>}
      >
        {({ column, role }) => (
          <ListBoxItem
            id={column.name}
            textValue={column.name || t('data.noName')}
            className={styles['item'] ?? ''}
            onClick={(event) => !event.shiftKey && !event.ctrlKey && !event.metaKey && onChoose()}
          >
            <ColumnLine column={column} role={role} rows={profile.rows} />
          </ListBoxItem>
        )}
      </ListBox>
    </Virtualizer>
  )
}
