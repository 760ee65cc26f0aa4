import { grad, softmax, type Tensor, tensor, variableGrads, type Variable, tidy } from '@tensorflow/tfjs-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { inferGraph } from '../../../shared/infer.ts'
import { createRandom } from '../../../shared/prep/random.ts'
import { loadWasmForTests } from '../backends/wasmBytes.test-support.ts'
import { compile } from '../compile/compile.ts'
import { projectOf } from '../testing.test-support.ts'
import { createLoss, type Loss } from './losses.ts'
import { totalLoss } from './trainStep.ts'

const value = (loss: Loss, output: Tensor, target: Tensor) => loss(output, target).dataSync()[0] ?? Number.NaN
const slope = (loss: Loss, output: Tensor, target: Tensor) => [
  ...grad((x) => loss(x, target))(output).dataSync(),
]

describe('losses', () => {
  beforeAll(loadWasmForTests)

  it('stay finite with the right slope where a sigmoid is saturated', () => {
    const loss = createLoss('binaryCrossentropy', 'sigmoid')
    const logits = [-100, -20, 0, 20, 100]
    const [x, ones, zeros] = [
      tensor(logits, [5, 1]),
      tensor(
        logits.map(() => 1),
        [5, 1],
      ),
      tensor(
        logits.map(() => 0),
        [5, 1],
      ),
    ]
    expect(value(loss, x, ones)).toBeCloseTo((100 + 20 + Math.LN2) / 5, 4)
    for (const [index, logit] of logits.entries()) {
      const p = 1 / (1 + Math.exp(-logit))
      expect(slope(loss, x, ones)[index]).toBeCloseTo((p - 1) / 5, 6)
      expect(slope(loss, x, zeros)[index]).toBeCloseTo(p / 5, 6)
    }
  })

  it('stay finite with the right slope where a softmax is saturated', () => {
    const x = tensor([
      [200, -200, 0],
      [0, 1, 2],
    ])
    const y = tensor([
      [0, 1, 0],
      [0, 0, 1],
    ])
    const loss = createLoss('categoricalCrossentropy', 'softmax')
    expect(value(loss, x, y)).toBeCloseTo((400 + Math.log(Math.exp(-2) + Math.exp(-1) + 1)) / 2, 3)
    const wanted = [...softmax(x).dataSync()].map((p, index) => (p - (y.dataSync()[index] ?? 0)) / 2)
    for (const [index, part] of slope(loss, x, y).entries()) expect(part).toBeCloseTo(wanted[index] ?? 0, 6)
  })

  it('are finite for probabilities of exactly 0 and 1', () => {
    const p = tensor([[0], [1]])
    const wrong = tensor([[1], [0]])
    const binary = createLoss('binaryCrossentropy', null)
    expect(value(binary, p, wrong)).toBeCloseTo(-Math.log(1e-7), 0)
    expect(slope(binary, p, wrong).every(Number.isFinite)).toBe(true)
    const rows = tensor([[0, 1]])
    const categorical = createLoss('categoricalCrossentropy', null)
    expect(value(categorical, rows, tensor([[1, 0]]))).toBeCloseTo(-Math.log(1e-7), 0)
  })

  it('say the same of class numbers as of one-hot rows', () => {
    const x = tensor([
      [1, 2, -1],
      [0, -3, 2],
    ])
    const index = value(createLoss('sparseCategoricalCrossentropy', 'softmax'), x, tensor([[2], [0]]))
    const onehot = value(
      createLoss('categoricalCrossentropy', 'softmax'),
      x,
      tensor([
        [0, 0, 1],
        [1, 0, 0],
      ]),
    )
    expect(index).toBe(onehot)
  })

  it('have the slopes of finite differences through a graph of several outputs with a shared layer', async () => {
    const target = (encoding: object) => ({ target: { column: 'y', encoding } })
    const project = projectOf({
      in: { left: { shape: [3] }, right: { shape: [3] } },
      layers: {
        shared: { type: 'dense', params: { units: 4, activation: 'tanh' }, from: ['left'] },
        again: { type: 'dense', layer: 'shared', from: ['right'] },
        join: { type: 'concatenate', from: ['shared', 'again'] },
        number: { type: 'dense', params: { units: 1 }, from: ['join'] },
        binary: { type: 'dense', params: { units: 1, activation: 'sigmoid' }, from: ['join'] },
        classes: { type: 'dense', params: { units: 3, activation: 'softmax' }, from: ['again'] },
      },
      out: {
        number: target({ kind: 'number' }),
        binary: target({ kind: 'binary' }),
        classes: target({ kind: 'classes' }),
      },
    })
    const names = ['meanSquaredError', 'binaryCrossentropy', 'categoricalCrossentropy'] as const
    const compiled = await compile(project, inferGraph(project), names, 5)
    expect(compiled.heads).toEqual([null, 'sigmoid', 'softmax'])
    const random = createRandom(2, 'x')
    const inputs = [0, 1].map(() => tensor(Array.from({ length: 6 }, random.normal), [2, 3]))
    const targets = [
      tensor([[1], [-2]]),
      tensor([[0], [1]]),
      tensor([
        [0, 1, 0],
        [1, 0, 0],
      ]),
    ]
    const losses = names.map((name, index) => ({
      loss: createLoss(name, compiled.heads[index] ?? null),
      weight: [0.3, 1, 2][index] ?? 1,
    }))
    const total = () => totalLoss(compiled.execute(inputs, true), targets, losses, []).total
    const variables = compiled.weights.map(({ variable }) => variable)
    const { grads } = variableGrads(total, variables)
    const at = (variable: Variable, values: Float32Array) => {
      tidy(() => variable.assign(tensor(values, variable.shape)))
      return tidy(() => total().dataSync()[0] ?? 0)
    }
    for (const variable of variables) {
      const values = variable.dataSync<'float32'>().slice()
      for (const [place, part] of [...(grads[variable.name]?.dataSync() ?? [])].entries()) {
        const moved = (by: number) =>
          at(
            variable,
            values.map((one, index) => (index === place ? one + by : one)),
          )
        expect(Math.abs((moved(1e-2) - moved(-1e-2)) / 2e-2 - part)).toBeLessThan(2e-3 * (1 + Math.abs(part)))
      }
      at(variable, values)
    }
  })
})
