import type { DataWarning } from '../../../../shared/survey.ts'
import type { Surveyed } from '../surveyed.ts'

/** Below this share of different rows they are equal because there are few possible ones, as in a table of truth. */
const fewest = 0.1

/** Rows to judge the model by that it was trained on, as far as it can see. */
export const repeatedRows = (surveyed: Surveyed): DataWarning[] => {
  const { repeated, trainRows, project, inputs, targets } = surveyed
  if (!repeated || repeated.rows === 0 || repeated.distinct < trainRows * fewest) return []
  const first = project.data.sources[0]?.id
  const used = [...inputs, ...targets]
  const columns = [...new Set(used.map(({ column }) => column))]
  return [
    {
      problem: { code: 'repeatedRows', values: { count: repeated.rows } },
      // A step names columns of the joined table.
      repairs: used.every(({ source }) => source === '' || source === first)
        ? [{ kind: 'dropDuplicates', columns }]
        : [],
    },
  ]
}
