import { join } from 'node:path'
import type { RunEvent } from '../../../shared/contract.ts'
import type { TrainingEvent } from '../../../shared/engineContract.ts'
import { type Problem, toProblem } from '../../../shared/problems.ts'
import type { Run } from '../../../shared/run.ts'
import type { Engines } from '../engines/engines.ts'
import { moveFolder } from './moveRuns.ts'
import { createRunFeed, type RunFeed } from './runFeed.ts'
import { writeRun } from './runFolder.ts'
import { type RunSource, trainRun } from './trainRun.ts'

/** A second wish to stop after this many milliseconds ends the process. */
const stopPatience = 5000

/** A run that waits or trains. */
export interface ActiveRun {
  readonly id: string
  dir: string
  /** The folder of runs it belongs to when it has ended. */
  runsDir: string
  run: Run
  readonly feed: RunFeed
  /** Trains, when its turn has come. */
  work(engines: Engines): Promise<void>
  /** Ends it and keeps what was learned; asked again after a while, ends its process. */
  stop(): Promise<void>
  /** Ends its process at once. */
  kill(): void
}

/** What a watcher is told first and whenever the state changes. */
export const stateEvent = (run: Run): RunEvent =>
  run.problem
    ? { kind: 'state', state: run.state, problem: run.problem as Problem }
    : { kind: 'state', state: run.state }

/** Takes a run's folder to where its project was saved meanwhile; a run that cannot move stays and says so. */
async function moveAlong(active: ActiveRun, ended: Run): Promise<Run> {
  try {
    for (;;) {
      const to = join(active.runsDir, active.id)
      if (to === active.dir) return ended
      await moveFolder(active.dir, to)
      active.dir = to
    }
  } catch (error) {
    return { ...ended, problem: { ...toProblem(error) } }
  }
}

/** A queued run in its folder below `runsDir`. */
export function createActiveRun(
  runsDir: string,
  queued: Run,
  openSources: (signal: AbortSignal) => Promise<readonly RunSource[]>,
): ActiveRun {
  const dir = join(runsDir, queued.id)
  const feed = createRunFeed()
  const stop = new AbortController()
  const kill = new AbortController()
  let stopAskedAt = Number.POSITIVE_INFINITY
  const change = (run: Run) => {
    const changed = run.state !== active.run.state
    active.run = run
    if (changed) feed.tell(stateEvent(run))
  }
  const endUnstarted = async (state: 'stopped' | 'interrupted') => {
    const run: Run = { ...active.run, state, finishedAt: new Date().toISOString() }
    await writeRun(dir, run).catch(() => {})
    change(run)
  }
  const onEvent = (event: TrainingEvent, run: Run) => {
    active.run = { ...run, state: 'running' }
    feed.tell({ kind: 'training', event })
  }
  const train = async (engines: Engines) => {
    change({ ...active.run, state: 'running' })
    const signals = { stop: stop.signal, kill: kill.signal }
    const ended = await trainRun(engines, { runDir: dir, run: active.run, openSources, onEvent, ...signals })
    // Whoever hears that it ended finds it where it belongs.
    change(await moveAlong(active, ended))
  }
  const active: ActiveRun = {
    id: queued.id,
    dir,
    runsDir,
    run: queued,
    feed,
    async work(engines) {
      try {
        if (active.run.state !== 'queued') change(await moveAlong(active, active.run))
        else if (kill.signal.aborted) await endUnstarted('interrupted')
        else await train(engines)
      } finally {
        feed.end()
      }
    },
    async stop() {
      if (performance.now() - stopAskedAt > stopPatience) kill.abort()
      stopAskedAt = Math.min(stopAskedAt, performance.now())
      stop.abort()
      if (active.run.state !== 'queued') return
      await endUnstarted('stopped')
      feed.end()
    },
    kill: () => kill.abort(),
  }
  return active
}
