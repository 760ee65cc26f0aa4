import * as tf from '@tensorflow/tfjs-core'
import fc from 'fast-check'
import { beforeAll, describe, it } from 'vitest'
import { awkwardNumbers, expectSameAsCpu, fuzz, loadBoth, upTo, withGradients } from './fuzz.test-support.ts'

beforeAll(loadBoth)

describe('PReLU', () => {
  it('equals the reference with its gradients, slopes shared along any axes', () =>
    fuzz(
      fc.tuple(
        fc.array(upTo(5), { minLength: 1, maxLength: 4 }),
        fc.array(fc.boolean(), { minLength: 4, maxLength: 4 }),
        awkwardNumbers,
      ),
      60,
      ([shape, shared, numbers], seed) =>
        expectSameAsCpu({
          seed,
          numbers,
          shapes: [shape, shape.map((size, axis) => (shared[axis] ? 1 : size))],
          run: withGradients((x, alpha) => tf.prelu(x as tf.Tensor, alpha as tf.Tensor)),
        }),
    ))
})
