import type { Problem } from './problems.ts'
import { isInput, isOutput, type Project } from './project.ts'
import type { PartName } from './run.ts'

/** A column of a source, both named. */
export interface SurveyColumn {
  /** Empty for a column that a step makes. */
  readonly source: string
  readonly column: string
}

/** How strongly a column goes with a target, over the training rows that have both. */
export interface Correlation extends SurveyColumn {
  /** The output node whose target it is. */
  readonly node: string
  /** Pearson's r (−1 to 1), the correlation ratio η or Cramér's V (both 0 to 1). */
  readonly measure: 'pearson' | 'eta' | 'cramersV'
  readonly value: number
}

/** How many rows of each class of a target stand in each part. */
export interface ClassBalance extends SurveyColumn {
  readonly node: string
  readonly classes: readonly (Readonly<Record<PartName, number>> & { readonly value: string })[]
}

/** An edit of the document that mends what a warning tells of; see `repairData`. */
export type DataRepair =
  | { readonly kind: 'removeInput'; readonly columns: readonly SurveyColumn[] }
  | { readonly kind: 'dropDuplicates'; readonly columns: readonly string[] }
  | { readonly kind: 'scale'; readonly columns: readonly SurveyColumn[] }
  | { readonly kind: 'stratify'; readonly column: string }
  | { readonly kind: 'group'; readonly column: string }
  | { readonly kind: 'classWeights'; readonly node: string }

/** Something about the data that makes a model worse, or look better than it is. */
export interface DataWarning {
  readonly problem: Problem
  /** Where to look. */
  readonly at?: SurveyColumn
  readonly repairs: readonly DataRepair[]
}

/** What the rows of a project say, counted and not estimated. */
export interface Survey {
  readonly parts: Readonly<Record<PartName | 'dropped', number>>
  /** Of the dropped rows, those that the steps leave out. */
  readonly excluded: number
  /** Where the other dropped rows lack a cell that they need: every such column, and in how many of them. */
  readonly lacking: readonly (SurveyColumn & { readonly rows: number })[]
  readonly balance: readonly ClassBalance[]
  readonly correlations: readonly Correlation[]
  readonly warnings: readonly DataWarning[]
}

/** What a survey says while it is under way, then its result. */
export type SurveyEvent =
  | { readonly kind: 'progress'; readonly done: number; readonly total: number }
  | { readonly kind: 'survey'; readonly survey: Survey }

/** Everything of a document that its survey depends on, as a text that is equal when a survey would be. */
export const surveyKey = ({ data, nodes, training }: Project): string => {
  const uses = Object.entries(nodes).flatMap(([id, node]): unknown[] => {
    if (isInput(node)) {
      const { columns, shape, window } = node.input
      return [[id, columns, shape.length, window]]
    }
    return isOutput(node) ? [[id, node.output.target, node.output.classWeights]] : []
  })
  return JSON.stringify([data, uses, training.split, training.seed])
}
