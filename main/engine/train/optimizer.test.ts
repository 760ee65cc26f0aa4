import { describe, expect, it } from 'vitest'
import { optimizerSchema, trainingSchema } from '../../../shared/training.ts'
import { learningRate } from './learningRate.ts'
import { createOptimizer } from './optimizer.ts'

/** Weights after some steps on the slope 2w − 1, and the same by a formula for one number. */
const run = (settings: object, steps = 5) => {
  const { slots, update } = createOptimizer(optimizerSchema.parse(settings))
  let from = Float32Array.of(1, -0.5)
  const kept = slots.map((start) => new Float32Array(2).fill(start))
  for (let step = 1; step <= steps; step++) {
    const to = new Float32Array(2)
    update(
      from,
      to,
      from.map((weight) => 2 * weight - 1),
      kept,
      0.1,
      step,
    )
    from = to
  }
  return [...from]
}
/** The published rule, in double precision, for one weight; `state` lives from step to step. */
const byRule = (rule: (slope: number, step: number, state: number[]) => number, state: number[]) => {
  return [1, -0.5].map((start) => {
    const own = [...state]
    let weight = start
    for (let step = 1; step <= 5; step++) weight += rule(2 * weight - 1, step, own)
    return weight
  })
}
const expectClose = (found: number[], wanted: number[]) => {
  for (const [index, value] of found.entries()) expect(value).toBeCloseTo(wanted[index] ?? 0, 5)
}

describe('optimizers follow the rules that Keras publishes', () => {
  it('sgd, momentum and Nesterov', () => {
    expectClose(
      run({ type: 'sgd' }),
      byRule((g) => -0.1 * g, []),
    )
    const momentum = (nesterov: boolean) => (g: number, _: number, state: number[]) => {
      const v = 0.9 * (state[0] ?? 0) - 0.1 * g
      state[0] = v
      return nesterov ? 0.9 * v - 0.1 * g : v
    }
    expectClose(run({ type: 'sgd', momentum: 0.9 }), byRule(momentum(false), [0]))
    expectClose(run({ type: 'sgd', momentum: 0.9, nesterov: true }), byRule(momentum(true), [0]))
  })

  it('adam', () => {
    const rule = (g: number, step: number, state: number[]) => {
      state[0] = 0.9 * (state[0] ?? 0) + 0.1 * g
      state[1] = 0.999 * (state[1] ?? 0) + 0.001 * g * g
      const alpha = (0.1 * Math.sqrt(1 - 0.999 ** step)) / (1 - 0.9 ** step)
      return (-alpha * state[0]) / (Math.sqrt(state[1]) + 1e-7)
    }
    expectClose(run({ type: 'adam' }), byRule(rule, [0, 0]))
  })

  it('rmsprop, with and without momentum', () => {
    const rule = (momentum: number) => (g: number, _: number, state: number[]) => {
      state[0] = 0.9 * (state[0] ?? 0) + 0.1 * g * g
      state[1] = momentum * (state[1] ?? 0) + (0.1 * g) / Math.sqrt(state[0] + 1e-7)
      return -state[1]
    }
    expectClose(run({ type: 'rmsprop' }), byRule(rule(0), [0, 0]))
    expectClose(run({ type: 'rmsprop', momentum: 0.5 }), byRule(rule(0.5), [0, 0]))
  })

  it('adagrad, whose sum starts at 0.1', () => {
    const rule = (g: number, _: number, state: number[]) => {
      state[0] = (state[0] ?? 0) + g * g
      return (-0.1 * g) / Math.sqrt(state[0] + 1e-7)
    }
    expectClose(run({ type: 'adagrad' }), byRule(rule, [0.1]))
  })
})

describe('learning rate', () => {
  it('stays, falls by inverse time, or falls exponentially', () => {
    const rate = (schedule: object, step: number) =>
      learningRate(trainingSchema.parse({ optimizer: { learningRate: 0.1 }, schedule }), step)
    expect(rate({ type: 'constant' }, 50)).toBe(0.1)
    expect(rate({ type: 'inverseTime', decay: 0.1 }, 10)).toBeCloseTo(0.05)
    expect(rate({ type: 'exponential', decayRate: 0.5, decaySteps: 10 }, 20)).toBeCloseTo(0.025)
  })
})
