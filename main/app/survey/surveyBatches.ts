import { madeColumns } from '../../../shared/prep/steps/activeSteps.ts'
import type { Project } from '../../../shared/project.ts'
import type { SurveyColumn } from '../../../shared/survey.ts'
import type { ColumnType } from '../../../shared/table.ts'
import { isTestSource, keyOf, type SurveySource } from './surveyUses.ts'

/** A column to look at. */
export interface SurveyedColumn extends SurveyColumn {
  /** Unknown for what a step makes. */
  readonly type?: ColumnType
}

/**
 * Every column of the sources and of the steps in batches of about so many bytes. One that a file of test rows lacks is left out, unless
 * the model needs it: then reading says what is wrong.
 */
export const surveyBatches = (
  project: Project,
  sources: readonly SurveySource[],
  used: ReadonlySet<string>,
  bytes: number,
): readonly (readonly SurveyedColumn[])[] => {
  const tests = sources.filter(({ id }) => isTestSource(project, id))
  const inTests = tests.map(({ columns }) => new Set(columns.map(({ name }) => name)))
  const first = sources[0]
  const columns = sources
    .filter(({ id }) => !isTestSource(project, id))
    .flatMap(({ id, columns: own }) =>
      own.flatMap(({ name, type }): SurveyedColumn[] => {
        const place = { source: id, column: name }
        const isThere = id !== first?.id || inTests.every((names) => names.has(name))
        return isThere || used.has(keyOf(place)) ? [{ ...place, type }] : []
      }),
    )
  const made = madeColumns(project).map((column): SurveyedColumn => ({ source: '', column }))
  const rows = [first, ...tests].reduce((sum, source) => sum + (source?.rows ?? 0), 0)
  const size = Math.max(1, Math.floor(bytes / (8 * Math.max(1, rows))))
  const all = [...columns, ...made]
  const batches = []
  for (let at = 0; at < all.length; at += size) batches.push(all.slice(at, at + size))
  return batches
}
