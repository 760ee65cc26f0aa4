import { CirclePause } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { setDialect } from '../../shared/edits/sources.ts'
import type { Problem } from '../../shared/problems.ts'
import type { Source } from '../../shared/project.ts'
import type { Dialect } from '../../shared/table.ts'
import { client } from '../client.ts'
import { attempt } from '../files/attempt.ts'
import { problemText } from '../i18n/problemText.ts'
import { currentDocId, currentProject, edit } from '../store/document.ts'
import { showDialog } from '../store/session.ts'
import { readSource } from '../store/table.ts'
import { Button } from '../ui/buttons/Button.tsx'
import { EmptyState } from '../ui/feedback/EmptyState.tsx'
import { ErrorState } from '../ui/feedback/ErrorState.tsx'

/** Nothing asked for: all of the dialect is found out from the file again. */
const findOut: Partial<Dialect> = {
  encoding: undefined,
  delimiter: undefined,
  decimal: undefined,
  thousands: undefined,
  header: undefined,
  skip: undefined,
  headerRows: undefined,
  units: undefined,
  totals: undefined,
  missing: undefined,
}

interface SourceFailedProps {
  readonly source: Source
  readonly problem: Problem
}

/** Remembers that this file outside the project's folder may be read, and reads it. */
const allow = (source: string) =>
  attempt(async () => {
    await client.allowSource(currentDocId(), currentProject(), source)
    await readSource(source)
  })

/** A source whose reading the user stopped. */
function SourceStopped({ source }: { readonly source: string }) {
  const { t } = useTranslation()
  return (
    <EmptyState
      icon={<CirclePause aria-hidden />}
      title={t('data.stoppedTitle')}
      text={t('data.stoppedText')}
      actions={
        <Button variant="primary" onPress={() => void readSource(source)}>
          {t('data.readAgain')}
        </Button>
      }
    />
  )
}

/** A source that could not be read, with what mends it: another file, leave to read it, or another try. */
export function SourceFailed({ source, problem }: SourceFailedProps) {
  const { t } = useTranslation()
  const isOutside = problem.code === 'sourceOutside'
  if (problem.code === 'cancelled') return <SourceStopped source={source.id} />
  return (
    <ErrorState
      title={t('data.failedTitle')}
      text={problemText(problem)}
      actions={
        <>
          {isOutside && (
            <Button variant="primary" onPress={() => allow(source.id)}>
              {t('data.allow')}
            </Button>
          )}
          <Button
            variant={isOutside ? 'plain' : 'primary'}
            onPress={() => showDialog({ kind: 'findSource', source: source.id })}
          >
            {t('data.find')}
          </Button>
          <Button onPress={() => void readSource(source.id)}>{t('data.readAgain')}</Button>
          {source.dialect && (
            <Button onPress={() => void edit((project) => setDialect(project, source.id, findOut))}>
              {t('data.readAuto')}
            </Button>
          )}
        </>
      }
    />
  )
}
