import { type Tensor, tensor } from '@tensorflow/tfjs-core'
import { loadLayersModel } from '@tensorflow/tfjs-layers'
import { beforeAll, describe, expect, it } from 'vitest'
import { createRandom } from '../../shared/prep/random.ts'
import { pipelineSchema } from '../../shared/pipeline.ts'
import { loadWasmForTests } from './backends/wasmBytes.test-support.ts'
import { evaluate } from './evaluate.ts'
import { predict } from './predict.ts'
import { tableOf } from '../../shared/prep/tableOf.test-support.ts'
import {
  memoryHost,
  numberColumns,
  planOf,
  projectOf,
  runToEnd,
  testBackend,
} from './testing.test-support.ts'

const random = createRandom(3, 'data')
const a = Array.from({ length: 80 }, (_, row) => (row % 9 === 4 ? null : random.normal()))
const colour = a.map((_, row) => ['red', 'green', 'blue', null][row % 4] ?? null)
const y = a.map((value, row) => (value ?? 0) + (row % 4))
const table = tableOf({
  a,
  colour,
  y,
  kind: y.map((value) => (value > 2 ? 'big' : value < 1 ? 'small' : 'middling')),
})

/** A model that touches what saving could get wrong: a split softmax, shared layers out of order, states, odd names. */
const project = projectOf({
  in: {
    '입력 a': { shape: [1], columns: numberColumns(['a'], 'standard') },
    colour: { shape: [3], columns: [{ column: 'colour', encoding: { kind: 'category' } }] },
  },
  layers: {
    wide: { type: 'dense', params: { units: 3, activation: 'elu' }, from: ['colour'] },
    'a b': { type: 'dense', params: { units: 3 }, from: ['입력 a'] },
    bent: { type: 'elu', params: { alpha: 0.5 }, from: ['a b'] },
    again: { type: 'dense', layer: 'wide', from: ['bent'] },
    steps: { type: 'reshape', params: { targetShape: [3, -1] }, from: ['again'] },
    memory: { type: 'lstm', params: { units: 2, returnState: true }, from: ['steps'] },
    joined: { type: 'concatenate', from: ['memory', 'memory:c', 'wide'] },
    normal: { type: 'batchNormalization', params: { scale: false }, from: ['joined'] },
    kind: { type: 'dense', params: { units: 3, activation: 'softmax' }, from: ['normal'] },
    amount: { type: 'dense', params: { units: 1 }, from: ['normal'] },
  },
  out: {
    kind: { target: { column: 'kind', encoding: { kind: 'classes' } } },
    amount: { target: { column: 'y', encoding: { kind: 'number', scale: 'standard' } } },
  },
  training: { epochs: 3, batchSize: 8 },
})

describe('a saved model', () => {
  const { host, files } = memoryHost({ data: table })
  const text = (name: string) => JSON.parse(new TextDecoder().decode(files.get(`run/model/${name}`)))
  let result: Awaited<ReturnType<typeof runToEnd>>['result']
  beforeAll(async () => {
    result = (await runToEnd(planOf(project), host)).result
  })

  it('is read by plain tfjs, which says the same of the ten rows', async () => {
    await loadWasmForTests()
    const { modelTopology, weightsManifest } = text('model.json')
    const weightData = files.get('run/model/weights.bin')?.slice().buffer
    const artifacts = { modelTopology, weightSpecs: weightsManifest[0].weights, weightData }
    const model = await loadLayersModel({ load: () => Promise.resolve(artifacts as never) })
    const { inputs } = pipelineSchema.parse(text('layerloom.json'))
    const [number, category] = inputs.map(({ columns }) => columns[0]?.fitted)
    if (number?.kind !== 'number' || category?.kind !== 'category') throw new Error('wrong encodings')
    expect(result.predictions).toHaveLength(10)
    for (const { inputs: cells, outputs } of result.predictions) {
      const raw = cells['a'] === null ? (number.fill ?? 0) : Number(cells['a'])
      const place =
        cells['colour'] === null ? category.fill : category.categories.indexOf(cells['colour'] ?? '')
      const onehot = category.categories.map((_, index) => Number(index === place))
      const answers = model.predict([
        tensor([[(raw - number.offset) / number.scale]]),
        tensor([onehot]),
      ]) as Tensor[]
      for (const [index, { scores }] of outputs.entries()) {
        for (const [at, value] of [...(answers[index]?.dataSync() ?? [])].entries())
          expect(Math.abs(value - (scores[at] ?? 0))).toBeLessThanOrEqual(1e-5 + 1e-5 * Math.abs(value))
      }
    }
  })

  it('predicts raw rows as training showed them', async () => {
    const rows = result.predictions.map(({ inputs }) => inputs)
    const answers = await predict({ modelDir: 'run/model', engine: 'wasm', rows }, host, testBackend)
    for (const [row, { outputs }] of result.predictions.entries()) {
      for (const [index, { name, predicted, scores }] of outputs.entries()) {
        const answer = answers[row]?.[index]
        expect(answer?.output).toBe(name)
        for (const [at, score] of scores.entries()) expect(answer?.scores[at]).toBeCloseTo(score, 5)
        if (typeof answer?.value === 'string') expect(answer.value).toBe(predicted)
      }
    }
  })

  it('answers for missing and unknown cells', async () => {
    const rows = [
      { a: null, colour: 'violet' },
      { a: '0.5', colour: '' },
    ]
    const answers = await predict({ modelDir: 'run/model', engine: 'wasm', rows }, host, testBackend)
    expect(answers.flat().every(({ scores }) => scores.every(Number.isFinite))).toBe(true)
  })

  it('is judged on other rows', async () => {
    const sources = [{ source: 'data', dir: 'data' }]
    const { metrics, rows } = await evaluate(
      { modelDir: 'run/model', engine: 'wasm', project, sources },
      host,
      testBackend,
    )
    expect(rows).toBe(80)
    expect(metrics.test?.kind?.accuracy).toBeGreaterThan(0)
    expect(metrics.test?.amount?.mae).toBeGreaterThan(0)
  })
})
