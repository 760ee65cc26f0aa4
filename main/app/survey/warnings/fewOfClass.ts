import type { DataWarning } from '../../../../shared/survey.ts'
import { canStratify } from './canStratify.ts'
import type { Surveyed } from '../surveyed.ts'

const fewest = 10

/** Classes with too few rows to be learned and judged. */
export const fewOfClass = ({ project, balance }: Surveyed): DataWarning[] =>
  balance.flatMap(({ source, column, classes }): DataWarning[] => {
    const sizes = classes.map(({ value, train, validation, test }) => ({
      value,
      rows: train + validation + test,
    }))
    const few = sizes.filter(({ rows }) => rows < fewest).toSorted((left, right) => left.rows - right.rows)
    const [first] = few
    if (!first) return []
    return [
      {
        problem: {
          code: 'fewOfClass',
          values: { column, count: few.length, value: first.value, rows: first.rows, needed: fewest },
        },
        at: { source, column },
        repairs: canStratify(project, { source, column }) ? [{ kind: 'stratify', column }] : [],
      },
    ]
  })
