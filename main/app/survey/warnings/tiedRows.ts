import type { DataWarning } from '../../../../shared/survey.ts'
import type { Surveyed } from '../surveyed.ts'

/** Columns that name one thing (a person, a machine) in several rows, which the split puts into several parts. */
export const tiedRows = ({ project, facts, targets }: Surveyed): DataWarning[] => {
  const { split } = project.training
  const first = project.data.sources[0]?.id
  return facts
    .filter(
      ({ source, column, tied }) =>
        tied > 0 &&
        split.group === undefined &&
        source === first &&
        !targets.some((target) => target.source === source && target.column === column),
    )
    .map(({ source, column, tied }) => ({
      problem: { code: 'tiedRows', values: { column, count: tied } },
      at: { source, column },
      repairs: split.column ? [] : [{ kind: 'group', column }],
    }))
}
