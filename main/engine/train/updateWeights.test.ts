import { tensor, tidy, zerosLike } from '@tensorflow/tfjs-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { inferGraph } from '../../../shared/infer.ts'
import { loadWasmForTests } from '../backends/wasmBytes.test-support.ts'
import { compile } from '../compile/compile.ts'
import { projectOf } from '../testing.test-support.ts'
import { createOptimizer } from './optimizer.ts'
import { createUpdater } from './updateWeights.ts'

/** A model of one layer that reads three steps of two values. */
const single = (type: string, params: Record<string, unknown>) => {
  const project = projectOf({
    in: { x: { shape: [3, 2] } },
    layers: { y: { type, params, from: ['x'] } },
    out: { y: {} },
  })
  return compile(project, inferGraph(project), ['meanSquaredError'], 1)
}

/** A Dense layer of two inputs and two units with these parameters, its kernel [[3, −0.1], [4, 0.2]], its bias [1, −2]. */
const build = async (params: object) => {
  const project = projectOf({
    in: { x: { shape: [2] } },
    layers: { y: { type: 'dense', params: { units: 2, ...params }, from: ['x'] } },
    out: { y: {} },
  })
  const compiled = await compile(project, inferGraph(project), ['meanSquaredError'], 1)
  const [kernel, bias] = compiled.weights
  if (!kernel || !bias) throw new Error('A Dense layer has two weights.')
  tidy(() => {
    kernel.variable.assign(tensor([3, -0.1, 4, 0.2], [2, 2]))
    bias.variable.assign(tensor([1, -2]))
  })
  return { compiled, kernel, bias }
}

describe('constraints', () => {
  beforeAll(loadWasmForTests)

  // Made with keras.constraints of Keras 3.15; by hand: the columns' norms are 5 and √0.05.
  it.each([
    ['maxNorm', { maxValue: 2 }, [1.2, -0.1, 1.6, 0.2]],
    ['maxNorm', { maxValue: 1, axis: 1 }, [0.9994449, -0.0333148, 0.9987524, 0.0499376]],
    ['unitNorm', {}, [0.6, -0.4472134, 0.8, 0.8944268]],
    ['nonNeg', {}, [3, 0, 4, 0.2]],
    ['minMaxNorm', { minValue: 0.5, maxValue: 1, rate: 0.5 }, [1.8, -0.1618033, 2.4, 0.3236066]],
  ])('%s %j holds after a step', async (type, given, wanted) => {
    const { compiled, kernel, bias } = await build({ kernelConstraint: { type, ...given } })
    const update = createUpdater(compiled.weights, createOptimizer({ type: 'sgd', learningRate: 0.1 }))
    const still = Object.fromEntries(
      [kernel, bias].map(({ variable }) => [variable.name, zerosLike(variable)]),
    )
    tidy(() => update(still, 0.1))
    for (const [at, value] of wanted.entries()) expect(kernel.variable.dataSync()[at]).toBeCloseTo(value, 5)
    expect([...bias.variable.dataSync()]).toEqual([1, -2])
  })
})

describe('regularisers', () => {
  beforeAll(loadWasmForTests)

  // Σ|w| of the kernel is 7.3, Σw² 25.05; of the bias 3 and 5.
  it.each([
    [{ kernelRegularizer: { type: 'l1', l1: 0.1 } }, 0.73],
    [{ kernelRegularizer: { type: 'l2', l2: 0.1 } }, 2.505],
    [
      { kernelRegularizer: { type: 'l1l2', l1: 0.1, l2: 0.2 }, biasRegularizer: { type: 'l2', l2: 1 } },
      10.74,
    ],
  ])('%j adds to the loss what Keras says', async (params, wanted) => {
    const { compiled } = await build(params)
    const added = tidy(() => compiled.regularisation().map((term) => term.dataSync()[0] ?? Number.NaN))
    expect(added.reduce((sum, term) => sum + term, 0)).toBeCloseTo(wanted, 5)
  })

  // Kernels of ones: [2, 8] for each LSTM of two units, [2, 2] for the Dense layer.
  it.each([
    ['lstm', (inner: Record<string, unknown>) => inner, 16],
    ['bidirectional', (inner: Record<string, unknown>) => ({ layer: { type: 'lstm', params: inner } }), 32],
    ['timeDistributed', (inner: Record<string, unknown>) => ({ layer: { type: 'dense', params: inner } }), 4],
  ])('reach the weights of a layer of layers: %s', async (type, params, wanted) => {
    const inner = {
      units: 2,
      kernelInitializer: { type: 'ones' },
      kernelRegularizer: { type: 'l2', l2: 0.5 },
    }
    const compiled = await single(type, params(inner))
    expect(tidy(() => compiled.regularisation().map((term) => term.dataSync()[0]))).toEqual(
      type === 'bidirectional' ? [wanted / 4, wanted / 4] : [wanted / 2],
    )
  })

  it('count the weights of a shared layer once', async () => {
    const params = { units: 2, kernelInitializer: { type: 'ones' }, kernelRegularizer: { type: 'l1', l1: 1 } }
    const project = projectOf({
      in: { x: { shape: [2] } },
      layers: {
        first: { type: 'dense', params, from: ['x'] },
        second: { type: 'dense', layer: 'first', from: ['first'] },
      },
      out: { second: {} },
    })
    const compiled = await compile(project, inferGraph(project), ['meanSquaredError'], 1)
    expect(tidy(() => compiled.regularisation().map((term) => term.dataSync()[0]))).toEqual([4])
  })
})
