import type { Engines } from '../engines/engines.ts'
import type { ActiveRun } from './activeRun.ts'

/** Runs that wait or train, one at a time in order. */
export interface RunQueue {
  add(run: ActiveRun): void
  /** Null when it is not under way, or belongs to another folder. */
  find(runsDir: string, runId: string): ActiveRun | null
  under(runsDir: string): readonly ActiveRun[]
  has(runId: string): boolean
  /** Ends all, and waits until they are marked. */
  close(): Promise<void>
}

/** An empty queue. */
export function createRunQueue(engines: Engines): RunQueue {
  const active = new Map<string, ActiveRun>()
  let turn: Promise<unknown> = Promise.resolve()
  return {
    add(run) {
      active.set(run.id, run)
      turn = turn
        .then(() => run.work(engines))
        .catch(() => {})
        .finally(() => active.delete(run.id))
    },
    find(runsDir, runId) {
      const found = active.get(runId)
      return found?.runsDir === runsDir ? found : null
    },
    under: (runsDir) => [...active.values()].filter((run) => run.runsDir === runsDir),
    has: (runId) => active.has(runId),
    async close() {
      for (const run of active.values()) run.kill()
      await turn
    },
  }
}
