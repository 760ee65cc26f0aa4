import { Table2 } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useProject } from '../store/document.ts'
import { showDialog } from '../store/session.ts'
import { Button } from '../ui/buttons/Button.tsx'
import { EmptyState } from '../ui/feedback/EmptyState.tsx'
import { Tabs } from '../ui/layout/Tabs.tsx'
import { AddSource } from './AddSource.tsx'
import { showSource, useShownSource } from '../store/dataView.ts'
import { sourceName } from '../../shared/sourceName.ts'
import { SourceView } from './SourceView.tsx'

/** Data: the project's tables, what each column is to the model, and how rows are divided. A tab for each source. */
export function DataWorkspace() {
  const { t } = useTranslation()
  const sources = useProject(({ data }) => data.sources)
  const shown = useShownSource()
  const source = sources.find(({ id }) => id === shown) ?? sources[0]
  if (!source) return <NoData />
  if (sources.length === 1) return <SourceView key={source.id} source={source} />
  return (
    <Tabs
      label={t('data.sources')}
      selected={source.id}
      onChange={showSource}
      items={sources.map((one) => ({
        id: one.id,
        label: sourceName(one),
        ...(one.part === 'test' ? { note: t('data.testPart') } : {}),
        content: <SourceView key={one.id} source={one} />,
      }))}
    />
  )
}

function NoData() {
  const { t } = useTranslation()
  return (
    <EmptyState
      icon={<Table2 aria-hidden />}
      title={t('data.emptyTitle')}
      text={t('data.emptyText')}
      actions={
        <>
          <AddSource />
          <Button onPress={() => showDialog({ kind: 'newFromTable' })}>{t('data.newFromTable')}</Button>
        </>
      }
    />
  )
}
