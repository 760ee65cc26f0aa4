import { useTranslation } from 'react-i18next'
import { acceptSource } from '../../shared/edits/sources.ts'
import { madeColumns } from '../../shared/prep/steps/activeSteps.ts'
import type { Source } from '../../shared/project.ts'
import type { TableProfile } from '../../shared/table.ts'
import { edit, useProject } from '../store/document.ts'
import { showDialog } from '../store/session.ts'
import { Button } from '../ui/buttons/Button.tsx'
import { Notice } from '../ui/feedback/Notice.tsx'
import type { Use } from './columnUses.ts'
import { OddRowNotices, toldRows } from './OddRowNotices.tsx'
import styles from './SourceNotices.module.css'

interface SourceNoticesProps {
  readonly source: Source
  readonly profile: TableProfile
  readonly uses: ReadonlyMap<string, readonly Use[]>
}

const accept = (source: string, { sha256, columns }: TableProfile) =>
  void edit((project) =>
    acceptSource(project, source, {
      sha256,
      columns: Object.fromEntries(columns.map(({ name, type }) => [name, { type }])),
    }),
  )

/** What has to be looked at before training: the file is another one, has rows that are no observations, or lacks columns that the model uses. */
export function SourceNotices({ source, profile, uses }: SourceNoticesProps) {
  const { t } = useTranslation()
  const isChanged = source.sha256 !== undefined && source.sha256 !== profile.sha256
  const made = madeColumns(useProject((project) => project))
  const there = new Set([...profile.columns.map(({ name }) => name), ...made])
  const lost = [...uses.keys()].filter((name) => !there.has(name))
  if (!isChanged && lost.length === 0 && toldRows(source, profile).length === 0) return null
  return (
    <div className={styles['notices']}>
      {isChanged && (
        <Notice
          tone="warn"
          actions={
            <>
              <Button size="small" onPress={() => accept(source.id, profile)}>
                {t('data.accept')}
              </Button>
              <Button size="small" onPress={() => showDialog({ kind: 'findSource', source: source.id })}>
                {t('data.find')}
              </Button>
            </>
          }
        >
          {t('data.changed')}
        </Notice>
      )}
      <OddRowNotices source={source} profile={profile} />
      {lost.length > 0 && (
        <Notice tone="danger">
          {t('data.lost', { count: lost.length, columns: lost.slice(0, 8).join(', ') })}
        </Notice>
      )}
    </div>
  )
}
