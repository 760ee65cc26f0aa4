import { useTranslation } from 'react-i18next'
import type { ColumnProfile, TableProfile } from '../../shared/table.ts'
import { showDetails, useDetailsTab } from '../store/dataView.ts'
import { formatCount } from '../i18n/format.ts'
import { useProject } from '../store/document.ts'
import { useSurvey } from '../store/survey.ts'
import { useProfileAfterSteps } from '../store/stepReport.ts'
import { Panel } from '../ui/layout/Panel.tsx'
import { Tabs } from '../ui/layout/Tabs.tsx'
import { ColumnDetails } from './ColumnDetails.tsx'
import type { Use } from './columnUses.ts'
import { ManyColumns } from './ManyColumns.tsx'
import { SourceForm } from './SourceForm.tsx'
import { SplitForm } from './split/SplitForm.tsx'
import { SurveyPanel } from './survey/SurveyPanel.tsx'
import { StepsPanel } from './steps/StepsPanel.tsx'

interface SourceDetailsProps {
  readonly source: string
  readonly profile: TableProfile
  readonly column: ColumnProfile | undefined
  /** Columns that are selected at once; fewer than two are one. */
  readonly several: readonly ColumnProfile[]
  readonly uses: ReadonlyMap<string, readonly Use[]>
}

/** Beside the rows: the selected column, and what is about all rows of the project: how they are divided, and what to be warned of. */
export function SourceDetails({ source, profile, column, several, uses }: SourceDetailsProps) {
  const { t } = useTranslation()
  const tab = useDetailsTab()
  const warnings = useSurvey()?.warnings.length ?? 0
  const steps = useProject(({ data }) => data.steps.length)
  const first = useProfileAfterSteps(useProject(({ data }) => data.sources[0]?.id))
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
            content:
              several.length > 1 ? (
                <ManyColumns source={source} columns={several} uses={uses} />
              ) : (
                column && (
                  <ColumnDetails
                    key={column.name}
                    source={source}
                    profile={profile}
                    column={column}
                    uses={uses.get(column.name) ?? []}
                  />
                )
              ),
          },
          {
            id: 'source',
            label: t('data.source.tab'),
            content: <SourceForm key={source} source={source} profile={profile} />,
          },
          {
            id: 'steps',
            label: t('data.steps.tab'),
            ...(steps > 0 ? { note: steps } : {}),
            content: first && <StepsPanel looked={column} />,
          },
          { id: 'split', label: t('data.split'), content: first && <SplitForm profile={first} /> },
          {
            id: 'checks',
            label: t('data.survey.title'),
            ...(warnings > 0 ? { note: formatCount(warnings) } : {}),
            content: <SurveyPanel />,
          },
        ]}
      />
    </Panel>
  )
}
