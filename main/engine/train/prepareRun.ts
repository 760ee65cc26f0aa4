import type { TrainPlan } from '../../../shared/engineContract.ts'
import { type GraphAnalysis, inferGraph } from '../../../shared/infer.ts'
import { shapeText } from '../../../shared/layers/shapes.ts'
import { fittedTargetUnits } from '../../../shared/losses.ts'
import { targetKind } from '../../../shared/losses.ts'
import { modelNames, nodeTitle } from '../../../shared/names.ts'
import type { Pipeline } from '../../../shared/pipeline.ts'
import { ProblemError } from '../../../shared/problems.ts'
import type { Project } from '../../../shared/project.ts'
import type { Backend } from '../backends/backend.ts'
import { compile } from '../compile/compile.ts'
import { idLimits } from '../compile/idLimits.ts'
import type { EngineHost } from '../host.ts'
import { classWeightedLoss } from './classWeightedLoss.ts'
import type { OutputLoss } from './trainStep.ts'
import { createLoss } from './losses.ts'
import { outputPlans, prepareData } from './prepareData.ts'

/** The first problem of a graph, with the node it belongs to. */
const refuseProblems = (project: Project, analysis: GraphAnalysis) => {
  const [first] = analysis.problems
  if (first) throw new ProblemError(first.code, first.values)
  for (const [id, { problems }] of Object.entries(analysis.nodes)) {
    const [problem] = problems
    const node = project.nodes[id]
    if (problem && node)
      throw new ProblemError(problem.code, { node: nodeTitle(project, node), ...problem.values })
  }
}

/** Classes nobody listed are only known from the data, and so is how many values their output must have. */
const refuseMisfits = (project: Project, analysis: GraphAnalysis, { outputs }: Pipeline) => {
  for (const [index, [id, node]] of [...modelNames(project).outputs].entries()) {
    const shape = analysis.nodes[id]?.inputs['input']?.[0]?.shape ?? []
    const fitted = outputs[index]?.target.fitted
    const needed = fitted ? fittedTargetUnits(fitted) : 1
    if (shape.length !== 1 || (shape[0] !== null && shape[0] !== needed))
      throw new ProblemError('targetShapeMismatch', { node, needed: `[${needed}]`, found: shapeText(shape) })
  }
}

/** Checks the graph, builds the model, and reads, splits and encodes the data. Throws the first problem there is. */
export const prepareRun = async (
  { project, sources, seed }: TrainPlan,
  host: EngineHost,
  { memoryBytes: limit }: Pick<Backend, 'memoryBytes'>,
) => {
  const analysis = inferGraph(project)
  refuseProblems(project, analysis)
  // Weights and their gradients are there at once.
  const bytes = 4 * (analysis.parameters.total + analysis.parameters.trainable)
  if (bytes > limit) throw new ProblemError('modelTooLarge', { bytes, limit })
  if (project.data.sources.length === 0) throw new ProblemError('noData')
  const outputs = outputPlans(project)
  const compiled = await compile(
    project,
    analysis,
    outputs.map(({ loss }) => loss),
    seed,
  )
  const read = (source: string, columns: readonly string[] | 'all') => {
    const stored = sources.find((one) => one.source === source)
    if (!stored) throw new ProblemError('sourceMissing', { source })
    return host.readTable(stored.dir, columns)
  }
  const data = await prepareData(project, seed, idLimits(compiled.topology), read)
  refuseMisfits(project, analysis, data.pipeline)
  const losses: OutputLoss[] = outputs.map(({ loss, lossWeight }, index) => ({
    loss: createLoss(loss, compiled.heads[index] ?? null),
    weight: lossWeight,
  }))
  // As in Keras: classes weigh in what is learned from, not in what judges it.
  const learningLosses = losses.map(({ loss, weight }, index): OutputLoss => {
    const weights = data.pipeline.outputs[index]?.classWeights
    const kind = outputs[index] && targetKind(outputs[index].target.encoding)
    return { loss: weights && kind ? classWeightedLoss(loss, weights, kind) : loss, weight }
  })
  const { regularisation } = compiled
  const feeds = { compiled, losses, regularisation, inputs: data.inputs, targets: data.targets }
  return { analysis, data, feeds, learningLosses, compiled }
}

/** A run that can start. */
export type PreparedRun = Awaited<ReturnType<typeof prepareRun>>
