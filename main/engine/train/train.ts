import type { TrainingEvent, TrainPlan } from '../../../shared/engineContract.ts'
import { createRandom } from '../../../shared/prep/random.ts'
import { type PartName, partNames, type RunMetrics, type RunResult } from '../../../shared/run.ts'
import type { Backend } from '../backends/backend.ts'
import { asMemoryProblem } from '../backends/guardMemory.ts'
import type { EngineHost } from '../host.ts'
import { saveModel } from '../saveModel.ts'
import { evaluatePart } from './evaluatePart.ts'
import { createPacer, type Pause } from './pacer.ts'
import { partMetrics } from './partMetrics.ts'
import { predictionRows } from './predictionRows.ts'
import type { PreparedData } from './prepareData.ts'
import { type PreparedRun, prepareRun } from './prepareRun.ts'
import { refuseNotFinite } from './refuseNotFinite.ts'
import { runEpochs, type StopSwitch, type Trained } from './runEpochs.ts'

const rowCounts = ({ parts, excluded }: PreparedData) => ({
  train: parts.train.length,
  validation: parts.validation.length,
  test: parts.test.length,
  dropped: parts.dropped.length + excluded,
})

/** Metrics of every part and the ten rows to show, from the part the model knows least. */
const judge = async (
  { data, feeds }: PreparedRun,
  batchSize: number,
  pause: Pause,
  { epochs, steps }: Pick<Trained, 'epochs' | 'steps'>,
) => {
  const metrics: RunMetrics = {}
  let shown: { part: PartName; predicted: readonly Float32Array[] } = { part: 'train', predicted: [] }
  for (const part of partNames) {
    const rows = data.parts[part]
    if (rows.length === 0) continue
    const result = await evaluatePart(feeds, rows, batchSize, pause)
    refuseNotFinite(result, epochs, steps)
    metrics[part] = partMetrics(data.pipeline, result, 'all')
    shown = { part, predicted: result.predicted }
  }
  return { metrics, predictions: predictionRows(data, shown.part, shown.predicted) }
}

/** Math.random is the run's own generator while it lasts: dropout and noise draw from it and from nothing else. */
const seedOperations = (seed: number) => {
  const original = Math.random
  Math.random = createRandom(seed, 'operations').uniform
  return () => {
    Math.random = original
  }
}

async function* runPrepared(
  plan: TrainPlan,
  prepared: PreparedRun,
  host: EngineHost,
  stop: StopSwitch,
): AsyncGenerator<TrainingEvent> {
  const { data, compiled } = prepared
  const pause = createPacer(host.yield)
  const trained = yield* runEpochs(plan, prepared, host, stop, pause)
  const batchSize = plan.batchSize === 'all' ? data.parts.train.length : plan.batchSize
  const result: RunResult = {
    epochs: trained.epochs,
    ...(trained.bestEpoch === undefined ? {} : { bestEpoch: trained.bestEpoch }),
    seconds: trained.seconds,
    samplesPerSecond: trained.rows / Math.max(0.001, trained.seconds),
    parameters: prepared.analysis.parameters,
    rows: rowCounts(data),
    ...(await judge(prepared, batchSize, pause, trained)),
    pipeline: data.pipeline,
  }
  await saveModel(compiled, data.pipeline, host, `${plan.runDir}/model`)
  yield { kind: 'finished', stopped: stop.requested, result }
}

/**
 * A run, whole: reads and encodes the data, trains, evaluates every part, saves the model below `runDir` and tells all of
 * it as events. The same plan on the same backend gives the same losses bit for bit. Throws `ProblemError`.
 */
export async function* train(
  plan: TrainPlan,
  host: EngineHost,
  backend: Backend,
  stop: StopSwitch,
): AsyncGenerator<TrainingEvent> {
  await backend.load(host)
  const { device } = await backend.probe()
  const restoreRandom = seedOperations(plan.seed)
  let prepared: PreparedRun | undefined
  try {
    prepared = await prepareRun(plan, host, backend)
    const { data, analysis } = prepared
    const rows = rowCounts(data)
    yield {
      kind: 'started',
      engine: { id: backend.id, device },
      outputs: data.pipeline.outputs.map(({ name }) => name),
      parameters: analysis.parameters,
      rows,
      stepsPerEpoch: plan.batchSize === 'all' ? 1 : Math.ceil(rows.train / plan.batchSize),
    }
    yield* runPrepared(plan, prepared, host, stop)
  } catch (error) {
    throw asMemoryProblem(error)
  } finally {
    restoreRandom()
    prepared?.compiled.dispose()
  }
}
