import { useCallback, useMemo, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { Source } from '../../shared/project.ts'
import type { TableProfile } from '../../shared/table.ts'
import { useProject } from '../store/document.ts'
import { setPanels, useSession } from '../store/session.ts'
import { useProfileAfterSteps } from '../store/stepReport.ts'
import { type SourceState, useSource } from '../store/table.ts'
import { Panel } from '../ui/layout/Panel.tsx'
import { SplitLayout, type SplitLayoutHandle } from '../ui/layout/SplitLayout.tsx'
import { ColumnList } from './ColumnList.tsx'
import { type Use, usesByColumn } from './columnUses.ts'
import {
  selectColumn,
  showDetails,
  useDetailsOpening,
  usePickedColumns,
  useSelectedColumn,
} from '../store/dataView.ts'
import { RawTable } from './RawTable.tsx'
import { SourceBar } from './SourceBar.tsx'
import { SourceDetails } from './SourceDetails.tsx'
import { SourceFailed } from './SourceFailed.tsx'
import { SourceNotices } from './SourceNotices.tsx'
import styles from './SourceView.module.css'

const unread: SourceState = { kind: 'reading', bytes: 0, total: 0, before: null, preview: null }

/** One source: its bar above; columns, rows and the selected column below, or how far its reading is, or why it failed. */
export function SourceView({ source }: { readonly source: Source }) {
  const { t } = useTranslation()
  const widths = useSession(({ panels }) => panels['data'])
  const layout = useRef<SplitLayoutHandle>(null)
  const state = useSource(source.id)
  const profile = state?.kind === 'ready' ? state.profile : null
  const project = useProject((whole) => whole)
  const uses = useMemo(() => usesByColumn(project, source.id), [project, source.id])
  const whole = useProfileAfterSteps(source.id)
  const { column, picked, several } = useSelection(source.id, whole)
  const view = { profile, uses, selected: column?.name ?? null }
  const choose = useCallback((name: string) => selectColumn(source.id, name), [source.id])
  const onChoose = () => {
    // Beside the rows, whatever is shown there goes on being shown.
    if (!layout.current) return
    showDetails('column')
    layout.current.openDetails()
  }
  useDetailsOpening(useCallback(() => layout.current?.openDetails(), []))
  return (
    <div className={styles['view']}>
      <SourceBar source={source} profile={profile} />
      <div className={styles['body']}>
        <SplitLayout
          ref={layout}
          navigator={{
            title: t('data.columns'),
            content: whole ? (
              <ColumnList {...view} {...{ picked, onChoose }} source={source.id} profile={whole} />
            ) : (
              <Panel title={t('data.columns')}>{null}</Panel>
            ),
          }}
          details={{
            title: t('data.details'),
            content: whole ? (
              <SourceDetails {...{ source: source.id, profile: whole, column, several, uses }} />
            ) : (
              <Panel>{null}</Panel>
            ),
          }}
          widths={[widths?.[0] ?? 15, widths?.[1] ?? 20]}
          onWidths={(sizes) => setPanels('data', sizes)}
        >
          <div className={styles['work']}>
            {profile && <SourceNotices source={source} profile={profile} uses={uses} />}
            <Rows source={source} state={state} uses={uses} selected={view.selected} onSelect={choose} />
          </div>
        </SplitLayout>
      </div>
    </div>
  )
}

/** The foremost of the selected columns, the names of several, and those that the file has. */
const useSelection = (source: string, profile: TableProfile | null) => {
  const wanted = useSelectedColumn(source)
  const picked = usePickedColumns(source)
  const column = profile?.columns.find(({ name }) => name === wanted) ?? profile?.columns[0]
  const several = useMemo(() => {
    const names = new Set(picked)
    return names.size > 1 ? (profile?.columns.filter(({ name }) => names.has(name)) ?? []) : []
  }, [profile, picked])
  return { column, picked, several }
}

interface RowsProps {
  readonly source: Source
  readonly state: SourceState | undefined
  readonly uses: ReadonlyMap<string, readonly Use[]>
  readonly selected: string | null
  readonly onSelect: (column: string) => void
}

function Rows({ source, state = unread, ...view }: RowsProps) {
  if (state.kind === 'failed') return <SourceFailed source={source} problem={state.problem} />
  if (state.kind === 'stopped' && !state.preview)
    return <SourceFailed source={source} problem={{ code: 'cancelled' }} />
  return <RawTable {...view} source={source.id} file={source.file} state={state} />
}
