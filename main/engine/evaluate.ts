import type { EvaluatePlan } from '../../shared/engineContract.ts'
import type { Pipeline } from '../../shared/pipeline.ts'
import { divideRows } from '../../shared/prep/divideRows.ts'
import { isCellNeeded, isTargetNeeded } from '../../shared/prep/fitted.ts'
import type { Parts } from '../../shared/prep/splitRows.ts'
import { ProblemError } from '../../shared/problems.ts'
import { partNames, type RunMetrics } from '../../shared/run.ts'
import type { Column } from '../../shared/table.ts'
import type { Backend } from './backends/backend.ts'
import type { EngineHost } from './host.ts'
import { loadModel } from './loadModel.ts'
import { evaluatePart } from './train/evaluatePart.ts'
import { createPacer } from './train/pacer.ts'
import { partMetrics } from './train/partMetrics.ts'
import { inputFeeds, targetFeeds } from './train/pipelineFeeds.ts'

const batchSize = 256

/** The columns of a saved model's inputs and targets, and the rows of each part. */
const readParts = async ({ project, sources, seed }: EvaluatePlan, pipeline: Pipeline, host: EngineHost) => {
  const inputUses = pipeline.inputs.flatMap(({ columns }) => columns)
  const targetUses = pipeline.outputs.map(({ target }) => target)
  const dropping = inputUses.filter(({ fitted }) => isCellNeeded(fitted))
  const judged = targetUses.filter(({ fitted }) => isTargetNeeded(fitted))
  const { table, parts, timeline, columnOf } = await divideRows(
    project,
    [...inputUses, ...targetUses],
    [...dropping, ...judged],
    seed === undefined ? 'undivided' : { seed },
    (source, columns) => {
      const stored = sources.find((one) => one.source === source)
      if (!stored) throw new ProblemError('sourceMissing', { source })
      return host.readTable(stored.dir, columns)
    },
    { fitted: pipeline.steps?.list ?? [] },
  )
  const inputs: Column[][] = pipeline.inputs.map((input) => input.columns.map(columnOf))
  return { tableRows: table.rows, parts, timeline, inputs, targets: targetUses.map(columnOf) }
}

const none = new Uint32Array()
/** All rows that can be used as the test part. */
const allAsTest = ({ train, dropped }: Parts): Parts => ({
  train: none,
  validation: none,
  test: train,
  dropped,
})

/** Metrics of a saved model: part by part on the run's own rows, or over all rows as part `test`. Rows without a cell that is needed are left out. */
export const evaluate = async (
  plan: EvaluatePlan,
  host: EngineHost,
  backend: Backend,
): Promise<{ metrics: RunMetrics; rows: number }> => {
  await backend.load(host)
  const { compiled, pipeline, limits, losses, dispose } = await loadModel(host, plan.modelDir)
  try {
    const { tableRows, timeline, inputs, targets, ...read } = await readParts(plan, pipeline, host)
    const parts = plan.seed === undefined ? allAsTest(read.parts) : read.parts
    const used = Uint32Array.from(partNames.flatMap((part) => [...parts[part]]))
    const feeds = {
      compiled,
      losses,
      inputs: inputFeeds(pipeline, inputs, limits, { tableRows, rows: used, timeline }),
      targets: targetFeeds(pipeline, targets, { tableRows, rows: used, timeline }),
    }
    const pause = createPacer(host.yield)
    const metrics: RunMetrics = {}
    for (const part of partNames) {
      if (parts[part].length === 0) continue
      const result = await evaluatePart(feeds, parts[part], batchSize, pause)
      metrics[part] = partMetrics(pipeline, result, 'all')
    }
    return { metrics, rows: used.length }
  } finally {
    dispose()
  }
}
