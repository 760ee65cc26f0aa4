import type { SourceReader } from '../../../shared/prep/joinSources.ts'
import { tableOf } from '../../../shared/prep/tableOf.test-support.ts'
import { type Project, projectSchema } from '../../../shared/project.ts'
import type { DataWarning } from '../../../shared/survey.ts'
import type { ColumnType } from '../../../shared/table.ts'
import { surveyProject } from './surveyProject.ts'

type Cells = Record<string, readonly (number | string | null)[]>

/** A project that reads its inputs and targets from one table, and what a survey of it says. */
export interface ShortSurvey {
  readonly cells: Cells
  /** Encodings by column. */
  readonly inputs: Record<string, object>
  readonly target?: { readonly column: string; readonly encoding: object; readonly classWeights?: unknown }
  readonly types?: Record<string, ColumnType>
  readonly split?: object
  readonly shape?: readonly number[]
}

/** The document of a short survey. */
export const surveyedProject = ({ inputs, target, split, shape }: ShortSurvey): Project => {
  const columns = Object.entries(inputs).map(([column, encoding]) => ({ column, encoding }))
  const { classWeights, ...wanted } = target ?? {}
  const output = target ? { target: wanted, ...(classWeights ? { classWeights } : {}) } : {}
  return projectSchema.parse({
    format: 1,
    id: 'p',
    name: 'p',
    layers: {},
    nodes: {
      in: { input: { name: 'in', shape: shape ?? [Math.max(1, columns.length)], columns }, x: 0, y: 0 },
      out: { output, x: 0, y: 0 },
    },
    edges: [],
    data: { sources: [{ id: 'data', file: 'data.csv' }] },
    training: split ? { split } : {},
  })
}

/** Surveys it. */
export const surveyOf = (short: ShortSurvey, project = surveyedProject(short), batchBytes?: number) => {
  const table = tableOf(short.cells)
  const read: SourceReader = (_, wanted) => {
    const columns = wanted === 'all' ? [...table.columns.keys()] : wanted
    return Promise.resolve({
      rows: table.rows,
      columns: new Map(
        columns.flatMap((name) => {
          const column = table.columns.get(name)
          return column ? [[name, column] as const] : []
        }),
      ),
    })
  }
  const columns = Object.keys(short.cells).map((name) => ({
    name,
    type:
      short.types?.[name] ??
      (table.columns.get(name)?.kind === 'text' ? ('category' as const) : ('number' as const)),
  }))
  return surveyProject(project, [{ id: 'data', rows: table.rows, columns }], read, undefined, batchBytes)
}

/** The warnings of one kind. */
export const warningsFor = async (short: ShortSurvey, code: string): Promise<readonly DataWarning[]> =>
  (await surveyOf(short)).warnings.filter(({ problem }) => problem.code === code)
