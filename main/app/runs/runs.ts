import { join, relative } from 'node:path'
import type { RunEvent, RunSeries } from '../../../shared/contract.ts'
import { ProblemError } from '../../../shared/problems.ts'
import type { Project } from '../../../shared/project.ts'
import type { Run, RunSummary } from '../../../shared/run.ts'
import type { Engines } from '../engines/engines.ts'
import { createActiveRun, stateEvent } from './activeRun.ts'
import { moveFolder, removeIfEmpty } from './moveRuns.ts'
import type { Predictors } from './predictors.ts'
import {
  listRunFolders,
  modelFolder,
  readEpochs,
  readRun,
  removeRunFolder,
  runFolder,
  writeRun,
} from './runFolder.ts'
import { isAbandoned, newRun, runOutputs, summaryOf } from './runManifest.ts'
import { createRunQueue, type RunQueue } from './runQueue.ts'
import { readRunSeries } from './runSeries.ts'
import type { RunSource } from './trainRun.ts'

type OpenSources = (signal: AbortSignal) => Promise<readonly RunSource[]>

/** A run and its folder. */
export interface FoundRun {
  readonly dir: string
  readonly run: Run
}

/** Runs under way and finished, by the folder they belong to. One trains at a time; the others wait in order. */
export interface Runs {
  /** `home` is the folder that the project's relative paths start from. */
  start(runsDir: string, home: string, project: Project, openSources: OpenSources): Promise<RunSummary>
  /** The state first, then what happens; ends with the run. */
  watch(runsDir: string, runId: string, signal: AbortSignal): AsyncIterable<RunEvent>
  /** Does nothing when the run has ended. */
  stop(runsDir: string, runId: string): Promise<void>
  list(runsDir: string): Promise<readonly RunSummary[]>
  /** Throws `runNotFound`. */
  get(runsDir: string, runId: string): Promise<Run>
  series(runsDir: string, runId: string): Promise<RunSeries>
  /** Throws `busy` for a run under way. */
  remove(runsDir: string, runId: string): Promise<void>
  /** A run with a trained model, and its folder. Throws `runNotFound` or `runNotFinished`. */
  finished(runsDir: string, runId: string): Promise<FoundRun>
  /** Moves all runs to another place; those under way follow when they end. */
  move(from: string, to: string): Promise<void>
  /** Ends every process; what was under way is marked interrupted. */
  close(): Promise<void>
}

/** A run that nothing works on any more is marked so. */
async function settle(dir: string, run: Run): Promise<Run> {
  if (!isAbandoned(run)) return run
  const epochs = await readEpochs(dir)
  const last = epochs.at(-1)
  const progress = { epochs: epochs.length, loss: last ? (last.validation?.loss ?? last.train.loss) : null }
  const interrupted: Run = { ...run, state: 'interrupted', problem: { code: 'engineDied' }, progress }
  // A place that cannot be written still shows the truth.
  await writeRun(dir, interrupted).catch(() => {})
  return interrupted
}

/** Where runs are found: those under way in the queue, the others on disk. */
const finder = (queue: RunQueue) => {
  const all = async (runsDir: string): Promise<readonly FoundRun[]> => {
    // Asked first: a run that ends while the folder is read is in one of the two lists, or in both.
    const active = queue.under(runsDir)
    const under = new Set(active.map(({ id }) => id))
    const stored = (await listRunFolders(runsDir)).filter(
      ({ run }) => !under.has(run.id) && !queue.has(run.id),
    )
    const settled = await Promise.all(
      stored.map(async ({ dir, run }) => ({ dir, run: await settle(dir, run) })),
    )
    return [...settled, ...active].sort((a, b) => a.run.number - b.run.number)
  }
  const get = async (runsDir: string, runId: string): Promise<FoundRun> => {
    const found = queue.find(runsDir, runId)
    if (found) return { dir: found.dir, run: found.run }
    const dir = runFolder(runsDir, runId)
    return { dir, run: await settle(dir, await readRun(dir)) }
  }
  return { all, get }
}

/** The core's runs. */
export function createRuns(engines: Engines, predictors: Predictors, version: string): Runs {
  const queue = createRunQueue(engines)
  const { all, get } = finder(queue)
  let starting: Promise<unknown> = Promise.resolve()
  const begin: Runs['start'] = async (runsDir, home, project, openSources) => {
    const number = Math.max(0, ...(await all(runsDir)).map(({ run }) => run.number)) + 1
    const queued = newRun(project, number, version)
    const run = { ...queued, home: relative(join(runsDir, queued.id), home) }
    const active = createActiveRun(runsDir, run, openSources)
    await writeRun(active.dir, run)
    queue.add(active)
    return summaryOf(run)
  }
  return {
    start(runsDir, home, project, openSources) {
      // One after another, so that no two get the same number.
      const started = starting.then(() => begin(runsDir, home, project, openSources))
      starting = started.catch(() => {})
      return started
    },
    async *watch(runsDir, runId, signal) {
      const found = queue.find(runsDir, runId)
      if (found) yield* found.feed.watch(signal, stateEvent(found.run))
      else yield stateEvent((await get(runsDir, runId)).run)
    },
    async stop(runsDir, runId) {
      await (queue.find(runsDir, runId)?.stop() ?? get(runsDir, runId))
    },
    list: async (runsDir) => (await all(runsDir)).map(({ run }) => summaryOf(run)),
    get: async (runsDir, runId) => (await get(runsDir, runId)).run,
    async series(runsDir, runId) {
      const { dir, run } = await get(runsDir, runId)
      return readRunSeries(dir, runOutputs(run))
    },
    async remove(runsDir, runId) {
      if (queue.find(runsDir, runId)) throw new ProblemError('busy')
      const { dir } = await get(runsDir, runId)
      await predictors.release(modelFolder(dir))
      await removeRunFolder(dir)
    },
    async finished(runsDir, runId) {
      const found = await get(runsDir, runId)
      if (!found.run.result) throw new ProblemError('runNotFinished')
      return found
    },
    async move(from, to) {
      for (const run of queue.under(from)) run.runsDir = to
      for (const { dir, run } of await listRunFolders(from)) {
        if (queue.has(run.id)) continue
        await predictors.release(modelFolder(dir))
        await moveFolder(dir, join(to, run.id))
      }
      await removeIfEmpty(from)
    },
    close: () => queue.close(),
  }
}
