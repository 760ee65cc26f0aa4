import * as tf from '@tensorflow/tfjs-core'
import { input, layers, model as makeModel, type SymbolicTensor } from '@tensorflow/tfjs-layers'
import { beforeAll, describe, expect, it } from 'vitest'
import { freshTensor, heapView } from './heapView.ts'
import { wasmHeap } from './kernels/kernel.ts'
import { wasmBackend } from './wasm.ts'
import { loadWasmForTests } from './wasmBytes.test-support.ts'

/** Every kind of layer that runs kernels of ours, joined into one model. */
const mixedModel = () => {
  const [image, words] = [input({ shape: [9, 9, 2] }), input({ shape: [6] })]
  const see = [
    layers.conv2d({ filters: 4, kernelSize: 3, strides: 2, padding: 'same', activation: 'relu' }),
    layers.separableConv2d({ filters: 4, kernelSize: 2 }),
    layers.batchNormalization(),
    layers.maxPooling2d({ poolSize: 2, padding: 'same' }),
    layers.flatten(),
  ]
  const read = [layers.embedding({ inputDim: 30, outputDim: 5 }), layers.lstm({ units: 4 })]
  const through = (chain: readonly { apply: (x: never) => unknown }[], x: SymbolicTensor) =>
    chain.reduce<unknown>((value, layer) => layer.apply(value as never), x) as SymbolicTensor
  const joined = layers.concatenate().apply([through(see, image), through(read, words)])
  const outputs = layers.dense({ units: 1 }).apply(joined) as SymbolicTensor
  return makeModel({ inputs: [image, words], outputs })
}

const stepper = () => {
  const model = mixedModel()
  const inputs = [tf.randomNormal([4, 9, 9, 2]), tf.floor(tf.randomUniform([4, 6], 0, 30))]
  return () => {
    const loss = () => tf.mean(tf.square(model.apply(inputs, { training: true }) as tf.Tensor)) as tf.Scalar
    const { value, grads } = tf.variableGrads(loss)
    const finite = Number.isFinite(value.dataSync()[0])
    tf.dispose([value, grads])
    return finite
  }
}

describe('the wasm backend', () => {
  beforeAll(loadWasmForTests)

  it('leaves no tensor behind and does not grow the memory, step after step', () => {
    const step = stepper()
    for (let i = 0; i < 3; i++) expect(step()).toBe(true)
    const heap = wasmHeap()
    const [memory, bytes] = [tf.memory(), heap.bytes.length]
    for (let i = 0; i < 40; i++) step()
    expect(tf.memory()).toEqual(memory)
    expect(heap.bytes.length).toBe(bytes)
  })

  it('computes the same when an operation makes the memory move', () => {
    const size = 3000
    const before = wasmHeap().bytes.length
    const total = tf.tidy(() => {
      const x = tf.ones<tf.Rank.R2>([size, size])
      const rows = tf.gather(x, tf.range(0, size, 1, 'int32'))
      const joined = tf.concat([tf.transpose(rows), tf.slice(x, [0, 1], [size, size - 1])], 1)
      const product = tf.matMul(joined, tf.ones([size, 4]), true, false)
      return tf.sum(tf.sum(tf.div(product, size), 0)).dataSync()[0]
    })
    expect(wasmHeap().bytes.length).toBeGreaterThan(before)
    expect(total).toBe(4 * (2 * size - 1))
  })

  it('lets a training loop write weights in place of composed operations', () => {
    const weights = tf.variable(tf.tensor1d([1, 2, 3]))
    const next = freshTensor(weights.shape)
    const [from, to] = [heapView(weights), heapView(next)]
    from.forEach((value, i) => {
      to[i] = value * 10
    })
    const kept = tf.clone(weights)
    weights.assign(next as tf.Tensor1D)
    next.dispose()
    expect(Array.from(weights.dataSync())).toEqual([10, 20, 30])
    expect(Array.from(kept.dataSync())).toEqual([1, 2, 3])
    expect(() => heapView(tf.tensor1d([1], 'int32'))).toThrow('float32')
  })

  // Last: the memory it makes grow stays so.
  it.each([2 ** 29, 2 ** 30 + 1])(
    'says that memory is short instead of overwriting its own: %i numbers, twice',
    (size) => {
      const before = tf.memory().numTensors
      const kept = tf.tensor([1, 2, 3])
      const two = () => [freshTensor([size]), freshTensor([size])]
      expect(() => tf.tidy(() => two().length)).toThrow(/outOfMemory/)
      expect([...kept.dataSync()]).toEqual([1, 2, 3])
      kept.dispose()
      expect(tf.memory().numTensors).toBe(before)
    },
  )

  it('runs where SIMD is to be had, and says on what', async () => {
    expect(await wasmBackend.probe()).toEqual({ available: true, device: 'CPU (SIMD)' })
    expect(tf.getBackend()).toBe('wasm')
  })
})
