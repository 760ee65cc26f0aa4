import {
  concat,
  grads,
  mul,
  reshape,
  setBackend,
  square,
  sum,
  type Tensor,
  tensor,
  tidy,
  util,
} from '@tensorflow/tfjs-core'
import fc from 'fast-check'
import { expect } from 'vitest'
import { cpuBackend } from '../cpu.ts'
import { loadWasmForTests } from '../wasmBytes.test-support.ts'

/** What numbers a trial gets; `distinct` keeps them 0.04 apart, so that no small step changes a maximum. */
export type Numbers = 'any' | 'negative' | 'tied' | 'distinct'

/** One operation on inputs of some shapes, with numbers that follow from the seed. */
export interface Trial {
  readonly shapes: readonly (readonly number[])[]
  readonly numbers: Numbers
  readonly seed: number
  readonly run: (...inputs: Tensor[]) => Tensor
}

const generator = (seed: number) => {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), state | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

const fill = (size: number, numbers: Numbers, random: () => number): Float32Array => {
  const values = Float32Array.from({ length: size }, () => 2 * random() - 1)
  if (numbers === 'negative') return values.map((value) => -Math.abs(value))
  if (numbers === 'tied') return values.map((value) => Math.round(value))
  if (numbers === 'any') return values
  const order = [...values.keys()].sort((a, b) => (values[a] as number) - (values[b] as number))
  const distinct = new Float32Array(size)
  order.forEach((at, rank) => {
    distinct[at] = 0.04 * (rank - 0.7 * size)
  })
  return distinct
}

const dataOf = ({ shapes, numbers, seed }: Trial) => {
  const random = generator(seed)
  return shapes.map((shape) => fill(util.sizeFromShape([...shape]), numbers, random))
}

const tensors = (trial: Trial, data: readonly Float32Array[]) =>
  data.map((values, i) => tensor(values, [...(trial.shapes[i] as number[])]))

const outputOf = (trial: Trial, data: readonly Float32Array[]) =>
  tidy(() => {
    const out = trial.run(...tensors(trial, data))
    return { shape: out.shape, values: Array.from(out.dataSync()) }
  })

const expectClose = (actual: readonly number[], wanted: readonly number[], tolerance: number) => {
  expect(actual.length).toBe(wanted.length)
  const scale = Math.max(1, ...wanted.map(Math.abs))
  const worst = actual.reduce((max, value, i) => Math.max(max, Math.abs(value - (wanted[i] as number))), 0)
  const start = (values: readonly number[]) => values.slice(0, 8).join(' ')
  // a comparison that is also false for NaN
  const isClose = worst <= tolerance * scale
  expect(isClose, `off by ${worst}: ${start(actual)} for ${start(wanted)}`).toBe(true)
}

/** The wasm backend gives what tfjs' cpu backend gives, in shape and numbers. */
export const expectSameAsCpu = async (trial: Trial): Promise<void> => {
  const data = dataOf(trial)
  await setBackend('cpu')
  const wanted = outputOf(trial, data)
  await setBackend('wasm')
  const actual = outputOf(trial, data)
  expect(actual.shape).toEqual(wanted.shape)
  expectClose(actual.values, wanted.values, 2e-5)
}

const STEP = 0.01

/**
 * The wasm backend's gradients agree with central finite differences, on the cpu backend, of a random
 * weighting of the output along random directions of every input.
 */
export const expectTrueGradient = async (trial: Trial): Promise<void> => {
  const data = dataOf(trial)
  const random = generator(trial.seed + 1)
  await setBackend('cpu')
  const weights = outputOf(trial, data).values.map(() => 2 * random() - 1)
  const value = (moved: readonly Float32Array[]) =>
    outputOf(trial, moved).values.reduce((total, y, i) => total + y * (weights[i] as number), 0)
  const directions = data.map((values) => values.map(() => 2 * random() - 1))
  const slopes = directions.map((direction, which) => {
    const moved = (sign: number) =>
      data.map((values, i) =>
        i === which ? values.map((v, j) => v + sign * STEP * (direction[j] as number)) : values,
      )
    return (value(moved(1)) - value(moved(-1))) / (2 * STEP)
  })
  await setBackend('wasm')
  const gradients = tidy(() => {
    const weighted = (...inputs: Tensor[]) => {
      const out = trial.run(...inputs)
      return sum(mul(out, tensor(weights, out.shape)))
    }
    return grads(weighted)(tensors(trial, data)).map((gradient) => Array.from(gradient.dataSync()))
  })
  const actual = gradients.map((gradient, i) =>
    gradient.reduce((total, g, j) => total + g * ((directions[i] as Float32Array)[j] as number), 0),
  )
  expectClose(actual, slopes, 2e-3)
}

/** Runs a check on `runs` trials; the same ones every time. */
export const fuzz = <T>(
  arbitrary: fc.Arbitrary<T>,
  runs: number,
  check: (value: T, seed: number) => Promise<void>,
): Promise<void> =>
  fc.assert(
    fc.asyncProperty(arbitrary, fc.nat(), (value, seed) => check(value, seed)),
    { numRuns: runs, seed: 20260101 },
  )

/** An integer from `min` to `max`, 1 and up when no minimum is given. */
export const upTo = (max: number, min = 1) => fc.integer({ min, max })

/** The numbers that a right gradient must cope with. */
export const awkwardNumbers = fc.constantFrom<Numbers>('any', 'negative', 'tied')

/** Loads both backends into a test process. */
export const loadBoth = async (): Promise<void> => {
  await cpuBackend.load({ wasmBytes: () => Promise.reject(new Error('unused')) })
  await loadWasmForTests()
}

/** All numbers of several tensors in one list. */
export const concatFlat = (list: readonly Tensor[]) => concat(list.map((t) => reshape(t, [t.size])))

/** The operation, and its gradients with an output gradient that is not constant, as one list of numbers. */
export const withGradients =
  (run: (...inputs: Tensor[]) => Tensor) =>
  (...inputs: Tensor[]) =>
    concatFlat([run(...inputs), ...grads((...x: Tensor[]) => square(run(...x)))(inputs)])
