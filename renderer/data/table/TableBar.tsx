import { Search } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { formatCount } from '../../i18n/format.ts'
import { openTableSearch, useTableSearch } from '../../store/findInTable.ts'
import type { SourceState } from '../../store/table.ts'
import { cancelTableView, useTableView } from '../../store/tableViews.ts'
import { problemText } from '../../i18n/problemText.ts'
import { IconButton } from '../../ui/buttons/IconButton.tsx'
import { ProgressBar } from '../../ui/feedback/ProgressBar.tsx'
import { FilterChips } from './FilterChips.tsx'
import { FindBar } from './FindBar.tsx'
import { GoToRow } from './GoToRow.tsx'
import { ReadingLine } from './ReadingLine.tsx'
import styles from './TableBar.module.css'

interface TableBarProps {
  readonly source: string
  readonly file: string
  readonly state: SourceState
  readonly onFind: (backwards: boolean) => void
  readonly onLeaveFind: () => void
  readonly onEdit: (filter: number, chip: Element) => void
}

/** Above the rows: which of them are shown, and ways to find one; while the file is read, how far that is. */
export function TableBar({ source, file, state, onFind, onLeaveFind, onEdit }: TableBarProps) {
  const { t } = useTranslation()
  const { isOpen } = useTableSearch()
  const rows = state.kind === 'ready' ? state.profile.rows : null
  return (
    <div className={styles['bar']}>
      <ReadingLine source={source} file={file} state={state} />
      {rows !== null && (
        <>
          <FilterChips source={source} onEdit={onEdit} />
          <RowsLeft source={source} rows={rows} />
          <div className={styles['ways']}>
            {!isOpen && <GoToRow source={source} rows={rows} />}
            {isOpen ? (
              <FindBar onFind={onFind} onClose={onLeaveFind} />
            ) : (
              <IconButton
                size="small"
                label={t('data.table.find')}
                shortcut={{ code: 'KeyF', mod: true }}
                icon={<Search />}
                onPress={openTableSearch}
              />
            )}
          </div>
        </>
      )}
    </div>
  )
}

function RowsLeft({ source, rows }: { readonly source: string; readonly rows: number }) {
  const { t } = useTranslation()
  const { rows: left, share, problem } = useTableView(source)
  if (share !== null) {
    return (
      <div className={styles['progress']}>
        <span className={styles['label']}>{t('data.table.arranging')}</span>
        <ProgressBar
          label={t('data.table.arranging')}
          isLabelHidden
          value={share}
          cancelLabel={t('data.table.cancel')}
          onCancel={() => cancelTableView(source)}
        />
      </div>
    )
  }
  if (problem)
    return (
      <span className={styles['problem']} role="alert">
        {problemText(problem)}
      </span>
    )
  return (
    <span className={styles['rows']} role="status">
      {left === null || left === rows
        ? t('data.table.rows', { count: rows, formatted: formatCount(rows) })
        : t('data.table.rowsLeft', { left: formatCount(left), rows: formatCount(rows) })}
    </span>
  )
}
