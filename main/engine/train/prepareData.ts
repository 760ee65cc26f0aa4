import { findNode } from '../../../shared/graph.ts'
import { asLossName, targetDefaults, targetKind } from '../../../shared/losses.ts'
import { modelNames } from '../../../shared/names.ts'
import type { Pipeline } from '../../../shared/pipeline.ts'
import { fitClassWeights } from '../../../shared/prep/classWeights.ts'
import { divideRows } from '../../../shared/prep/divideRows.ts'
import { type Encoding, needsCell, needsTarget } from '../../../shared/prep/encoding.ts'
import { fit } from '../../../shared/prep/fit.ts'
import type { ColumnName, SourceReader } from '../../../shared/prep/joinSources.ts'
import type { Parts } from '../../../shared/prep/splitRows.ts'
import { aheadReach, reachedRows } from '../../../shared/prep/windows/reach.ts'
import type { Timeline } from '../../../shared/prep/windows/timeline.ts'
import { ProblemError, toProblem } from '../../../shared/problems.ts'
import { type InputSpec, isInput, isOutput, type Project } from '../../../shared/project.ts'
import type { Column, Table } from '../../../shared/table.ts'
import type { LossName, MetricName } from '../../../shared/training.ts'
import { metricNames } from '../../../shared/training.ts'
import type { Feed } from './feed.ts'
import { inputFeeds, targetFeeds } from './pipelineFeeds.ts'

/** Data as the model takes it: encodings fitted on the training rows, one feed an input and a target. */
export interface PreparedData {
  readonly table: Table
  readonly parts: Parts
  readonly inputs: readonly Feed[]
  readonly targets: readonly Feed[]
  readonly pipeline: Pipeline
  /** The order of time, for windows and horizons; null when every row stands for itself. */
  readonly timeline: Timeline | null
  /** The row of the joined table that a row is, and how many rows steps left out. */
  readonly rowOf: (row: number) => number
  readonly excluded: number
  /** A column before the steps. */
  readonly rawOf: (column: string) => Column | undefined
  /** Columns before their encoding in the pipeline's order: of each input, and of each output's target. */
  readonly raw: { readonly inputs: readonly (readonly Column[])[]; readonly targets: readonly Column[] }
}

type Use = ColumnName & { readonly encoding: Encoding }

/** Inputs and outputs of the document in the order of the model's. */
const uses = (project: Project) => {
  const names = modelNames(project)
  const inputs = [...names.inputs].flatMap(([id, name]) => {
    const node = findNode(project, id)
    return node && isInput(node) ? [{ name, input: node.input }] : []
  })
  const outputs = [...names.outputs].flatMap(([id, name]) => {
    const node = findNode(project, id)
    return node && isOutput(node) ? [{ name, output: node.output }] : []
  })
  return { inputs, outputs }
}

/** Loss, weight, metrics and target of each output, with the defaults of its target's kind filled in. */
export const outputPlans = (project: Project) =>
  uses(project).outputs.map(({ name, output }) => {
    if (!output.target) throw new ProblemError('outputWithoutTarget', { node: name })
    const defaults = targetDefaults[targetKind(output.target.encoding)]
    const loss: LossName = asLossName(output.loss ?? '') ?? defaults.loss
    const asked = output.metrics ?? defaults.metrics
    const metrics: MetricName[] = metricNames.filter((metric) => asked.includes(metric))
    const { target, lossWeight = 1, classWeights } = output
    return { name, target, loss, lossWeight, metrics, classWeights }
  })

const union = ({ train, validation, test }: Parts) => {
  const all = new Uint32Array(train.length + validation.length + test.length)
  all.set(train)
  all.set(validation, train.length)
  all.set(test, train.length + validation.length)
  return all
}

/** Whether a row without this cell can't be used. */
const isRequired = ({ encoding }: Use) => needsCell(encoding)

const naming: ReadonlySet<Encoding['kind']> = new Set(['binary', 'classes', 'labels'])
/** The names of a target's classes are not learned: a rare one may have all its rows outside the training part. */
const isNaming = ({ encoding }: Use) => naming.has(encoding.kind)

/** What a pipeline says of an input beside its columns. */
const inputPlan = (name: string, { shape, dtype, window }: InputSpec) => ({
  name,
  shape,
  dtype,
  ...(window ? { window: { steps: window.steps } } : {}),
})

/** How far ahead a target lies, where it does. */
const ahead = ({ horizon = 0 }: { readonly horizon?: number | undefined }): { horizon?: number } =>
  horizon > 0 ? { horizon } : {}

/** Raw rows name a column once, so inputs can't take two of one name from different sources. */
const refuseAmbiguous = (inputs: readonly ColumnName[], keyOf: (use: ColumnName) => string) => {
  const keys = new Map<string, string>()
  for (const use of inputs) {
    const key = keyOf(use)
    if ((keys.get(use.column) ?? key) !== key)
      throw new ProblemError('columnAmbiguous', { column: use.column })
    keys.set(use.column, key)
  }
}

/** Names rows as they stand in the joined table, in problems too. */
const inTable = <R>(rowOf: (row: number) => number, run: () => R): R => {
  try {
    return run()
  } catch (error) {
    const { code, values } = toProblem(error)
    if (!(error instanceof ProblemError) || typeof values?.['row'] !== 'number') throw error
    throw new ProblemError(code, { ...values, row: rowOf(values['row'] - 1) + 1 })
  }
}

/** Reads, splits, fits and encodes the data of a project; `limits` are the `idLimits` of its model. */
export const prepareData = async (
  project: Project,
  seed: number,
  limits: readonly (number | null)[],
  read: SourceReader,
): Promise<PreparedData> => {
  const { inputs } = uses(project)
  const outputs = outputPlans(project)
  const inputUses: Use[] = inputs.flatMap(({ input }) => input.columns)
  const targetUses: Use[] = outputs.map(({ target }) => target)
  const needed = outputs.map(({ target }) => target).filter(({ encoding }) => needsTarget(encoding))
  const required = [...inputUses.filter(isRequired), ...needed]
  const { table, parts, learning, timeline, steps, rowOf, rawOf, excluded, keyOf, columnOf } =
    await divideRows(project, [...inputUses, ...targetUses], required, { seed }, read)
  refuseAmbiguous([...inputUses, ...(steps.steps?.columns ?? [])], keyOf)
  const used = union(parts)
  const all = timeline ? Uint32Array.from({ length: table.rows }, (_, row) => row) : used
  const fitted = (use: Use) => ({
    ...(use.source === undefined ? {} : { source: use.source }),
    column: use.column,
    fitted: fit(use.encoding, columnOf(use), isNaming(use) ? all : learning),
  })
  const pipeline: Pipeline = {
    format: 1,
    project: project.name,
    ...steps,
    ...(timeline && project.data.order ? { order: project.data.order } : {}),
    inputs: inputs.map(({ name, input }) => ({
      ...inputPlan(name, input),
      columns: input.columns.map(fitted),
    })),
    outputs: outputs.map(({ target, classWeights, ...plan }) => {
      const own = { ...fitted(target), ...ahead(target) }
      const answered = timeline
        ? reachedRows(aheadReach(timeline, own.horizon ?? 0), parts.train)
        : parts.train
      const weights = fitClassWeights(classWeights, own.fitted, columnOf(target), answered)
      return { ...plan, ...(weights ? { classWeights: [...weights] } : {}), target: own }
    }),
  }
  const fed = { tableRows: table.rows, rows: used, timeline }
  const raw = {
    inputs: inputs.map(({ input }) => input.columns.map(columnOf)),
    targets: targetUses.map(columnOf),
  }
  return {
    table,
    parts,
    rowOf,
    rawOf,
    excluded,
    raw,
    pipeline,
    timeline,
    ...inTable(rowOf, () => ({
      inputs: inputFeeds(pipeline, raw.inputs, limits, fed),
      targets: targetFeeds(pipeline, raw.targets, fed),
    })),
  }
}
