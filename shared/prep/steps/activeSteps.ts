import { ProblemError } from '../../problems.ts'
import type { Project } from '../../project.ts'
import { isKnownStep, type Step } from './step.ts'
import { kindOf } from './stepKinds.ts'

/** A step that is on, with its number among all steps of the document, counted from 1. */
export interface NumberedStep {
  readonly number: number
  readonly step: Step
}

/** The steps that are on, in order. Throws `stepUnknown`. */
export const activeSteps = ({ data }: Pick<Project, 'data'>): readonly NumberedStep[] =>
  data.steps.flatMap((step, index) => {
    if (step.off === true) return []
    if (isKnownStep(step)) return [{ number: index + 1, step }]
    throw new ProblemError('stepUnknown', { step: index + 1, kind: step.kind })
  })

/** The columns that the steps of a document make, by name, those that are on. */
export const madeColumns = ({ data }: Pick<Project, 'data'>): readonly string[] =>
  data.steps.flatMap((step) => {
    if (step.off === true || !isKnownStep(step) || step.kind !== 'formula') return []
    return [step.column]
  })

/** What of steps has to be known to say which of them are needed. */
export interface StepEffect {
  readonly acts: 'rows' | 'column'
  readonly makes: boolean
  readonly column: string | null
  /** Null is all columns. */
  readonly reads: readonly string[] | null
}

/** What a step reads and changes. */
export const effectOf = (step: Step): StepEffect => {
  const kind = kindOf(step)
  const reads = kind.reads(step)
  if (step.kind === 'keep' || step.kind === 'dropDuplicates' || step.kind === 'dropMissing')
    return { acts: 'rows', makes: false, column: null, reads }
  return { acts: 'column', makes: kind.acts === 'column' && kind.makes, column: step.column, reads }
}

/**
 * Those of the steps that choose rows or on which the wanted columns hang, in order, and the columns that must be there
 * before them: null when those are all there are.
 */
export const neededSteps = <T>(
  steps: readonly T[],
  wanted: Iterable<string>,
  effect: (step: T) => StepEffect,
): { readonly steps: readonly T[]; readonly columns: ReadonlySet<string>; readonly all: boolean } => {
  const columns = new Set(wanted)
  const needed: T[] = []
  let all = false
  for (const step of steps.toReversed()) {
    const { acts, makes, column, reads } = effect(step)
    if (acts === 'column' && (column === null || !columns.has(column))) continue
    if (makes && column !== null) columns.delete(column)
    for (const name of reads ?? []) columns.add(name)
    if (reads === null) all = true
    needed.unshift(step)
  }
  return { steps: needed, columns, all }
}
