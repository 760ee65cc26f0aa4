import {
  add,
  dispose,
  grads,
  mul,
  sum,
  type Tensor,
  tensor,
  tidy,
  type Variable,
  variableGrads,
} from '@tensorflow/tfjs-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { layerDefinitions, type LayerType } from '../../../shared/layers/index.ts'
import { createRandom } from '../../../shared/prep/random.ts'
import { loadWasmForTests } from '../backends/wasmBytes.test-support.ts'
import type { CompiledModel } from './compile.ts'
import { idLimits } from './idLimits.ts'
import { distinctCases, type LayerCase } from './layerCases.test-support.ts'
import { compileCase, quarters } from './runCase.test-support.ts'

const types = Object.keys(layerDefinitions) as LayerType[]
const step = 4e-3
const probes = 4

/** Σ output · r over all outputs, r fixed and random; dropout draws the same mask each time. */
const createProbe = (compiled: CompiledModel, inputs: readonly Tensor[]) => {
  const run = (given: readonly Tensor[]) => {
    Math.random = createRandom(5, 'masks').uniform
    return compiled.execute(given, true)
  }
  const shapes = tidy(() => run(inputs).map(({ shape }) => shape))
  const random = createRandom(11, 'directions')
  const weights = shapes.map((shape) =>
    quarters(
      shape.reduce((size, axis) => size * axis, 1),
      random,
    ),
  )
  return {
    tensor: (given: readonly Tensor[]) =>
      run(given)
        .map((output, index) => sum(mul(output, tensor(weights[index] ?? [], output.shape))))
        .reduce((total, part) => add(total, part)),
    /** The same in double precision. */
    number: (given: readonly Tensor[]) =>
      tidy(() => {
        let total = 0
        for (const [index, output] of run(given).entries())
          for (const [at, value] of output.dataSync().entries()) total += value * (weights[index]?.[at] ?? 0)
        return total
      }),
  }
}

const isBetween = (slope: number, left: number, right: number) => {
  const tolerance = 1e-2 * (1 + Math.abs(slope))
  return slope >= Math.min(left, right) - tolerance && slope <= Math.max(left, right) + tolerance
}

/** The slope must lie between the slopes to the left and to the right: at a kink any value between them is right. */
const expectBetween = (slope: number, left: number, right: number, title: string, rounding = 0) => {
  const tolerance = 1e-2 * (1 + Math.abs(slope)) + rounding
  const wanted = `${title}: ${slope} is not between ${left} and ${right}`
  expect(slope, wanted).toBeGreaterThanOrEqual(Math.min(left, right) - tolerance)
  expect(slope, wanted).toBeLessThanOrEqual(Math.max(left, right) + tolerance)
}

/**
 * Slopes of a function of numbers at a place of `values`, where it is `here`, to the left and to the right. Among many values of a kinked
 * function some cross their kink on the way: then a shorter way is taken, with more rounding.
 */
const expectSlope = (
  slope: number,
  values: Float32Array,
  place: number,
  here: number,
  of: (values: Float32Array) => number,
  title: string,
) => {
  const at = (move: number) => of(values.map((value, index) => (index === place ? value + move : value)))
  const between = (way: number) => ({ left: (here - at(-way)) / way, right: (at(way) - here) / way })
  const { left, right } = between(step)
  const isClear = isBetween(slope, left, right)
  const found = isClear ? { left, right } : between(step / 8)
  expectBetween(slope, found.left, found.right, title)
}

const places = (size: number, random = createRandom(size, 'places')) =>
  Array.from({ length: Math.min(size, probes) }, () => random.below(size))

/** Where a layer jumps, or all of its units bend at once because no bias sets them apart: there it has no one slope. */
const troubled = ({ type, params }: LayerCase): readonly number[] => {
  const { threshold, useBias } = params
  const isJumping = type === 'masking' || type === 'unitNormalization'
  return [
    ...(isJumping || useBias === false ? [0] : []),
    ...(typeof threshold === 'number' ? [threshold] : []),
  ]
}
/** Inputs moved away from these values. */
const awayFrom = (values: readonly number[], inputs: readonly Tensor[]) =>
  inputs.map((input) => {
    if (input.dtype !== 'float32') return input
    const moved = input.dataSync<'float32'>().map((value) => (values.includes(value) ? value + 0.125 : value))
    return tensor(moved, input.shape)
  })

const checkInputs = (compiled: CompiledModel, inputs: readonly Tensor[], title: string) => {
  const probe = createProbe(compiled, inputs)
  const slopes = grads((...given: Tensor[]) => probe.tensor(given))([...inputs])
  const here = probe.number(inputs)
  for (const [index, input] of inputs.entries()) {
    const values = input.dataSync<'float32'>().slice()
    const slope = slopes[index]?.dataSync() ?? []
    for (const place of places(values.length)) {
      const moved = (others: Float32Array) =>
        tidy(() => probe.number(inputs.with(index, tensor(others, input.shape))))
      expectSlope(
        slope[place] ?? Number.NaN,
        values,
        place,
        here,
        moved,
        `${title}, input ${index} at ${place}`,
      )
    }
  }
  dispose(slopes)
}

const checkWeights = (compiled: CompiledModel, inputs: readonly Tensor[], title: string) => {
  const trainable = compiled.weights.filter((weight) => weight.trainable)
  if (trainable.length === 0) return
  const probe = createProbe(compiled, inputs)
  const { value, grads: slopes } = variableGrads(
    () => probe.tensor(inputs) as never,
    trainable.map(({ variable }) => variable),
  )
  const set = (variable: Variable, values: Float32Array) =>
    tidy(() => variable.assign(tensor(values, variable.shape)))
  const here = probe.number(inputs)
  for (const { name, variable } of trainable) {
    const values = variable.dataSync<'float32'>().slice()
    const slope = slopes[variable.name]?.dataSync() ?? []
    for (const place of places(values.length)) {
      const moved = (others: Float32Array) => {
        set(variable, others)
        return probe.number(inputs)
      }
      expectSlope(slope[place] ?? Number.NaN, values, place, here, moved, `${title}, ${name} at ${place}`)
      set(variable, values)
    }
  }
  dispose([value, slopes] as never)
}

/** All values equal and moved together: no kink lies on the way, so the slope is exact even where windows are tied. */
const checkTied = (compiled: CompiledModel, inputs: readonly Tensor[], value: number, title: string) => {
  const all = (level: number) =>
    inputs.map(({ shape, size }) => tensor(new Float32Array(size).fill(level), shape))
  const tied = all(value)
  const probe = createProbe(compiled, tied)
  const slopes = grads((...given: Tensor[]) => probe.tensor(given))(tied)
  const parts = slopes.flatMap((slope) => [...slope.dataSync()])
  const total = parts.reduce((sum, part) => sum + part, 0)
  const rounding = 1e-6 * parts.reduce((sum, part) => sum + Math.abs(part), 0)
  const at = (level: number) => tidy(() => probe.number(all(level)))
  const here = at(value)
  const [left, right] = [(here - at(value - step)) / step, (at(value + step) - here) / step]
  expectBetween(total, left, right, `${title}, all ${value}`, rounding)
  dispose([...tied, ...slopes])
}

describe('gradients on the WASM engine equal finite differences', () => {
  const original = Math.random
  beforeAll(loadWasmForTests)
  afterAll(() => {
    Math.random = original
  })

  it.each(types)(
    '%s, on negative, zero and tied inputs',
    async (type) => {
      const distinct = distinctCases(type, false, ['initializer', 'regularizer', 'constraint'], 3)
      for (const one of distinct) {
        const { project, title } = one
        const avoided = troubled(one)
        const { compiled, inputs: given } = await compileCase(project)
        const inputs = awayFrom(avoided, given)
        checkWeights(compiled, inputs, title)
        const areNumbers = inputs.every(({ dtype }) => dtype === 'float32')
        if (areNumbers && idLimits(compiled.topology).every((limit) => limit === null)) {
          checkInputs(compiled, inputs, title)
          for (const value of [-1, 0, 0.5].filter((value) => !avoided.includes(value)))
            checkTied(compiled, inputs, value, title)
        }
        dispose([...given, ...inputs])
        compiled.dispose()
      }
      expect(distinct.length).toBeGreaterThan(0)
    },
    180_000,
  )
})
