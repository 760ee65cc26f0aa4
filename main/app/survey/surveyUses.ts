import type { TargetEncoding } from '../../../shared/prep/encoding.ts'
import { madeColumns } from '../../../shared/prep/steps/activeSteps.ts'
import { isInput, isOutput, type Project } from '../../../shared/project.ts'
import type { SurveyColumn } from '../../../shared/survey.ts'
import type { ColumnType } from '../../../shared/table.ts'
import type { SurveyInput } from './surveyed.ts'

/** What is known of a source before its rows are read. */
export interface SurveySource {
  readonly id: string
  readonly rows: number
  readonly columns: readonly { readonly name: string; readonly type: ColumnType }[]
}

/** A column that an output is to predict. */
export interface SurveyOutput extends SurveyColumn {
  readonly node: string
  readonly encoding: TargetEncoding
}

/** The column as reading knows it: what a step makes is in no source. */
export const asNamed = ({ source, column }: SurveyColumn) => (source === '' ? { column } : { source, column })

/** A text that is equal for the same column of the same source. */
export const keyOf = ({ source, column }: SurveyColumn): string => JSON.stringify([source, column])

/** Whether a source only gives test rows. */
export const isTestSource = ({ data }: Project, id: string): boolean =>
  data.sources.some((source, index) => index > 0 && source.id === id && source.part === 'test')

/** The columns that a project's model takes and predicts, each with its source spelled out. */
export const surveyUses = (project: Project, sources: readonly SurveySource[]) => {
  const holders = new Map<string, string>()
  for (const { id, columns } of sources)
    if (!isTestSource(project, id))
      for (const { name } of columns) if (!holders.has(name)) holders.set(name, id)
  const first = project.data.sources[0]?.id ?? ''
  const made = new Set(madeColumns(project))
  const placed = ({ source, column }: { source?: string | undefined; column: string }) => ({
    source: source ?? (made.has(column) ? '' : (holders.get(column) ?? first)),
    column,
  })
  const inputs: SurveyInput[] = []
  const outputs: SurveyOutput[] = []
  for (const [node, entry] of Object.entries(project.nodes)) {
    if (isInput(entry)) {
      const isFlat = entry.input.shape.length <= 1
      for (const use of entry.input.columns)
        inputs.push({ ...placed(use), node, encoding: use.encoding, isFlat })
    } else if (isOutput(entry) && entry.output.target) {
      const { target } = entry.output
      outputs.push({ ...placed(target), node, encoding: target.encoding })
    }
  }
  return { inputs, outputs }
}
