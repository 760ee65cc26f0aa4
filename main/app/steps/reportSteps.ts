import { divideRows, type DividedRows, type Division } from '../../../shared/prep/divideRows.ts'
import { cellText, isMissing } from '../../../shared/prep/cells.ts'
import { needsCell, needsTarget } from '../../../shared/prep/encoding.ts'
import type { ColumnName, SourceReader } from '../../../shared/prep/joinSources.ts'
import { madeColumns } from '../../../shared/prep/steps/activeSteps.ts'
import { isKnownStep } from '../../../shared/prep/steps/step.ts'
import { stepProblems } from '../../../shared/prep/steps/stepProblems.ts'
import type { StepChange } from '../../../shared/prep/steps/takeSteps.ts'
import { type Problem, toProblem } from '../../../shared/problems.ts'
import { isInput, isOutput, type Project } from '../../../shared/project.ts'
import type { StepOutcome, StepReport } from '../../../shared/stepReport.ts'
import type { Column } from '../../../shared/table.ts'
import { NumberSorter } from '../datasets/numberSorter.ts'
import { profileColumn } from '../datasets/profile.ts'

const countMissing = (column: Column, rows: Uint32Array): number => {
  let count = 0
  for (const row of rows) if (isMissing(column, row)) count++
  return count
}

const countChanged = (before: Column, after: Column, rows: Uint32Array): number => {
  let count = 0
  if (before.kind === 'number' && after.kind === 'number') {
    for (const row of rows) {
      const isSame = before.values[row] === after.values[row]
      if (!isSame && !(isMissing(before, row) && isMissing(after, row))) count++
    }
    return count
  }
  for (const row of rows) if (cellText(before, row) !== cellText(after, row)) count++
  return count
}

const outcomeOf = (change: StepChange): StepOutcome => {
  if ('dropped' in change) return { step: change.number, dropped: change.dropped, left: change.left }
  const { number, before, after, rows } = change
  return {
    step: number,
    ...(before ? { changed: countChanged(before, after, rows) } : {}),
    missing: countMissing(after, rows),
  }
}

/** The columns that a run would use, and those without which it leaves a row out. */
const usesOf = (project: Project) => {
  const nodes = Object.values(project.nodes)
  const inputs = nodes.filter(isInput).flatMap(({ input }) => input.columns)
  const targets = nodes.filter(isOutput).flatMap(({ output }) => output.target ?? [])
  const required: ColumnName[] = [
    ...inputs.filter(({ encoding }) => needsCell(encoding)),
    ...targets.filter(({ encoding }) => needsTarget(encoding)),
  ]
  return { uses: [...inputs, ...targets] as readonly ColumnName[], required }
}

/** The document up to its first step that can't be taken whatever the data. */
const soundPart = (project: Project): { project: Project; problem?: Problem } => {
  const [problem] = stepProblems(project)
  if (!problem) return { project }
  const steps = project.data.steps.slice(0, Number(problem.values?.['step'] ?? 1) - 1)
  return { project: { ...project, data: { ...project.data, steps } }, problem }
}

/** The columns on which steps act, so that every step is taken whether the model needs it or not. */
const stepColumns = ({ data }: Project): readonly ColumnName[] =>
  data.steps.flatMap((step) =>
    step.off !== true && isKnownStep(step) && 'column' in step ? [{ column: String(step.column) }] : [],
  )

/**
 * Takes the steps of a project on all its rows, learning from the rows that a run would train on; where the model can't be
 * trained yet, from all. What goes wrong is in the report. Throws what reading throws.
 */
export const reportSteps = async (whole: Project, read: SourceReader): Promise<StepReport> => {
  const { project, problem } = soundPart(whole)
  const columns = stepColumns(project)
  const outcomes = new Map<number, StepOutcome>()
  const tell = (change: StepChange) => void outcomes.set(change.number, outcomeOf(change))
  const divide = (uses: readonly ColumnName[], required: readonly ColumnName[], division: Division) =>
    divideRows(project, [...columns, ...uses], required, division, read, { tell })
  const done = (divided: DividedRows | null, failed?: Problem): StepReport => {
    const sorter = new NumberSorter()
    const after = divided?.table.rows ?? 0
    return {
      rows: { before: after + (divided?.excluded ?? 0), after },
      outcomes: [...outcomes.values()].sort((left, right) => left.step - right.step),
      columns: divided
        ? madeColumns(project).map((column) => ({
            ...profileColumn(divided.columnOf({ column }), sorter),
            stepRows: after,
          }))
        : [],
      ...(failed ? { problem: failed } : {}),
    }
  }
  const { uses, required } = usesOf(project)
  const asRun = await divide(uses, required, { seed: project.training.seed }).catch(toProblem)
  if (!('code' in asRun)) return done(asRun, problem)
  if (asRun.values?.['step'] !== undefined) return done(null, asRun)
  outcomes.clear()
  const alone = await divide([], [], 'undivided').catch(toProblem)
  return 'code' in alone ? done(null, alone) : done(alone, problem)
}
