import type { StoredSource, TrainingEvent } from '../../../shared/engineContract.ts'
import { ProblemError, toProblem } from '../../../shared/problems.ts'
import type { EpochRecord, Run } from '../../../shared/run.ts'
import type { Engines, EngineSession } from '../engines/engines.ts'
import { appendEpoch, appendSteps, writeRun } from './runFolder.ts'
import { progressOf, type RunProgress, runOutputs } from './runManifest.ts'

/** A source of a run, read into the column store. */
export interface RunSource extends StoredSource {
  readonly file: string
  readonly sha256: string
  readonly rows: number
}

export interface TrainRequest {
  /** The run's folder; everything the run leaves is below it. */
  readonly runDir: string
  readonly run: Run
  /** Reads the run's sources; asked when its turn has come. */
  readonly openSources: (signal: AbortSignal) => Promise<readonly RunSource[]>
  /** Told of every state and event, after it is on disk. */
  readonly onEvent: (event: TrainingEvent, run: Run) => void
  /** Ends the training early and keeps what was learned. */
  readonly stop: AbortSignal
  /** Ends the process at once; the run is then interrupted. */
  readonly kill: AbortSignal
}

/** Step records `[step, total, outputs…]` of an event's interleaved losses. */
const stepRecords = (losses: Float32Array, firstStep: number, outputs: number): Float32Array => {
  const width = outputs + 1
  const steps = Math.floor(losses.length / width)
  const records = new Float32Array(steps * (width + 1))
  for (let step = 0; step < steps; step++) {
    records[step * (width + 1)] = firstStep + step
    records.set(losses.subarray(step * width, (step + 1) * width), step * (width + 1) + 1)
  }
  return records
}

/** The figures a list of runs shows, kept in the manifest so that listing reads nothing else. */
const progressAfter = (run: Run, record: EpochRecord): RunProgress => ({
  epochs: progressOf(run).epochs + 1,
  loss: record.validation?.loss ?? record.train.loss,
})

const isoNow = () => new Date().toISOString()

/** Notes one event on disk and gives the manifest as it is after it. */
async function recordEvent(runDir: string, run: Run, event: TrainingEvent): Promise<Run> {
  switch (event.kind) {
    case 'started': {
      const started = { ...run, engine: event.engine, outputs: [...event.outputs] }
      await writeRun(runDir, started)
      return started
    }
    case 'steps': {
      await appendSteps(runDir, stepRecords(event.losses, event.firstStep, runOutputs(run).length))
      return run
    }
    case 'epoch':
      await appendEpoch(runDir, event.record)
      return { ...run, progress: progressAfter(run, event.record) }
    case 'finished': {
      const state = event.stopped ? 'stopped' : 'done'
      const finished: Run = { ...run, state, finishedAt: isoNow(), result: event.result }
      await writeRun(runDir, finished)
      return finished
    }
  }
}

/** What an error says of the run: its process died or was ended (`interrupted`), or it could not go on (`failed`). */
const failedRun = (run: Run, error: unknown, session: EngineSession | null): Run => {
  const problem = toProblem(error)
  const died = session !== null && problem.code === 'closed'
  return {
    ...run,
    state: died || problem.code === 'cancelled' ? 'interrupted' : 'failed',
    finishedAt: isoNow(),
    problem: died ? { code: 'engineDied' } : { ...problem },
  }
}

async function follow(
  request: TrainRequest,
  session: EngineSession,
  run: Run,
  sources: readonly RunSource[],
  onEvent: (event: TrainingEvent) => Promise<void>,
): Promise<void> {
  const { runDir, stop } = request
  const { training } = run.document
  const askToStop = () => void session.client.stop().catch(() => {})
  stop.addEventListener('abort', askToStop, { once: true })
  const plan = {
    project: run.document,
    sources: sources.map(({ source, dir }) => ({ source, dir })),
    engine: training.engine,
    seed: run.seed,
    epochs: training.epochs,
    batchSize: training.batchSize,
    runDir,
  }
  try {
    for await (const event of session.client.train(plan)) {
      await onEvent(event)
      // Asked before training had begun: ask again now that there is something to stop.
      if (event.kind === 'started' && stop.aborted) askToStop()
    }
  } finally {
    stop.removeEventListener('abort', askToStop)
  }
}

/**
 * Trains one run in a process of its own and leaves everything of it in its folder. Never throws for what goes wrong in
 * training: the run it returns is `done`, `stopped`, `interrupted` (the process died) or `failed` with a problem.
 */
export async function trainRun(engines: Engines, request: TrainRequest): Promise<Run> {
  const { runDir, kill } = request
  let run: Run = { ...request.run, state: 'running' }
  let session: EngineSession | null = null
  const onKill = () => session?.kill()
  kill.addEventListener('abort', onKill)
  try {
    await writeRun(runDir, run)
    const sources = await request.openSources(kill)
    if (kill.aborted) throw new ProblemError('cancelled')
    run = { ...run, data: sources.map(({ source, file, sha256, rows }) => ({ source, file, sha256, rows })) }
    session = engines.start()
    await follow(request, session, run, sources, async (event) => {
      run = await recordEvent(runDir, run, event)
      request.onEvent(event, run)
    })
    if (run.state === 'running')
      throw new ProblemError('internal', { message: 'training ended without a result' })
  } catch (error) {
    run = failedRun(run, error, session)
    await writeRun(runDir, run).catch(() => {})
  } finally {
    kill.removeEventListener('abort', onKill)
    void session?.close()
  }
  return run
}
