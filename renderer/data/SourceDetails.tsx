import { useTranslation } from 'react-i18next'
import type { ColumnProfile, TableProfile } from '../../shared/table.ts'
import { showDetails, useDetailsTab } from '../store/dataView.ts'
import { useProject } from '../store/document.ts'
import { useProfile } from '../store/table.ts'
import { Panel } from '../ui/layout/Panel.tsx'
import { Tabs } from '../ui/layout/Tabs.tsx'
import { ColumnDetails } from './ColumnDetails.tsx'
import type { Use } from './columnUses.ts'
import { SourceForm } from './SourceForm.tsx'
import { SplitForm } from './SplitForm.tsx'

interface SourceDetailsProps {
  readonly source: string
  readonly profile: TableProfile
  readonly column: ColumnProfile | undefined
  readonly uses: ReadonlyMap<string, readonly Use[]>
}

/** Beside the rows: the selected column, and the split of the project's rows, which are those of its first source. */
export function SourceDetails({ source, profile, column, uses }: SourceDetailsProps) {
  const { t } = useTranslation()
  const tab = useDetailsTab()
  const first = useProfile(useProject(({ data }) => data.sources[0]?.id))
  return (
    <Panel isFlush>
      <Tabs
        label={t('data.details')}
        selected={tab}
        onChange={showDetails}
        items={[
          {
            id: 'column',
            label: t('data.column'),
            content: column && (
              <ColumnDetails
                key={column.name}
                source={source}
                profile={profile}
                column={column}
                uses={uses.get(column.name) ?? []}
              />
            ),
          },
          {
            id: 'source',
            label: t('data.source.tab'),
            content: <SourceForm key={source} source={source} profile={profile} />,
          },
          { id: 'split', label: t('data.split'), content: first && <SplitForm profile={first} /> },
        ]}
      />
    </Panel>
  )
}
