import { grad, type Tensor, tensor } from '@tensorflow/tfjs-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { createRandom } from '../../../shared/prep/random.ts'
import { tableOf } from '../../../shared/prep/tableOf.test-support.ts'
import type { LossName } from '../../../shared/training.ts'
import { loadWasmForTests } from '../backends/wasmBytes.test-support.ts'
import type { Head } from '../compile/compile.ts'
import { memoryHost, numberColumns, planOf, projectOf, runToEnd } from '../testing.test-support.ts'
import { classWeightedLoss } from './classWeightedLoss.ts'
import { createLoss } from './losses.ts'

const cases: readonly { name: LossName; head: Head; kind: 'binary' | 'onehot' | 'index'; width: number }[] = [
  { name: 'binaryCrossentropy', head: 'sigmoid', kind: 'binary', width: 1 },
  { name: 'binaryCrossentropy', head: null, kind: 'binary', width: 1 },
  { name: 'meanSquaredError', head: null, kind: 'binary', width: 1 },
  { name: 'meanAbsoluteError', head: null, kind: 'onehot', width: 3 },
  { name: 'binaryCrossentropy', head: 'sigmoid', kind: 'onehot', width: 3 },
  { name: 'categoricalCrossentropy', head: 'softmax', kind: 'onehot', width: 3 },
  { name: 'categoricalCrossentropy', head: null, kind: 'onehot', width: 3 },
  { name: 'sparseCategoricalCrossentropy', head: 'softmax', kind: 'index', width: 3 },
  { name: 'sparseCategoricalCrossentropy', head: null, kind: 'index', width: 3 },
]
const encoded = (classes: readonly number[], kind: string, width: number): Tensor =>
  kind === 'onehot'
    ? tensor(classes.map((one) => Array.from({ length: width }, (_, index) => (index === one ? 1 : 0))))
    : tensor(classes, [classes.length, 1])

describe('class weights', () => {
  beforeAll(loadWasmForTests)

  it.each(cases)('change loss and slopes of $name ($head, $kind) as duplicated rows would', (one) => {
    const { name, head, kind, width } = one
    const weights = kind === 'binary' ? [1, 3] : [1, 3, 2]
    const classes = kind === 'binary' ? [0, 1, 1, 0] : [0, 2, 1, 1]
    const random = createRandom(4, name)
    const outputs = classes.map(() =>
      Array.from({ length: width }, () => (head === null ? 0.1 + 0.8 * random.uniform() : random.normal())),
    )
    const copies = classes.flatMap((value, row) => Array.from({ length: weights[value] ?? 1 }, () => row))
    const loss = createLoss(name, head)
    const byWeight = classWeightedLoss(loss, weights, kind)
    const [x, y] = [tensor(outputs), encoded(classes, kind, width)]
    const longX = tensor(copies.map((row) => outputs[row] ?? []))
    const longY = encoded(
      copies.map((row) => classes[row] ?? 0),
      kind,
      width,
    )
    // Keras divides by the rows of the batch; so the sums are compared.
    const sum = (rows: number, value: Tensor) => rows * (value.dataSync()[0] ?? Number.NaN)
    expect(sum(classes.length, byWeight(x, y))).toBeCloseTo(sum(copies.length, loss(longX, longY)), 4)
    const slopes = grad((at) => byWeight(at, y))(x).dataSync()
    const copied = grad((at) => loss(at, longY))(longX).dataSync()
    const wanted = new Float32Array(slopes.length)
    for (const [place, row] of copies.entries())
      for (let index = 0; index < width; index++)
        wanted[row * width + index] =
          (wanted[row * width + index] ?? 0) + (copied[place * width + index] ?? 0)
    for (const [index, slope] of slopes.entries())
      expect(slope * classes.length).toBeCloseTo((wanted[index] ?? 0) * copies.length, 4)
  })

  const rows = { x: [1, 2, 3, 4, 5, 6, 7, 8], y: ['no', 'no', 'no', 'no', 'no', 'no', 'yes', 'yes'] }
  const run = (classWeights?: 'balanced' | Record<string, number>) => {
    const encoding = { kind: 'binary' }
    const project = projectOf({
      in: { x: { shape: [1], columns: numberColumns(['x'], 'standard') } },
      layers: { out: { type: 'dense', params: { units: 1, activation: 'sigmoid' }, from: ['x'] } },
      out: { out: { target: { column: 'y', encoding }, ...(classWeights ? { classWeights } : {}) } },
      training: { epochs: 2, batchSize: 'all', split: { validation: 0, test: 0 } },
    })
    return runToEnd(planOf(project), memoryHost({ data: tableOf(rows) }).host)
  }

  it('stand in the manifest: balanced is n / (classes · n of the class) of the training rows', async () => {
    const { result } = await run('balanced')
    expect(result.pipeline.outputs[0]?.classWeights).toEqual([8 / 12, 8 / 4])
    const given = await run({ yes: 5 })
    expect(given.result.pipeline.outputs[0]?.classWeights).toEqual([1, 5])
    const none = await run()
    expect(none.result.pipeline.outputs[0]).not.toHaveProperty('classWeights')
  })

  it('weigh what is learned from, and leave what judges the model as it is', async () => {
    const [plain, even, heavy] = [await run(), await run({ yes: 1, no: 1 }), await run({ yes: 1, no: 4 })]
    expect(even.losses).toEqual(plain.losses)
    expect(heavy.losses[0]).toBeGreaterThan((plain.losses[0] ?? 0) * 1.5)
    // The first epoch starts from the same weights, so only the judgement after it may differ by what was learned.
    expect(
      Math.abs((heavy.result.metrics.train?.['out']?.['loss'] ?? 0) - (plain.losses[0] ?? 0)),
    ).toBeLessThan(0.1)
  })
})
