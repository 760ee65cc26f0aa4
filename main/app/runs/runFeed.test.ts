import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { RunEvent } from '../../../shared/contract.ts'
import type { StepEvent } from '../../../shared/engineContract.ts'
import { coalesce, createRunFeed } from './runFeed.ts'

const steps = (firstStep: number, losses: readonly number[]): RunEvent => ({
  kind: 'training',
  event: {
    kind: 'steps',
    epoch: 0,
    firstStep,
    stepsPerEpoch: 10,
    losses: Float32Array.from(losses),
    samplesPerSecond: 1,
    memoryBytes: 1,
  },
})
const epoch = (number: number): RunEvent => ({
  kind: 'training',
  event: {
    kind: 'epoch',
    record: { epoch: number, learningRate: 1, seconds: 1, train: { loss: 1, outputs: {} } },
  },
})
const state = (value: 'queued' | 'running' | 'done'): RunEvent => ({ kind: 'state', state: value })

const stepsOf = (events: readonly RunEvent[]): readonly StepEvent[] =>
  events.flatMap((event) => (event.kind === 'training' && event.event.kind === 'steps' ? [event.event] : []))

describe('coalesce', () => {
  it('joins step events without losing a loss, whatever lies between', () => {
    const part = fc.oneof(
      fc.array(fc.float({ noNaN: true }), { minLength: 1, maxLength: 5 }),
      fc.constant('epoch'),
    )
    fc.assert(
      fc.property(fc.array(part), (parts) => {
        let first = 0
        const events = parts.map((one) => {
          if (typeof one === 'string') return epoch(1)
          first += one.length
          return steps(first - one.length, one)
        })
        const joined = stepsOf(coalesce(events))
        expect(joined.length).toBeLessThanOrEqual(1)
        expect(Array.from(joined[0]?.losses ?? [])).toEqual(
          parts.flatMap((one) => (typeof one === 'string' ? [] : one.map(Math.fround))),
        )
        if (joined[0]) expect(joined[0].firstStep).toBe(0)
      }),
    )
  })

  it('keeps the last hundred of very many epochs, and every state', () => {
    const events = [
      state('running'),
      ...Array.from({ length: 500 }, (_, index) => epoch(index)),
      state('done'),
    ]
    const kept = coalesce(events)
    expect(kept).toHaveLength(102)
    expect(kept[0]).toEqual(state('running'))
    expect(kept[1]).toEqual(epoch(400))
    expect(kept.at(-1)).toEqual(state('done'))
  })
})

describe('a run feed', () => {
  it('tells every watcher the same, at most ten times a second, and ends', async () => {
    const feed = createRunFeed()
    const { signal } = new AbortController()
    const watch = async () => {
      const events: RunEvent[] = []
      for await (const event of feed.watch(signal, state('running'))) events.push(event)
      return events
    }
    const watchers = [watch(), watch()]
    const from = performance.now()
    for (let step = 0; step < 100; step++) {
      feed.tell(steps(step, [step]))
      await new Promise((resolve) => setTimeout(resolve, 3))
    }
    feed.tell(state('done'))
    feed.end()
    const seen = await Promise.all(watchers)
    const rounds = Math.ceil((performance.now() - from) / 100) + 1
    for (const events of seen) {
      expect(events[0]).toEqual(state('running'))
      expect(events.at(-1)).toEqual(state('done'))
      expect(stepsOf(events).length).toBeLessThanOrEqual(rounds)
      expect(stepsOf(events).flatMap(({ losses }) => Array.from(losses))).toEqual(
        Array.from({ length: 100 }, (_, index) => index),
      )
    }
  })

  it('lets a watcher leave while nothing happens', async () => {
    const feed = createRunFeed()
    const abort = new AbortController()
    const stream = feed.watch(abort.signal, state('running'))
    expect((await stream.next()).value).toEqual(state('running'))
    const rest = stream.next()
    abort.abort()
    expect((await rest).done).toBe(true)
  })
})
