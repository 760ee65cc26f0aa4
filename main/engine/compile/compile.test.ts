import { tensor, tidy } from '@tensorflow/tfjs-core'
import { models } from '@tensorflow/tfjs-layers'
import { beforeAll, describe, expect, it } from 'vitest'
import { bypassNodes } from '../../../shared/edits/bypassNodes.ts'
import { inferGraph } from '../../../shared/infer.ts'
import { createRandom } from '../../../shared/prep/random.ts'
import { ProblemError } from '../../../shared/problems.ts'
import { loadWasmForTests } from '../backends/wasmBytes.test-support.ts'
import { projectOf } from '../testing.test-support.ts'
import { compile } from './compile.ts'
import { createExecute } from './execute.ts'
import { idLimits } from './idLimits.ts'
import { initialValues } from './initialValues.ts'
import { lowerGraph } from './topology.ts'

const build = (project: ReturnType<typeof projectOf>, seed = 1) =>
  compile(
    project,
    inferGraph(project),
    Object.keys(project.nodes).map(() => 'meanSquaredError' as const),
    seed,
  )

describe('compile', () => {
  beforeAll(loadWasmForTests)

  it('wires calls of shared layers as tfjs will number them when it loads the file', async () => {
    // first.2 waits for second, and deep.1 for first.2, while deep.2 could be called at once.
    const dense = (params: object, from: string[], layer?: string) =>
      layer ? { type: 'dense', layer, from } : { type: 'dense', params: { units: 2, ...params }, from }
    const project = projectOf({
      in: { a: { shape: [2] }, b: { shape: [2] } },
      layers: {
        first: dense({ activation: 'tanh' }, ['a']),
        second: dense({ activation: 'sigmoid' }, ['first']),
        first2: dense({}, ['second'], 'first'),
        deep: dense({ activation: 'elu' }, ['first2']),
        deep2: dense({}, ['b'], 'deep'),
        join: { type: 'concatenate', from: ['deep', 'deep2'] },
      },
      out: { join: {}, second: {} },
    })
    const compiled = await build(project)
    const [a, b] = [tensor([[0.3, -1]]), tensor([[2, 0.5]])]
    const weights = Object.fromEntries(
      compiled.weights.map(({ name, variable }) => [name, [...variable.dataSync()]]),
    )
    const call = (name: string, x: number[], of: (value: number) => number) => {
      const kernel = weights[`${name}/kernel`] ?? []
      return [0, 1].map((unit) =>
        of((x[0] ?? 0) * (kernel[unit] ?? 0) + (x[1] ?? 0) * (kernel[2 + unit] ?? 0)),
      )
    }
    const elu = (value: number) => (value < 0 ? Math.expm1(value) : value)
    const second = call('second', call('first', [0.3, -1], Math.tanh), (value) => 1 / (1 + Math.exp(-value)))
    const wanted = [...call('deep', call('first', second, Math.tanh), elu), ...call('deep', [2, 0.5], elu)]
    const [joined] = compiled.execute([a, b], false)
    const model = await models.modelFromJSON(compiled.topology as never)
    model.setWeights(compiled.weights.map(({ variable }) => variable))
    const [loaded] = model.predict([a, b]) as (typeof a)[]
    for (const found of [joined, loaded])
      for (const [at, value] of [...(found?.dataSync() ?? [])].entries())
        expect(value).toBeCloseTo(wanted[at] ?? 0, 5)
  })

  it('calls a layer with several outputs once', async () => {
    const project = projectOf({
      in: { x: { shape: [4, 2] } },
      layers: {
        lstm: { type: 'lstm', params: { units: 3, returnState: true }, from: ['x'] },
        join: { type: 'concatenate', from: ['lstm', 'lstm:h', 'lstm:c'] },
      },
      out: { join: {} },
    })
    const { topology } = lowerGraph(project, inferGraph(project))
    const model = await models.modelFromJSON(topology as never)
    const lstm = model.getLayer('lstm')
    const original = lstm.call.bind(lstm)
    let calls = 0
    lstm.call = (...args) => {
      calls++
      return original(...args)
    }
    tidy(() => createExecute(model, topology)([tensor(new Float32Array(8), [1, 4, 2])], false))
    expect(calls).toBe(1)
  })

  it('leaves bypassed layers out, at the head too', async () => {
    const document = projectOf({
      in: { x: { shape: [2] } },
      layers: {
        first: { type: 'dense', params: { units: 2, activation: 'sigmoid' }, from: ['x'] },
        second: { type: 'dense', params: { units: 2, activation: 'softmax' }, from: ['first'] },
      },
      out: { second: {} },
    })
    const project = bypassNodes(document, ['second'], true)
    const compiled = await compile(project, inferGraph(project), ['binaryCrossentropy'], 1)
    expect(compiled.weights.map(({ name }) => name)).toEqual(['first/kernel', 'first/bias'])
    expect(compiled.heads).toEqual(['sigmoid'])
    const [logits] = compiled.execute([tensor([[0.3, -1]])], false)
    const kernel = compiled.weights[0]?.variable.dataSync() ?? []
    const wanted = [0, 1].map((unit) => 0.3 * (kernel[unit] ?? 0) - (kernel[2 + unit] ?? 0))
    for (const [at, value] of [...(logits?.dataSync() ?? [])].entries())
      expect(value).toBeCloseTo(wanted[at] ?? 0, 5)
  })

  it('takes names in any language, and keeps ids of layers apart', async () => {
    const project = projectOf({
      in: { 입력: { shape: [2] } },
      layers: {
        은닉층: { type: 'dense', params: { units: 2 }, from: ['입력'] },
        '출력/층': { type: 'dense', params: { units: 1 }, from: ['은닉층'] },
      },
      out: { '출력/층': {} },
    })
    const { weights } = await build(project)
    expect(weights.map(({ name }) => name)).toEqual([
      'dense/kernel',
      'dense/bias',
      'dense_1/kernel',
      'dense_1/bias',
    ])
  })

  it('takes names that every object has', async () => {
    const project = projectOf({
      in: { constructor: { shape: [2] } },
      layers: {
        toString: { type: 'dense', params: { units: 2 }, from: ['constructor'] },
        hasOwnProperty: { type: 'dense', params: { units: 1 }, from: ['toString'] },
      },
      out: { hasOwnProperty: {} },
    })
    const { weights, execute } = await build(project)
    expect(weights.map(({ name }) => name.split('/')[0])).toEqual([
      'toString_1',
      'toString_1',
      'hasOwnProperty_1',
      'hasOwnProperty_1',
    ])
    expect(tidy(() => execute([tensor([[0, 0]])], false)[0]?.shape)).toEqual([1, 1])
  })

  it('starts from the same weights for the same seed', async () => {
    const project = projectOf({
      in: { x: { shape: [3] } },
      layers: { y: { type: 'dense', params: { units: 2 }, from: ['x'] } },
      out: { y: {} },
    })
    const start = async (seed: number) => [
      ...((await build(project, seed)).weights[0]?.variable.dataSync() ?? []),
    ]
    expect(await start(1)).toEqual(await start(1))
    expect(await start(1)).not.toEqual(await start(2))
  })

  it('knows which inputs choose rows of an embedding, and refuses ids that are computed', () => {
    const words = (from: string[]) =>
      projectOf({
        in: { ids: { shape: [4], dtype: 'int32' }, x: { shape: [4] } },
        layers: {
          square: { type: 'reshape', params: { targetShape: [2, 2] }, from: ['ids'] },
          computed: { type: 'dense', params: { units: 4 }, from: ['x'] },
          words: { type: 'embedding', params: { inputDim: 7, outputDim: 2 }, from },
        },
        out: { words: {}, computed: {}, square: {} },
      })
    const limits = (project: ReturnType<typeof words>) =>
      idLimits(lowerGraph(project, inferGraph(project)).topology)
    expect(limits(words(['square']))).toEqual([7, null])
    expect(() => limits(words(['computed']))).toThrow(ProblemError)
  })
})

describe('initial values', () => {
  const draw = (className: string, config: object, shape: number[], extra: object = {}) => {
    const layer = {
      className: 'Dense',
      config: { kernel_initializer: { class_name: className, config }, ...extra },
    }
    return initialValues(layer, 'layer/kernel', shape, 3)
  }
  const moments = (values: Float32Array) => {
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length
    return {
      mean,
      std: Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length),
    }
  }

  it.each([
    ['GlorotUniform', Math.sqrt(2 / 300)],
    ['GlorotNormal', Math.sqrt(2 / 300)],
    ['HeNormal', Math.sqrt(2 / 200)],
    ['HeUniform', Math.sqrt(2 / 200)],
    ['LecunNormal', Math.sqrt(1 / 200)],
  ])('%s has the spread that Keras gives it', (name, std) => {
    const found = moments(draw(name, {}, [200, 100]))
    expect(Math.abs(found.mean)).toBeLessThan(0.02 * Math.sqrt(std))
    expect(found.std / std).toBeCloseTo(1, 1)
  })

  it('counts the field of a convolution into both fans', () => {
    const { std } = moments(
      draw(
        'VarianceScaling',
        { scale: 1, mode: 'fan_out', distribution: 'untruncated_normal' },
        [3, 3, 10, 50],
      ),
    )
    expect(std / Math.sqrt(1 / 450)).toBeCloseTo(1, 1)
  })

  it.each([[[6, 4]], [[4, 6]], [[3, 3, 2, 5]]])(
    'orthogonal values of shape %j have orthonormal rows or columns',
    (shape) => {
      const values = draw('Orthogonal', { gain: 2 }, shape)
      const columns = shape.at(-1) ?? 1
      const rows = values.length / columns
      const isWide = rows <= columns
      const vector = (index: number) =>
        Array.from(
          { length: Math.max(rows, columns) },
          (_, at) => values[isWide ? index * columns + at : at * columns + index] ?? 0,
        )
      for (let left = 0; left < Math.min(rows, columns); left++) {
        for (let right = 0; right <= left; right++) {
          const dot = vector(left).reduce((sum, value, at) => sum + value * (vector(right)[at] ?? 0), 0)
          expect(dot).toBeCloseTo(left === right ? 4 : 0, 5)
        }
      }
    },
  )

  it('opens the forget gate of an LSTM', () => {
    const config = { bias_initializer: { class_name: 'Zeros', config: {} }, unit_forget_bias: true }
    expect([...initialValues({ className: 'LSTM', config }, 'lstm/bias', [8], 1)]).toEqual([
      0, 0, 1, 1, 0, 0, 0, 0,
    ])
  })
})

describe('batch normalisation while training', () => {
  it('moves its statistics as Keras does, also for a batch of one row', async () => {
    await loadWasmForTests()
    const project = projectOf({
      in: { x: { shape: [2] } },
      layers: {
        normal: {
          type: 'batchNormalization',
          params: { momentum: 0.9, scale: false, center: false },
          from: ['x'],
        },
      },
      out: { normal: {} },
    })
    const { execute, weights } = await build(project)
    const random = createRandom(1, 'x')
    const rows = Array.from({ length: 4 }, () => [random.normal(), random.normal()])
    tidy(() => void execute([tensor(rows)], true))
    const mean = [0, 1].map((at) => rows.reduce((sum, row) => sum + (row[at] ?? 0), 0) / 4)
    const variance = [0, 1].map(
      (at) => rows.reduce((sum, row) => sum + ((row[at] ?? 0) - (mean[at] ?? 0)) ** 2, 0) / 4,
    )
    const values = Object.fromEntries(weights.map(({ name, variable }) => [name, variable.dataSync()]))
    for (const at of [0, 1]) {
      expect(values['normal/moving_mean']?.[at]).toBeCloseTo(0.1 * (mean[at] ?? 0), 6)
      expect(values['normal/moving_variance']?.[at]).toBeCloseTo(0.9 + 0.1 * (variance[at] ?? 0), 6)
    }
    tidy(() => void execute([tensor([[5, 5]])], true))
    const after = weights.at(-1)?.variable.dataSync() ?? []
    expect(Math.min(...after)).toBeGreaterThan(0)
  })

  it('counts only the steps that a mask leaves, as Keras 3.15 does', async () => {
    await loadWasmForTests()
    const project = projectOf({
      in: { x: { shape: [3, 2] } },
      layers: {
        masked: { type: 'masking', params: { maskValue: 9 }, from: ['x'] },
        normal: { type: 'batchNormalization', params: { momentum: 0.9 }, from: ['masked'] },
      },
      out: { normal: {} },
    })
    const { execute, weights } = await build(project)
    const x = tensor([1, 2, 3, 5, 9, 9, 2, 0, 9, 9, 0, 1], [2, 3, 2])
    const [found] = tidy(() => execute([x], true).map((y) => [...y.dataSync()]))
    const values = Object.fromEntries(weights.map(({ name, variable }) => [name, [...variable.dataSync()]]))
    for (const [at, mean] of [0.15, 0.2].entries())
      expect(values['normal/moving_mean']?.[at]).toBeCloseTo(mean, 5)
    for (const [at, variance] of [1.025, 1.25].entries())
      expect(values['normal/moving_variance']?.[at]).toBeCloseTo(variance, 5)
    for (const [at, value] of [-0.447035, 0, 1.341104, 1.603338].entries())
      expect(found?.[at]).toBeCloseTo(value, 5)
  })
})

describe('dropout of whole channels', () => {
  it.each([
    ['spatialDropout1d', [50, 4]],
    ['spatialDropout2d', [5, 10, 4]],
    ['spatialDropout3d', [5, 5, 2, 4]],
  ])('%s hides or keeps all places of a channel, and nothing after training', async (type, shape) => {
    await loadWasmForTests()
    const project = projectOf({
      in: { x: { shape } },
      layers: { y: { type, params: { rate: 0.5 }, from: ['x'] } },
      out: { y: {} },
    })
    const { execute } = await build(project)
    const x = tensor(new Float32Array(8 * 200).fill(1), [8, ...shape])
    const run = (training: boolean) => tidy(() => [...(execute([x], training)[0]?.dataSync() ?? [])])
    expect(run(false).every((value) => value === 1)).toBe(true)
    const hidden = run(true)
    const kinds = new Set<number>()
    for (let row = 0; row < 8; row++) {
      for (let channel = 0; channel < 4; channel++) {
        const first = hidden[200 * row + channel] ?? Number.NaN
        kinds.add(first)
        for (let place = 0; place < 50; place++) expect(hidden[200 * row + 4 * place + channel]).toBe(first)
      }
    }
    expect(kinds).toEqual(new Set([0, 2]))
  })
})
