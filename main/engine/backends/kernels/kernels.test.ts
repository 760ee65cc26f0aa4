import * as tf from '@tensorflow/tfjs-core'
import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { heapView } from '../heapView.ts'
import {
  awkwardNumbers,
  concatFlat,
  expectSameAsCpu,
  expectTrueGradient,
  fuzz,
  loadBoth,
  upTo,
  withGradients,
} from './fuzz.test-support.ts'

beforeAll(loadBoth)

describe('matrix products', () => {
  const matrices = fc.record({
    batch: fc.constantFrom(
      [[], []],
      [[3], [3]],
      [
        [2, 2],
        [2, 2],
      ],
      [[3], [1]],
      [[1], [3]],
    ),
    size: fc.tuple(upTo(60), upTo(70), upTo(60)),
    a: fc.boolean(),
    b: fc.boolean(),
    numbers: awkwardNumbers,
  })
  const shapesOf = ({
    batch,
    size: [m, k, n],
    a,
    b,
  }: typeof matrices extends fc.Arbitrary<infer T> ? T : never) =>
    [
      [...(batch[0] ?? []), ...(a ? [k, m] : [m, k])],
      [...(batch[1] ?? []), ...(b ? [n, k] : [k, n])],
    ] as const

  it('equal the reference, transposed, batched and broadcast', () =>
    fuzz(matrices, 120, (c, seed) =>
      expectSameAsCpu({
        seed,
        numbers: c.numbers,
        shapes: shapesOf(c),
        run: (x, y) => tf.matMul(x, y, c.a, c.b),
      }),
    ))

  it('have true gradients', () => {
    const plain = matrices.filter(
      (c) => String(c.batch[0]) === String(c.batch[1]) && Math.max(...c.size) < 20,
    )
    return fuzz(plain, 40, (c, seed) =>
      expectTrueGradient({
        seed,
        numbers: c.numbers,
        shapes: shapesOf(c),
        run: (x, y) => tf.matMul(x, y, c.a, c.b),
      }),
    )
  })

  it('equal the reference with bias and activation', () => {
    const activation = fc.constantFrom('linear', 'relu', 'elu', 'sigmoid', 'relu6', 'leakyrelu' as const)
    const fused = fc.tuple(
      matrices.filter((c) => String(c.batch[0]) === String(c.batch[1])),
      activation,
    )
    return fuzz(fused, 60, ([c, activation], seed) =>
      expectSameAsCpu({
        seed,
        numbers: c.numbers,
        shapes: [...shapesOf(c), [c.size[2]]],
        run: (a, b, bias) =>
          tf.fused.matMul({
            a,
            b,
            bias,
            transposeA: c.a,
            transposeB: c.b,
            activation: activation as 'linear',
          }),
      }),
    )
  })

  it('repeat the matrices that both sides broadcast', async () => {
    await tf.setBackend('wasm')
    const a = tf.tensor([2, 3], [2, 1, 1, 1])
    const b = tf.tensor([5, 7, 11], [1, 3, 1, 1])
    expect(Array.from(tf.matMul(a, b).dataSync())).toEqual([10, 14, 22, 15, 21, 33])
  })

  it('follow the same weights through a reshape and a change in place', async () => {
    await tf.setBackend('wasm')
    tf.tidy(() => {
      const w = tf.tensor([1, 2, 3, 4, 5, 6], [2, 3])
      const once = () => Array.from(tf.matMul(tf.ones([1, 2]), w as tf.Tensor2D).dataSync())
      expect(once()).toEqual([5, 7, 9])
      expect(Array.from(tf.matMul(tf.ones([1, 3]), tf.reshape(w, [3, 2])).dataSync())).toEqual([9, 12])
      heapView(w).fill(1)
      expect(once()).toEqual([2, 2, 2])
    })
  })
})

describe('rows by id', () => {
  const rows = fc.record({
    rows: upTo(10, 2),
    width: upTo(80),
    ids: fc.array(fc.nat(), { minLength: 1, maxLength: 12 }),
  })
  const within = (ids: readonly number[], size: number) =>
    tf.tensor1d(
      ids.map((id) => id % size),
      'int32',
    )

  it('equal the reference on either axis, with true gradients', () =>
    fuzz(rows, 60, async (c, seed) => {
      const at = (axis: number) => ({
        seed,
        numbers: 'any' as const,
        shapes: [[c.rows, c.width]],
        run: (x: tf.Tensor) => tf.gather(x, within(c.ids, axis === 0 ? c.rows : c.width), axis),
      })
      for (const axis of [0, 1]) {
        await expectSameAsCpu({ ...at(axis), run: withGradients(at(axis).run) })
        await expectTrueGradient(at(axis))
      }
    }))

  it('are added into segments, dropping ids outside', () =>
    fuzz(rows, 40, (c, seed) =>
      expectSameAsCpu({
        seed,
        numbers: 'any',
        shapes: [[c.ids.length, c.width]],
        run: (x) => tf.unsortedSegmentSum(x, within(c.ids, c.rows + 1), c.rows + 1),
      }),
    ))

  it.each([-1, 4, 1e9])('refuse the id %i by name instead of reading elsewhere', async (id) => {
    await tf.setBackend('wasm')
    expect(() => tf.gather(tf.ones([4, 2]), tf.tensor2d([[0, 3, id]], [1, 3], 'int32'))).toThrow(
      expect.objectContaining({ problem: { code: 'idOutOfRange', values: { id, position: 2, size: 4 } } }),
    )
  })

  it('stay inside the tensor for a class that is too large', async () => {
    await tf.setBackend('wasm')
    const hot = tf.oneHot(tf.tensor1d([1, 3, -1], 'int32'), 3)
    expect(hot.arraySync()).toEqual([
      [0, 1, 0],
      [0, 0, 0],
      [0, 0, 0],
    ])
  })
})

describe('movement of numbers', () => {
  const shape = fc.array(upTo(5), { minLength: 1, maxLength: 5 })

  it('equals the reference for every permutation of axes', () =>
    fuzz(
      shape.chain((shape) =>
        fc.tuple(fc.constant(shape), fc.shuffledSubarray([...shape.keys()], { minLength: shape.length })),
      ),
      120,
      ([shape, perm], seed) =>
        expectSameAsCpu({
          seed,
          numbers: 'any',
          shapes: [shape],
          run: withGradients((x) => tf.transpose(x, perm)),
        }),
    ))

  it('equals the reference for every box cut out', () =>
    fuzz(
      fc.array(fc.tuple(upTo(3, 0), upTo(3), upTo(2, 0)), { minLength: 1, maxLength: 5 }),
      100,
      (axes, seed) =>
        expectSameAsCpu({
          seed,
          numbers: 'any',
          shapes: [axes.map(([before, size, after]) => before + size + after)],
          run: withGradients((x) =>
            tf.slice(
              x,
              axes.map(([before]) => before),
              axes.map(([, size]) => size),
            ),
          ),
        }),
    ))

  it('equals the reference when splitting, unstacking, joining and stacking on any axis', () =>
    fuzz(fc.tuple(shape, fc.nat(), upTo(4), upTo(4)), 100, ([shape, where, first, second], seed) => {
      const axis = where % shape.length
      return expectSameAsCpu({
        seed,
        numbers: 'any',
        shapes: [shape.toSpliced(axis, 1, first), shape.toSpliced(axis, 1, second)],
        run: withGradients((x, y) => {
          const joined = tf.concat([x, y], axis)
          const [a, b] = tf.split(joined, [second, first], axis) as [tf.Tensor, tf.Tensor]
          const stacked = tf.stack(tf.unstack(joined, axis).toReversed(), (axis + 1) % shape.length)
          return concatFlat([joined, a, b, stacked])
        }),
      })
    }))

  it('shares data that a copy would repeat, and frees it once', async () => {
    await tf.setBackend('wasm')
    const { numTensors, numDataBuffers } = tf.memory()
    const x = tf.tensor1d([1, 2, 3])
    const same = tf.clone(x)
    const cast = tf.cast(x, 'float32')
    expect(tf.memory().numDataBuffers).toBe(numDataBuffers + 1)
    x.dispose()
    cast.dispose()
    expect(Array.from(same.dataSync())).toEqual([1, 2, 3])
    same.dispose()
    expect(tf.memory()).toMatchObject({ numTensors, numDataBuffers })
  })
})

describe('sums, means and casts', () => {
  const reduction = fc
    .array(upTo(6), { minLength: 1, maxLength: 5 })
    .chain((shape) =>
      fc.tuple(fc.constant(shape), fc.subarray([...shape.keys()], { minLength: 1 }), fc.boolean()),
    )

  it('equal the reference over any axes, with true gradients', () =>
    fuzz(reduction, 100, async ([shape, axes, keep], seed) => {
      const sums = (x: tf.Tensor) => tf.sum(x, axes, keep)
      const means = (x: tf.Tensor) => tf.mean(x, axes, keep)
      for (const run of [sums, means]) {
        await expectSameAsCpu({ seed, numbers: 'any', shapes: [shape], run: withGradients(run) })
      }
    }))

  it('keep every digit over many rows', async () => {
    await tf.setBackend('wasm')
    const total = tf.sum(tf.fill([200_000, 2], 0.1), 0)
    for (const value of total.dataSync()) expect(Math.abs(value - 20_000)).toBeLessThan(0.01)
  })

  it('turn every number but zero into true', async () => {
    await tf.setBackend('wasm')
    const bool = tf.cast(tf.tensor1d([0, 0.5, 256, -1, Number.NaN]), 'bool')
    expect(Array.from(bool.dataSync())).toEqual([0, 1, 1, 1, 1])
    expect(Array.from(tf.cast(bool, 'float32').dataSync())).toEqual([0, 1, 1, 1, 1])
    expect(Array.from(tf.cast(tf.tensor1d([1.9, -1.9]), 'int32').dataSync())).toEqual([1, -1])
  })
})
