import * as tf from '@tensorflow/tfjs-core'
import { layers } from '@tensorflow/tfjs-layers'
import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { expectSameAsCpu, expectTrueGradient, fuzz, loadBoth, upTo } from '../kernels/fuzz.test-support.ts'

beforeAll(loadBoth)

const settings = fc.record({
  batch: upTo(4),
  time: upTo(6),
  features: upTo(5),
  units: upTo(6),
  recurrentActivation: fc.constantFrom('sigmoid' as const, 'hardSigmoid' as const),
  returnSequences: fc.boolean(),
  goBackwards: fc.boolean(),
})
type Settings = typeof settings extends fc.Arbitrary<infer T> ? T : never

/** A layer whose weights are given as tensors, so that gradients reach them. */
const layerWith = ({ batch, time, features, ...config }: Settings, weights: readonly tf.Tensor[]) => {
  const layer = layers.lstm(config)
  layer.build([batch, time, features])
  const cell = (layer as unknown as { cell: Record<string, unknown> }).cell
  const names = ['kernel', 'recurrentKernel', 'bias']
  names.forEach((name, i) => {
    ;(cell[name] as tf.Variable).dispose()
    cell[name] = { read: () => weights[i] }
  })
  return layer
}

const trial = (c: Settings, seed: number) => ({
  seed,
  numbers: 'any' as const,
  shapes: [[c.batch, c.time, c.features], [c.features, 4 * c.units], [c.units, 4 * c.units], [4 * c.units]],
  run: (x: tf.Tensor, ...weights: tf.Tensor[]) => layerWith(c, weights).call(x, {}) as tf.Tensor,
})

describe('the LSTM as one operation', () => {
  it("equals tfjs' own loop on the reference backend, with its gradients", () =>
    fuzz(settings, 60, (c, seed) => {
      const { run, ...rest } = trial(c, seed)
      const lists = (...inputs: [tf.Tensor, ...tf.Tensor[]]) => [
        run(...inputs),
        ...tf.grads((...x: tf.Tensor[]) => tf.square(run(...(x as typeof inputs))))(inputs),
      ]
      return expectSameAsCpu({
        ...rest,
        run: (...inputs) =>
          tf.concat(lists(...(inputs as [tf.Tensor, ...tf.Tensor[]])).map((t) => tf.reshape(t, [t.size]))),
      })
    }))

  it('has true gradients', () =>
    fuzz(
      settings.filter((c) => c.recurrentActivation === 'sigmoid'),
      30,
      (c, seed) => expectTrueGradient(trial(c, seed) as Parameters<typeof expectTrueGradient>[0]),
    ))

  it('takes few operations, and leaves what only the loop can do to the loop', async () => {
    await tf.setBackend('wasm')
    const x = tf.ones([2, 20, 3])
    const operations = async (config: Parameters<typeof layers.lstm>[0]) => {
      const layer = layers.lstm(config)
      layer.apply(x)
      return (await tf.profile(() => layer.apply(x) as tf.Tensor)).kernels.length
    }
    expect(await operations({ units: 4, recurrentActivation: 'sigmoid' })).toBeLessThan(20)
    expect(await operations({ units: 4, activation: 'relu' })).toBeGreaterThan(100)
    expect(await operations({ units: 4, dropout: 0.5 })).toBeGreaterThan(100)
  })

  it('leaves no tensor and no byte behind', async () => {
    await tf.setBackend('wasm')
    const layer = layers.lstm({ units: 8, returnSequences: true, inputShape: [12, 4] })
    const x = tf.randomNormal([3, 12, 4])
    const step = () => tf.dispose(tf.grad((x) => layer.apply(x) as tf.Tensor)(x))
    step()
    const before = tf.memory()
    for (let i = 0; i < 5; i++) step()
    expect(tf.memory()).toEqual(before)
  })
})
