import type { TensorSpec } from './layers/define.ts'
import { shapeText, sizeOf } from './layers/shapes.ts'
import { asLossName, lossProblems, targetDefaults, targetKind } from './losses.ts'
import { encodedWidth } from './prep/width.ts'
import { madeColumns } from './prep/steps/activeSteps.ts'
import type { Problem } from './problems.ts'
import type { InputNode, OutputNode, Project } from './project.ts'
import { metricNames } from './training.ts'

/** A column that the document names but neither its sources nor its steps have. Sources whose columns are not known yet are trusted. */
const columnProblem = (
  { data }: Project,
  use: { source?: string | undefined; column: string },
): Problem | null => {
  if (use.source === undefined && madeColumns({ data }).includes(use.column)) return null
  const { sources } = data
  const source = use.source === undefined ? sources[0] : sources.find(({ id }) => id === use.source)
  if (!source) return { code: 'sourceMissing', values: { source: use.source ?? '' } }
  // The one name that no record of a saved document can hold; the table itself is asked for it.
  if (use.column === '__proto__') return null
  const known = use.source === undefined ? sources : [source]
  const missing = known.every(({ columns }) => columns && !Object.hasOwn(columns, use.column))
  return missing ? { code: 'columnMissing', values: { column: use.column, source: source.file } } : null
}

/** Problems of an input node with its columns; a document without data has none. */
export const inputProblems = (project: Project, { input }: InputNode): readonly Problem[] => {
  if (project.data.sources.length === 0) return []
  if (input.columns.length === 0) return [{ code: 'inputWithoutColumns' }]
  const problems = input.columns
    .map((use) => columnProblem(project, use))
    .filter((problem) => problem !== null)
  const size = sizeOf(input.shape)
  const steps = input.window?.steps
  const widths = input.columns.map(({ encoding }) => encodedWidth(encoding))
  const values = widths.reduce((sum, one) => (sum === null || one === null ? null : sum + one), 0)
  const width = values === null ? null : values * (steps ?? 1)
  if (steps !== undefined && (input.shape[0] !== steps || input.shape.length < 2)) {
    const needed = `[${steps}, ${values ?? '?'}]`
    problems.push({ code: 'windowMismatch', values: { needed, found: shapeText(input.shape) } })
  } else if (size !== null && width !== null && size !== width) {
    problems.push({ code: 'widthMismatch', values: { needed: size, found: width } })
  }
  return problems
}

/** Problems of an output node with its target, loss and metrics, for the tensor that reaches it (absent when none does). */
export const outputProblems = (
  project: Project,
  { output }: OutputNode,
  incoming: TensorSpec | undefined,
  activation: string | null,
): readonly Problem[] => {
  const { target } = output
  const problems: Problem[] = []
  if (project.data.sources.length > 0) {
    const problem: Problem | null = target ? columnProblem(project, target) : { code: 'outputWithoutTarget' }
    if (problem) problems.push(problem)
  }
  const loss = output.loss === undefined ? null : asLossName(output.loss)
  if (output.loss !== undefined && !loss) {
    problems.push({ code: 'valueInvalid', values: { param: 'loss', found: output.loss } })
  }
  for (const metric of output.metrics ?? []) {
    const known = metricNames.some((name) => name === metric)
    if (!known) problems.push({ code: 'valueInvalid', values: { param: 'metrics', found: metric } })
  }
  const effective =
    output.loss === undefined ? target && targetDefaults[targetKind(target.encoding)].loss : loss
  if (!effective || !incoming) return problems
  if (incoming.dtype !== 'float32') {
    problems.push({ code: 'dtypeMismatch', values: { needed: 'float32', found: incoming.dtype } })
  }
  return [...problems, ...lossProblems(effective, target?.encoding, incoming.shape, activation)]
}
