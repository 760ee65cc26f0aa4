import { beforeEach, describe, expect, it } from 'vitest'
import type { RunEvent } from '../../shared/contract.ts'
import type { EpochRecord } from '../../shared/run.ts'
import { clearRuns, courseAfter, type RunCourse, runsStore, updateCourse, withSeries } from './runs.ts'

const record = (epoch: number): EpochRecord => ({
  epoch,
  learningRate: 0.001,
  seconds: 1,
  train: { loss: 1 / epoch, outputs: {} },
})
const started: RunEvent = {
  kind: 'training',
  event: {
    kind: 'started',
    engine: { id: 'wasm', device: 'CPU' },
    outputs: ['a', 'b'],
    parameters: { total: 1, trainable: 1 },
    rows: { train: 64, validation: 0, test: 0, dropped: 0 },
    stepsPerEpoch: 2,
  },
}
const steps = (firstStep: number, losses: number[]): RunEvent => ({
  kind: 'training',
  event: {
    kind: 'steps',
    epoch: 1,
    firstStep,
    stepsPerEpoch: 2,
    losses: new Float32Array(losses),
    samplesPerSecond: 100,
    memoryBytes: 0,
  },
})
const epoch = (number: number): RunEvent => ({
  kind: 'training',
  event: { kind: 'epoch', record: record(number) },
})
const state = (name: 'running' | 'done'): RunEvent => ({ kind: 'state', state: name })

const courseOf = (...events: readonly RunEvent[]): RunCourse => {
  for (const event of events) updateCourse('r', (course) => courseAfter(course, event, 3))
  return runsStore.getState().courses['r'] as RunCourse
}

beforeEach(clearRuns)

describe('the course of a run', () => {
  it('grows with its events and knows how far it is', () => {
    const course = courseOf(state('running'), started, steps(0, [3, 1, 2, 6, 2, 4]), epoch(1))
    expect(course.steps.points).toEqual([
      [0, 3, 1, 2],
      [1, 6, 2, 4],
    ])
    expect(course.progress).toMatchObject({ epoch: 1, epochs: 3, step: 2, stepsPerEpoch: 2 })
    expect(course.epochs).toHaveLength(1)
  })
  it('has no progress once it is over', () => {
    expect(courseOf(started, state('done')).progress).toBeNull()
  })
  it('takes each epoch and step once, from the core or live', () => {
    const live = courseOf(started, steps(2, [1, 1, 0]), epoch(1), epoch(1), epoch(2))
    const merged = withSeries(live, {
      epochs: [record(1)],
      outputs: ['a', 'b'],
      steps: new Float32Array([0, 9, 9, 0, 1, 8, 8, 0, 2, 1, 1, 0]),
    })
    expect(merged.epochs.map((one) => one.epoch)).toEqual([1, 2])
    expect(merged.steps.points.map(([step]) => step)).toEqual([0, 1, 2])
  })
})
