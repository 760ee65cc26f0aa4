import { memory } from '@tensorflow/tfjs-core'
import { describe, expect, it } from 'vitest'
import { createRandom } from '../../../shared/prep/random.ts'
import { ProblemError } from '../../../shared/problems.ts'
import { tableOf } from '../../../shared/prep/tableOf.test-support.ts'
import {
  memoryHost,
  numberColumns,
  planOf,
  projectOf,
  runToEnd,
  type ShortProject,
} from '../testing.test-support.ts'

const xorTable = tableOf({ a: [0, 0, 1, 1], b: [0, 1, 0, 1], xor: [0, 1, 1, 0] })
const xor = (seed: number) =>
  projectOf({
    in: { bits: { shape: [2], columns: numberColumns(['a', 'b']) } },
    layers: {
      hidden: { type: 'dense', params: { units: 8, activation: 'tanh' }, from: ['bits'] },
      xor: { type: 'dense', params: { units: 1, activation: 'sigmoid' }, from: ['hidden'] },
    },
    out: {
      xor: { target: { column: 'xor', encoding: { kind: 'binary', positive: '1' } }, metrics: ['accuracy'] },
    },
    training: {
      split: { validation: 0, test: 0 },
      epochs: 300,
      batchSize: 'all',
      optimizer: { type: 'adam', learningRate: 0.05 },
      seed,
    },
  })

const random = createRandom(1, 'data')
const cells = (length: number) => Array.from({ length }, random.normal)
const [x1, x2, noise] = [cells(120), cells(120), cells(120)]
const y = x1.map((value, row) => 3 * value - 2 * (x2[row] ?? 0) + 0.5 + 0.1 * (noise[row] ?? 0))
const table = tableOf({
  x1,
  x2,
  y,
  sign: y.map((value) => (value > 0 ? 'up' : 'down')),
  third: y.map((value) => (value > 1 ? 'high' : value < -1 ? 'low' : 'middle')),
})
/** Two inputs through one shared layer, dropout, and an output of each kind. */
const manyOutputs = (training: ShortProject['training'] = {}): ShortProject => ({
  in: {
    left: { shape: [1], columns: numberColumns(['x1']) },
    right: { shape: [1], columns: numberColumns(['x2']) },
  },
  layers: {
    shared: { type: 'dense', params: { units: 4, activation: 'tanh' }, from: ['left'] },
    again: { type: 'dense', layer: 'shared', from: ['right'] },
    join: { type: 'concatenate', from: ['shared', 'again'] },
    drop: { type: 'dropout', params: { rate: 0.3 }, from: ['join'] },
    amount: { type: 'dense', params: { units: 1 }, from: ['drop'] },
    sign: { type: 'dense', params: { units: 1, activation: 'sigmoid' }, from: ['drop'] },
    third: { type: 'dense', params: { units: 3, activation: 'softmax' }, from: ['drop'] },
  },
  out: {
    amount: {
      target: { column: 'y', encoding: { kind: 'number' } },
      lossWeight: 0.5,
      metrics: ['mae', 'r2'],
    },
    sign: { target: { column: 'sign', encoding: { kind: 'binary' } }, lossWeight: 2 },
    third: { target: { column: 'third', encoding: { kind: 'classes', as: 'index' } }, lossWeight: 0.25 },
  },
  training: { epochs: 5, batchSize: 16, optimizer: { learningRate: 0.01 }, ...training },
})
const host = () => memoryHost({ data: table }).host

const problemOf = async (run: Promise<unknown>) => {
  const error = await run.then(
    () => null,
    (thrown: unknown) => thrown,
  )
  if (error instanceof ProblemError) return error.problem
  throw error
}

describe('train', () => {
  it('learns XOR with a hidden layer from any of 5 seeds', async () => {
    for (let seed = 1; seed <= 5; seed++) {
      const { result } = await runToEnd(planOf(xor(seed)), memoryHost({ data: xorTable }).host)
      expect(result.metrics.train?.xor?.accuracy, `seed ${seed}`).toBe(1)
    }
  })

  it('reaches the closed-form solution of linear regression by plain gradient descent', async () => {
    const project = projectOf({
      in: { x: { shape: [2], columns: numberColumns(['x1', 'x2']) } },
      layers: { line: { type: 'dense', params: { units: 1 }, from: ['x'] } },
      out: { line: { target: { column: 'y', encoding: { kind: 'number', scale: 'none' } } } },
      training: {
        split: { validation: 0, test: 0 },
        epochs: 300,
        batchSize: 'all',
        optimizer: { type: 'sgd', learningRate: 0.2 },
      },
    })
    const { host: kept, files } = memoryHost({ data: table })
    await runToEnd(planOf(project), kept)
    const bytes = files.get('run/model/weights.bin') ?? new Uint8Array()
    const [w1 = 0, w2 = 0, b = 0] = new Float32Array(bytes.slice().buffer)
    // The normal equations: at the least squares solution the residuals are orthogonal to 1, x1 and x2.
    const solution = solve(x1, x2, y)
    for (const [index, found] of [w1, w2, b].entries()) {
      const wanted = solution[index] ?? 0
      expect(Math.abs(found - wanted)).toBeLessThanOrEqual(1e-3 * Math.abs(wanted))
    }
  })

  it('makes the total of the weighted losses of all outputs', async () => {
    const { losses, epochs, result } = await runToEnd(planOf(projectOf(manyOutputs())), host())
    expect(losses.length).toBe(4 * 5 * Math.ceil(result.rows.train / 16))
    for (let step = 0; step < losses.length; step += 4) {
      const [total = 0, amount = 0, sign = 0, third = 0] = losses.slice(step, step + 4)
      expect(Math.abs(total - (0.5 * amount + 2 * sign + 0.25 * third))).toBeLessThan(1e-5)
    }
    for (const { train, validation } of epochs) {
      for (const part of [train, validation]) {
        const { amount, sign, third } = part?.outputs ?? {}
        const sum = 0.5 * (amount?.loss ?? 0) + 2 * (sign?.loss ?? 0) + 0.25 * (third?.loss ?? 0)
        expect(Math.abs((part?.loss ?? 0) - sum)).toBeLessThan(1e-5)
      }
    }
    expect(Object.keys(epochs[0]?.train.outputs.amount ?? {})).toEqual(['loss', 'mae', 'r2'])
    expect(Object.keys(result.metrics.test?.third ?? {})).toContain('accuracy')
    expect(result.predictions).toHaveLength(10)
    expect(result.predictions[0]?.part).toBe('test')
    expect(result.predictions[0]?.outputs[2]?.scores).toHaveLength(3)
  })

  it('gives the same losses bit for bit for the same seed, and others for another', async () => {
    const plan = planOf(projectOf(manyOutputs()))
    const first = await runToEnd(plan, host())
    expect((await runToEnd(plan, host())).losses).toEqual(first.losses)
    expect((await runToEnd({ ...plan, seed: 2 }, host())).losses).not.toEqual(first.losses)
  })

  it('draws a new dropout mask at each step', async () => {
    // With a learning rate of almost nothing, steps on the same rows differ by their masks alone.
    const still = manyOutputs({ batchSize: 'all', optimizer: { type: 'sgd', learningRate: 1e-12 } })
    const { losses } = await runToEnd(planOf(projectOf(still)), host())
    const totals = losses.filter((_, index) => index % 4 === 0)
    expect(new Set(totals).size).toBe(5)
    const dry = { ...still, layers: { ...still.layers, drop: { ...still.layers.drop, params: { rate: 0 } } } }
    const without = await runToEnd(planOf(projectOf(dry as ShortProject)), host())
    const spread = without.losses.filter((_, index) => index % 4 === 0)
    expect(Math.max(...spread) - Math.min(...spread)).toBeLessThan(1e-5)
  })

  it('leaves no tensor behind', async () => {
    const before = memory().numTensors
    await runToEnd(planOf(projectOf(manyOutputs())), host())
    expect(memory().numTensors).toBe(before)
    expect(before).toBe(0)
  })

  it('stops after the batch under way, keeps and judges what it has', async () => {
    const stop = { requested: false }
    const { host: kept, files } = memoryHost({ data: table })
    const stopping = {
      ...kept,
      memoryBytes: () => {
        stop.requested = true
        return 0
      },
    }
    const { result, stopped, events } = await runToEnd(
      planOf(projectOf(manyOutputs({ epochs: 100_000 }))),
      stopping,
      undefined,
      stop,
    )
    expect(stopped).toBe(true)
    expect(result.epochs).toBeLessThan(100_000)
    expect(result.metrics.test?.sign?.accuracy).toBeGreaterThan(0)
    expect([...files.keys()]).toContain('run/model/model.json')
    expect(events.at(-1)?.kind).toBe('finished')
  })

  it('stops early and goes back to the best weights', async () => {
    const settings = {
      epochs: 200,
      optimizer: { type: 'sgd', learningRate: 0.5 },
      callbacks: [{ type: 'earlyStopping', patience: 3 }],
    }
    const { result, epochs } = await runToEnd(planOf(projectOf(manyOutputs(settings))), host())
    expect(result.epochs).toBeLessThan(200)
    const best = Math.min(...epochs.map(({ validation }) => validation?.loss ?? 0))
    expect(epochs[(result.bestEpoch ?? 0) - 1]?.validation?.loss).toBe(best)
    const { amount, sign, third } = result.metrics.validation ?? {}
    const loss = 0.5 * (amount?.loss ?? 0) + 2 * (sign?.loss ?? 0) + 0.25 * (third?.loss ?? 0)
    expect(Math.abs(loss - best)).toBeLessThan(1e-6)
  })

  it('ends with the epoch and step at a loss that is not finite', async () => {
    const wild = projectOf(manyOutputs({ optimizer: { type: 'sgd', learningRate: 1e3 }, epochs: 200 }))
    wild.layers.shared!.params = { units: 4, activation: 'relu' }
    const problem = await problemOf(runToEnd(planOf(wild), host()))
    expect(problem?.code).toBe('lossNotFinite')
    expect(problem?.values?.epoch).toBeGreaterThan(0)
  })

  it.each([
    ['only the validation loss shows', { validation: 0.2, test: 0 }],
    ['only the last judgement shows', { validation: 0, test: 0 }],
  ])('never reports figures of a model that its last step spoilt, which %s', async (_, split) => {
    const spoilt = projectOf({
      in: { x: { shape: [1], columns: numberColumns(['x1']) } },
      layers: { guess: { type: 'dense', params: { units: 1 }, from: ['x'] } },
      out: { guess: { target: { column: 'y', encoding: { kind: 'number', scale: 'none' } } } },
      training: { split, epochs: 1, batchSize: 'all', optimizer: { type: 'sgd', learningRate: 1000 } },
    })
    const huge = tableOf({ x1: x1.map((value) => value * 1e9), y: y.map((value) => value * 1e9) })
    const problem = await problemOf(runToEnd(planOf(spoilt), memoryHost({ data: huge }).host))
    expect(problem).toEqual({ code: 'lossNotFinite', values: { epoch: 1, step: 1 } })
  })

  it('learns several labels at once, each by a sigmoid of its own', async () => {
    const tags = x1.map((value, row) =>
      [value > 0 ? 'hot' : '', (x2[row] ?? 0) > 0 ? 'wet' : '', 'day'].filter((tag) => tag !== '').join('; '),
    )
    const project = projectOf({
      in: { x: { shape: [2], columns: numberColumns(['x1', 'x2']) } },
      layers: { tags: { type: 'dense', params: { units: 3, activation: 'sigmoid' }, from: ['x'] } },
      out: { tags: { target: { column: 'tags', encoding: { kind: 'labels', separator: ';' } } } },
      training: {
        split: { validation: 0, test: 0.2 },
        epochs: 60,
        batchSize: 16,
        optimizer: { learningRate: 0.1 },
      },
    })
    const data = memoryHost({ data: tableOf({ x1, x2, tags }) })
    const { result } = await runToEnd(planOf(project), data.host)
    expect(result.pipeline.outputs[0]).toMatchObject({
      loss: 'binaryCrossentropy',
      target: { fitted: { kind: 'labels', categories: ['day', 'hot', 'wet'] } },
    })
    expect(result.metrics.test?.['tags']?.['accuracy']).toBeGreaterThan(0.9)
    expect(result.metrics.test?.['tags']?.['f1']).toBeGreaterThan(0.9)
    const right = result.predictions.filter(({ outputs: [one] }) => one?.predicted === one?.target)
    expect(right.length).toBeGreaterThan(6)
  })

  it('knows classes that no training row has', async () => {
    const project = projectOf({
      in: { x: { shape: [1], columns: numberColumns(['x']) } },
      layers: { kind: { type: 'dense', params: { units: 4, activation: 'softmax' }, from: ['x'] } },
      out: { kind: { target: { column: 'kind', encoding: { kind: 'classes' } } } },
      training: { epochs: 1, split: { validation: 0.25, test: 0.25, shuffle: false } },
    })
    const data = tableOf({ x: [1, 2, 3, 4], kind: ['b', 'c', 'd', 'a'] })
    const { result } = await runToEnd(planOf(project), memoryHost({ data }).host)
    expect(result.pipeline.outputs[0]?.target.fitted).toMatchObject({ categories: ['a', 'b', 'c', 'd'] })
    expect(result.metrics.test?.kind?.loss).toBeGreaterThan(0)
  })

  it('keeps columns and outputs apart from what JSON readers refuse', async () => {
    const column = '__proto__'
    const project = projectOf({
      in: { x: { shape: [1], columns: numberColumns([column]) } },
      layers: { guess: { type: 'dense', params: { units: 1 }, from: ['x'] } },
      out: { guess: { name: column, target: { column: 'y', encoding: { kind: 'number' } } } },
      training: { epochs: 1 },
    })
    project.data.sources[0]!.columns = { y: { type: 'number' } }
    const named = memoryHost({ data: tableOf({ [column]: x1, y }) })
    const { result } = await runToEnd(planOf(project), named.host)
    expect(Object.keys(result.metrics.test ?? {})).toEqual(['proto'])
    expect(Object.keys(result.predictions[0]?.inputs ?? {})).toEqual(['proto'])
    expect(result.pipeline.inputs[0]?.columns[0]?.column).toBe(column)
  })
})

describe('what is wrong is told before training', () => {
  const change = (edit: (project: ShortProject) => void, data = table) => {
    const project = manyOutputs()
    edit(project)
    return problemOf(runToEnd(planOf(projectOf(project)), memoryHost({ data }).host))
  }

  it('names the node of a graph problem', async () => {
    const problem = await change(({ layers }) => (layers.amount!.params = { units: -1 }))
    expect(problem).toMatchObject({ code: 'valueOutOfRange', values: { node: 'amount', param: 'units' } })
  })

  it('says that values do not fit the input', async () => {
    const words = { column: 'third', encoding: { kind: 'category' } }
    const problem = await change((project) => (project.in.left = { shape: [1], columns: [words] }))
    expect(problem).toMatchObject({ code: 'widthMismatch', values: { node: 'left', needed: 1, found: 3 } })
  })

  it('names row and column of an id beyond the embedding', async () => {
    const ids = tableOf({ id: [0, 1, 2, 9, 3, 4], y: [1, 2, 3, 4, 5, 6] })
    const project = projectOf({
      in: { ids: { shape: [1], dtype: 'int32', columns: numberColumns(['id']) } },
      layers: {
        words: { type: 'embedding', params: { inputDim: 5, outputDim: 2 }, from: ['ids'] },
        flat: { type: 'flatten', from: ['words'] },
        line: { type: 'dense', params: { units: 1 }, from: ['flat'] },
      },
      out: { line: { target: { column: 'y', encoding: { kind: 'number' } } } },
    })
    const problem = await problemOf(runToEnd(planOf(project), memoryHost({ data: ids }).host))
    expect(problem).toMatchObject({
      code: 'idOutOfRange',
      values: { column: 'id', row: 4, found: 9, max: 4 },
    })
  })

  it('names a missing column, a text column taken for numbers, and a target with three values', async () => {
    const numbers = numberColumns(['nowhere'])
    expect(
      (await change((project) => (project.in.left = { shape: [1], columns: numbers })))?.values,
    ).toMatchObject({ column: 'nowhere' })
    const text = numberColumns(['third'])
    expect(await change((project) => (project.in.left = { shape: [1], columns: text }))).toEqual({
      code: 'columnNotNumeric',
      values: { column: 'third' },
    })
    const target = { column: 'third', encoding: { kind: 'binary' } }
    expect(await change((project) => (project.out.sign = { target }))).toEqual({
      code: 'targetNotBinary',
      values: { column: 'third', found: 3 },
    })
  })

  it.each([
    ['onehot', 4],
    ['index', 2],
    ['index', 9],
  ])('says how many values an output of %s classes from the data needs, not %i', async (as, units) => {
    const target = { column: 'third', encoding: { kind: 'classes', as } }
    const problem = await change((project) => {
      project.layers.third!.params = { units, activation: 'softmax' }
      project.out.third = { target }
    })
    expect(problem).toEqual({
      code: 'targetShapeMismatch',
      values: { node: 'third', needed: '[3]', found: `[${units}]` },
    })
  })

  it('refuses a model that the engine cannot hold, before any time is spent on it', async () => {
    const problem = await change((project) => {
      const wide = (from: string) => ({ type: 'dense', params: { units: 24_000 }, from: [from] })
      project.layers = { ...project.layers, wide: wide('join'), wider: wide('wide') }
      project.layers.drop!.from = ['wider']
    })
    expect(problem?.code).toBe('modelTooLarge')
  })

  it('refuses inputs of one name from two files, which no row to predict could tell apart', async () => {
    const short = manyOutputs()
    short.in.left = {
      shape: [1],
      columns: numberColumns(['x2']).map((use) => ({ ...use, source: 'more' })),
    }
    const project = projectOf(short)
    project.data.sources.push({ id: 'more', file: 'more.csv', join: { by: 'row' } })
    const sources = ['data', 'more'].map((source) => ({ source, dir: source }))
    const { host } = memoryHost({ data: table, more: table })
    expect(await problemOf(runToEnd(planOf(project, { sources }), host))).toEqual({
      code: 'columnAmbiguous',
      values: { column: 'x2' },
    })
  })

  it('says when no rows are left', async () => {
    const nothing = tableOf({ x1: [], x2: [], y: [], sign: [], third: [] })
    expect((await change(() => {}, nothing))?.code).toBe('tooFewRows')
  })
})

/** Least squares of y on two columns and a constant, by the normal equations and Cramer's rule. */
function solve(a: readonly number[], b: readonly number[], target: readonly number[]): number[] {
  const columns = [a, b, a.map(() => 1)]
  const dot = (left: readonly number[], right: readonly number[]) =>
    left.reduce((sum, value, row) => sum + value * (right[row] ?? 0), 0)
  const matrix = columns.map((left) => columns.map((right) => dot(left, right)))
  const right = columns.map((left) => dot(left, target))
  const det = (m: readonly (readonly number[])[]) => {
    const [[p = 0, q = 0, r = 0] = [], [s = 0, t = 0, u = 0] = [], [v = 0, w = 0, z = 0] = []] = m
    return p * (t * z - u * w) - q * (s * z - u * v) + r * (s * w - t * v)
  }
  return columns.map(
    (_, column) => det(matrix.map((row, at) => row.with(column, right[at] ?? 0))) / det(matrix),
  )
}
