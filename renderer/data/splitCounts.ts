import { isInput, isOutput, type Project } from '../../shared/project.ts'
import type { TableProfile } from '../../shared/table.ts'

/** How many rows of a table go where. */
export interface SplitCounts {
  readonly train: number
  readonly validation: number
  readonly test: number
  /** Rows that lack a cell they need: a target, or a column whose missing cells drop the row. */
  readonly dropped: number
  /** Whether the true numbers are known without reading the rows. */
  readonly isExact: boolean
}

/** Columns without which a row is left out. */
const requiredColumns = ({ nodes }: Project): ReadonlySet<string> => {
  const names = new Set<string>()
  for (const node of Object.values(nodes)) {
    if (isOutput(node) && node.output.target) names.add(node.output.target.column)
    else if (isInput(node))
      for (const { column, encoding } of node.input.columns)
        if ('missing' in encoding && encoding.missing === 'drop') names.add(column)
  }
  return names
}

/**
 * The parts of the first source's rows as `splitRows` makes them, from the profile alone. Rows that belong together, and
 * several columns with missing cells, make them estimates. Rows of a test source are not counted.
 */
export const splitCounts = (
  project: Project,
  { rows, columns }: Pick<TableProfile, 'rows' | 'columns'>,
): SplitCounts => {
  const { validation, group } = project.training.split
  const hasTestSource = project.data.sources.some(({ part }, index) => part === 'test' && index > 0)
  const test = hasTestSource ? 0 : project.training.split.test
  const required = requiredColumns(project)
  const missing = columns.filter(({ name }) => required.has(name)).map((column) => column.missing)
  const dropped = Math.max(0, ...missing)
  const kept = rows - dropped
  const toTest = Math.min(kept, Math.round(kept * test))
  const toValidation = Math.min(kept - toTest, Math.round(kept * validation))
  return {
    train: kept - toTest - toValidation,
    validation: toValidation,
    test: toTest,
    dropped,
    isExact: group === undefined && missing.filter((count) => count > 0).length <= 1,
  }
}
