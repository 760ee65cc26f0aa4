import * as tf from '@tensorflow/tfjs-core'
import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import {
  awkwardNumbers,
  expectSameAsCpu,
  expectTrueGradient,
  fuzz,
  loadBoth,
  type Numbers,
  upTo,
  withGradients,
} from './fuzz.test-support.ts'

beforeAll(loadBoth)

const padding = fc.constantFrom('same' as const, 'valid' as const)

describe('2-d convolutions', () => {
  const shape = fc.record({
    batch: upTo(3),
    size: fc.tuple(upTo(10, 3), upTo(10, 3)),
    channels: upTo(5),
    filters: upTo(6),
    window: fc.tuple(upTo(3), upTo(3)),
    stride: fc.tuple(upTo(4), upTo(4)),
    padding,
    numbers: awkwardNumbers,
  })
  type Case = typeof shape extends fc.Arbitrary<infer T> ? T : never
  const trial = (c: Case, seed: number, filters = c.filters) => ({
    seed,
    numbers: c.numbers,
    shapes: [
      [c.batch, ...c.size, c.channels],
      [...c.window, c.channels, filters],
    ],
  })
  const conv = (c: Case) => (x: tf.Tensor, f: tf.Tensor) =>
    tf.conv2d(x as tf.Tensor4D, f as tf.Tensor4D, c.stride, c.padding)
  const depthwise = (c: Case) => (x: tf.Tensor, f: tf.Tensor) =>
    tf.depthwiseConv2d(x as tf.Tensor4D, f as tf.Tensor4D, c.stride, c.padding)
  // tfjs computes the width that a padding given as a number leaves from the window's height
  const squareWindow = shape.map((c) => ({ ...c, window: [c.window[0], c.window[0]] as [number, number] }))
  // the cpu backend refuses rectangular depthwise strides
  const square = shape.map((c) => ({ ...c, stride: [c.stride[0], c.stride[0]] as [number, number] }))

  it('equal the reference with their gradients', () =>
    fuzz(shape, 80, (c, seed) => expectSameAsCpu({ ...trial(c, seed), run: withGradients(conv(c)) })))

  it('have true gradients', () =>
    fuzz(shape, 60, (c, seed) => expectTrueGradient({ ...trial(c, seed), run: conv(c) })))

  it('equal the reference with padding as a number', () =>
    fuzz(fc.tuple(squareWindow, upTo(1, 0)), 30, ([c, pad], seed) =>
      expectSameAsCpu({
        ...trial(c, seed),
        run: withGradients((x, f) =>
          tf.conv2d(x as tf.Tensor4D, f as tf.Tensor4D, 1, pad, 'NHWC', 1, 'floor'),
        ),
      }),
    ))

  it('equal the reference with bias and activation', () =>
    fuzz(shape, 30, (c, seed) => {
      const t = trial(c, seed)
      return expectSameAsCpu({
        ...t,
        shapes: [...t.shapes, [c.filters]],
        run: (x, filter, bias) =>
          tf.fused.conv2d({
            x: x as tf.Tensor4D,
            filter: filter as tf.Tensor4D,
            bias,
            strides: c.stride,
            pad: c.padding,
            activation: 'relu',
          }),
      })
    }))

  it('equal the reference transposed', () =>
    fuzz(shape, 40, (c, seed) => {
      const out = c.size.map((size, i) => size * (c.stride[i] as number)) as [number, number]
      return expectSameAsCpu({
        seed,
        numbers: c.numbers,
        shapes: [
          [c.batch, ...c.size, c.filters],
          [...c.window, c.channels, c.filters],
        ],
        run: withGradients((x, f) =>
          tf.conv2dTranspose(
            x as tf.Tensor4D,
            f as tf.Tensor4D,
            [c.batch, ...out, c.channels],
            c.stride,
            'same',
          ),
        ),
      })
    }))

  it('equal the reference depthwise, with their gradients', () =>
    fuzz(square, 60, (c, seed) =>
      expectSameAsCpu({ ...trial(c, seed, Math.min(3, c.filters)), run: withGradients(depthwise(c)) }),
    ))

  it('have true depthwise gradients', () =>
    fuzz(square, 40, (c, seed) =>
      expectTrueGradient({ ...trial(c, seed, Math.min(3, c.filters)), run: depthwise(c) }),
    ))
})

describe('3-d convolutions', () => {
  const shape = fc.record({
    batch: upTo(2),
    size: fc.tuple(upTo(5, 3), upTo(5, 3), upTo(5, 3)),
    channels: upTo(3),
    filters: upTo(3),
    window: upTo(3),
    stride: upTo(3),
    padding,
    numbers: awkwardNumbers,
  })
  type Case = typeof shape extends fc.Arbitrary<infer T> ? T : never
  const trial = (c: Case, seed: number) => ({
    seed,
    numbers: c.numbers,
    shapes: [
      [c.batch, ...c.size, c.channels],
      [c.window, c.window, c.window, c.channels, c.filters],
    ],
  })
  const conv = (c: Case) => (x: tf.Tensor, f: tf.Tensor) =>
    tf.conv3d(x as tf.Tensor5D, f as tf.Tensor5D, c.stride, c.padding)

  it('equal the reference with their gradients', () =>
    fuzz(shape, 40, (c, seed) => expectSameAsCpu({ ...trial(c, seed), run: withGradients(conv(c)) })))

  it('have true gradients', () =>
    fuzz(shape, 30, (c, seed) => expectTrueGradient({ ...trial(c, seed), run: conv(c) })))
})

describe('pooling', () => {
  const shape = fc.record({
    batch: upTo(2),
    size: fc.tuple(upTo(6, 3), upTo(6, 3), upTo(6, 3)),
    channels: upTo(4),
    window: upTo(3),
    stride: upTo(4),
    padding,
  })
  type Case = typeof shape extends fc.Arbitrary<infer T> ? T : never
  const flat = (c: Case) => [[c.batch, c.size[0], c.size[1], c.channels]]
  const deep = (c: Case) => [[c.batch, ...c.size, c.channels]]
  const max2 = (c: Case) => (x: tf.Tensor) => tf.maxPool(x as tf.Tensor4D, c.window, c.stride, c.padding)
  const max3 = (c: Case) => (x: tf.Tensor) => tf.maxPool3d(x as tf.Tensor5D, c.window, c.stride, c.padding)
  const mean2 = (c: Case) => (x: tf.Tensor) => tf.avgPool(x as tf.Tensor4D, c.window, c.stride, c.padding)
  const mean3 = (c: Case) => (x: tf.Tensor) => tf.avgPool3d(x as tf.Tensor5D, c.window, c.stride, c.padding)

  it('equals the reference on negative, zero and tied numbers', () =>
    fuzz(fc.tuple(shape, awkwardNumbers), 80, async ([c, numbers], seed) => {
      await expectSameAsCpu({ seed, numbers, shapes: flat(c), run: withGradients(max2(c)) })
      await expectSameAsCpu({ seed, numbers, shapes: deep(c), run: max3(c) })
      // of a tie the reference takes the last number in three dimensions, and the first in two
      if (numbers !== 'tied') {
        await expectSameAsCpu({ seed, numbers, shapes: deep(c), run: withGradients(max3(c)) })
      }
      await expectSameAsCpu({ seed, numbers, shapes: flat(c), run: mean2(c) })
      await expectSameAsCpu({ seed, numbers, shapes: deep(c), run: mean3(c) })
    }))

  it('has true gradients, also at the border', () =>
    fuzz(fc.tuple(shape, fc.constant<Numbers>('distinct')), 60, async ([c, numbers], seed) => {
      await expectTrueGradient({ seed, numbers, shapes: flat(c), run: max2(c) })
      await expectTrueGradient({ seed, numbers, shapes: deep(c), run: max3(c) })
      await expectTrueGradient({ seed, numbers, shapes: flat(c), run: mean2(c) })
      await expectTrueGradient({ seed, numbers, shapes: deep(c), run: mean3(c) })
    }))

  it('gives the gradient of a tie to one number alone', async () => {
    await tf.setBackend('wasm')
    const gradient = tf.grad((x) => tf.maxPool(x as tf.Tensor4D, 2, 2, 'valid'))(tf.fill([1, 2, 2, 1], -3))
    expect(Array.from(gradient.dataSync())).toEqual([1, 0, 0, 0])
    const deep = tf.grad((x) => tf.maxPool3d(x as tf.Tensor5D, 2, 2, 'valid'))(tf.fill([1, 2, 2, 2, 1], 0))
    expect(Array.from(deep.dataSync())).toEqual([1, 0, 0, 0, 0, 0, 0, 0])
  })
})
