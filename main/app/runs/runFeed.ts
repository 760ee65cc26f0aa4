import type { RunEvent } from '../../../shared/contract.ts'
import type { StepEvent } from '../../../shared/engineContract.ts'

/** Time between two rounds of events to a watcher, in milliseconds. */
const roundEvery = 100
/** Most epochs told of in one round; the run's record has them all. */
const epochLimit = 100

/** Tells any number of watchers what happens in one run. */
export interface RunFeed {
  tell(event: RunEvent): void
  /** Nothing more happens. */
  end(): void
  /** Everything from now on, `first` before it, at most ten rounds a second; ends with the run. */
  watch(signal: AbortSignal, first: RunEvent): AsyncGenerator<RunEvent, void>
}

const asSteps = (event: RunEvent | undefined): StepEvent | null =>
  event?.kind === 'training' && event.event.kind === 'steps' ? event.event : null

const joined = (a: StepEvent, b: StepEvent): RunEvent => {
  const losses = new Float32Array(a.losses.length + b.losses.length)
  losses.set(a.losses)
  losses.set(b.losses, a.losses.length)
  return { kind: 'training', event: { ...b, firstStep: a.firstStep, losses } }
}

/** Step events side by side become one; of very many epochs the last ones remain. */
export function coalesce(events: readonly RunEvent[]): readonly RunEvent[] {
  const isEpoch = (event: RunEvent) => event.kind === 'training' && event.event.kind === 'epoch'
  let surplus = events.filter(isEpoch).length - epochLimit
  const out: RunEvent[] = []
  let lastSteps = -1
  for (const event of events) {
    if (isEpoch(event) && surplus-- > 0) continue
    const steps = asSteps(event)
    const before = asSteps(out[lastSteps])
    if (steps && before) out[lastSteps] = joined(before, steps)
    else {
      if (steps) lastSteps = out.length
      out.push(event)
    }
  }
  return out
}

const sleep = (milliseconds: number, signal: AbortSignal) =>
  new Promise<void>((resolve) => {
    const timer = setTimeout(done, milliseconds)
    function done() {
      clearTimeout(timer)
      signal.removeEventListener('abort', done)
      resolve()
    }
    signal.addEventListener('abort', done, { once: true })
  })

interface Watcher {
  waiting: RunEvent[]
  wake: () => void
}

/** A feed without watchers. */
export function createRunFeed(): RunFeed {
  const watchers = new Set<Watcher>()
  let ended = false
  async function* watch(signal: AbortSignal, first: RunEvent): AsyncGenerator<RunEvent, void> {
    const watcher: Watcher = { waiting: [first], wake: () => {} }
    const onAbort = () => watcher.wake()
    signal.addEventListener('abort', onAbort)
    watchers.add(watcher)
    try {
      while (!signal.aborted) {
        const round = coalesce(watcher.waiting)
        watcher.waiting = []
        yield* round
        if (ended && watcher.waiting.length === 0) return
        await sleep(ended ? 0 : roundEvery, signal)
        while (watcher.waiting.length === 0 && !ended && !signal.aborted)
          await new Promise<void>((resolve) => (watcher.wake = resolve))
      }
    } finally {
      watchers.delete(watcher)
      signal.removeEventListener('abort', onAbort)
    }
  }
  return {
    tell(event) {
      for (const watcher of watchers) {
        watcher.waiting.push(event)
        if (watcher.waiting.length > 1000) watcher.waiting = [...coalesce(watcher.waiting)]
        watcher.wake()
      }
    },
    end() {
      ended = true
      for (const watcher of watchers) watcher.wake()
    },
    watch,
  }
}
