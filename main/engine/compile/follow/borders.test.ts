import { beforeAll, expect, it } from 'vitest'
import { loadWasmForTests } from '../../backends/wasmBytes.test-support.ts'
import { layerOutput } from '../layerOutput.test-support.ts'

beforeAll(loadWasmForTests)

it.each([
  // Made with keras.layers.UpSampling2D(size, interpolation='bilinear') of Keras 3.15.
  [
    [1, 2],
    [0, 1, 4, 0],
    [0, 0.25, 0.75, 1, 4, 3, 1, 0],
  ],
  [
    [1, 3],
    [0, 3, 6, 0],
    [0, 0, 1, 2, 3, 3, 6, 6, 4, 2, 0, 0],
  ],
  [
    [2, 1],
    [0, 1, 4, 0],
    [0, 1, 1, 0.75, 3, 0.25, 4, 0],
  ],
] as const)(
  'enlarges an image by %j in straight lines from the middles of its values',
  async (size, x, wanted) => {
    const found = await layerOutput('upSampling2d', { size, interpolation: 'bilinear' }, [2, 2, 1], x)
    expect(found.shape).toEqual([2 * size[0], 2 * size[1], 1])
    for (const [at, value] of wanted.entries()) expect(found.values[at]).toBeCloseTo(value, 5)
  },
)
