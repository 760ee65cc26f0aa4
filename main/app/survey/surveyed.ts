import type { Encoding } from '../../../shared/prep/encoding.ts'
import type { Project } from '../../../shared/project.ts'
import type { ClassBalance, Correlation, SurveyColumn } from '../../../shared/survey.ts'
import type { ColumnFacts } from './columnFacts.ts'
import type { Repeated } from './repeatedRows.ts'

/** A column that an input of the model takes. */
export interface SurveyInput extends SurveyColumn {
  readonly node: string
  readonly encoding: Encoding
  /** Whether the input is a flat list of columns: one can be taken away without breaking a picture or a sequence. */
  readonly isFlat: boolean
}

/** All that warnings are drawn from. */
export interface Surveyed {
  readonly project: Project
  readonly inputs: readonly SurveyInput[]
  readonly targets: readonly (SurveyColumn & { readonly node: string })[]
  readonly factsOf: (place: SurveyColumn) => ColumnFacts | undefined
  readonly facts: readonly ColumnFacts[]
  readonly balance: readonly ClassBalance[]
  readonly correlations: readonly Correlation[]
  readonly trainRows: number
  /** Null while the model takes no columns. */
  readonly repeated: Repeated | null
}

/** Names in a sentence: the first few. */
export const named = (columns: readonly SurveyColumn[]): string => {
  const names = [...new Set(columns.map(({ column }) => column))]
  return names.slice(0, 5).join(', ') + (names.length > 5 ? ', …' : '')
}
