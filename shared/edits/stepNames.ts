import { renameColumns } from '../formula/renameColumns.ts'
import { madeColumns } from '../prep/steps/activeSteps.ts'
import { isKnownStep } from '../prep/steps/step.ts'
import type { Project } from '../project.ts'
import { mapUses } from './mapUses.ts'
import type { StepEntry } from './steps.ts'
import { setStep } from './steps.ts'

/** A step with other names for the columns that it reads or changes; the name of a column that it makes stays. */
export const renameInStep = (step: StepEntry, named: (column: string) => string): StepEntry => {
  if (!isKnownStep(step)) return step
  switch (step.kind) {
    case 'keep':
      return { ...step, rule: { ...step.rule, column: named(step.rule.column) } }
    case 'dropMissing':
      return { ...step, columns: step.columns.map(named) }
    case 'dropDuplicates':
      return step.columns ? { ...step, columns: step.columns.map(named) } : step
    case 'formula':
      return { ...step, formula: renameColumns(step.formula, named) }
    case 'replace':
    case 'clip':
    case 'mergeRare':
      return { ...step, column: named(step.column) }
  }
}

/** Gives the column that a step makes another name, here and wherever the steps after it, the model and the split say it. */
export const renameMade = (project: Project, index: number, name: string): Project => {
  const step = project.data.steps[index]
  if (!step || !isKnownStep(step) || step.kind !== 'formula' || step.column === name) return project
  const { column: before } = step
  const renamed = setStep(project, index, { ...step, column: name })
  // Two steps of one name are a mistake: nobody knows then whose column is used.
  if (madeColumns(project).filter((one) => one === before).length > 1) return renamed
  const named = (column: string) => (column === before ? name : column)
  const optional = (column: string | undefined) => (column === before ? name : column)
  const steps = renamed.data.steps.map((one, at) => (at > index ? renameInStep(one, named) : one))
  const uses = mapUses({ ...renamed, data: { ...renamed.data, steps } }, (use) =>
    use.source === undefined ? { ...use, column: named(use.column) } : use,
  )
  const { split } = uses.training
  const rules = {
    ...(split.stratify === undefined ? {} : { stratify: optional(split.stratify) }),
    ...(split.group === undefined ? {} : { group: optional(split.group) }),
    ...(split.order === undefined ? {} : { order: optional(split.order) }),
    ...(split.column ? { column: { ...split.column, name: named(split.column.name) } } : {}),
  }
  return { ...uses, training: { ...uses.training, split: { ...split, ...rules } as typeof split } }
}
