import type { Project } from '../../../shared/project.ts'
import type { Survey, SurveyEvent } from '../../../shared/survey.ts'
import { readingOf } from '../projects/sourceTables.ts'
import { readableSource, type SourceScope } from '../projects/sources.ts'
import { reported } from '../reported.ts'
import type { Services } from '../services.ts'
import type { StoredSurveySource } from './surveyMessages.ts'

/** Surveys the data of a project: progress, then the survey. Throws what reading throws. */
export async function* surveyOpened(
  { datasets, allowed, surveys }: Pick<Services, 'datasets' | 'allowed' | 'surveys'>,
  scope: SourceScope,
  project: Project,
  signal: AbortSignal,
): AsyncGenerator<SurveyEvent, void> {
  const sources: StoredSurveySource[] = []
  for (const source of project.data.sources) {
    const path = await readableSource(scope, source, allowed)
    const { dir, profile } = await datasets.open(path, { ...readingOf(source), signal })
    const columns = profile.columns.map(({ name, type }) => ({ name, type }))
    sources.push({ id: source.id, dir, rows: profile.rows, columns })
  }
  const survey = yield* reported<SurveyEvent, Survey>((report) =>
    surveys.survey(project, sources, signal, (progress) => report({ kind: 'progress', ...progress })),
  )
  yield { kind: 'survey', survey }
}
