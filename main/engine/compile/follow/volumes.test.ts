import { beforeAll, expect, it } from 'vitest'
import { loadWasmForTests } from '../../backends/wasmBytes.test-support.ts'
import { layerOutput } from '../layerOutput.test-support.ts'

beforeAll(loadWasmForTests)

const far = { strides: [3, 1, 1], padding: 'same' }
const ones = { filters: 1, useBias: false, kernelInitializer: { type: 'ones' } }

it.each([
  ['maxPooling3d', { ...far, poolSize: [1, 1, 1] }],
  ['averagePooling3d', { ...far, poolSize: [1, 1, 1] }],
  ['conv3d', { ...far, ...ones, kernelSize: [1, 1, 1] }],
] as const)(
  'starts the windows of %s with the volume when they leave values unread',
  async (type, params) => {
    const { shape, values } = await layerOutput(type, params, [5, 1, 1, 1], [10, 11, 12, 13, 14])
    expect(shape).toEqual([2, 1, 1, 1])
    expect(values).toEqual([10, 13])
  },
)

it('starts windows early along an axis where they reach over the volume, though they leave values unread along another', async () => {
  const params = { padding: 'same', strides: [3, 1, 1], poolSize: [1, 3, 1] }
  const { values } = await layerOutput('maxPooling3d', params, [2, 3, 1, 1], [1, 2, 3, 9, 9, 9])
  expect(values).toEqual([2, 3, 3])
})

it('puts the filters of a transposed convolution at the start of their strides, and keeps the middle where they overlap', async () => {
  const params = { ...far, ...ones, kernelSize: [1, 3, 1] }
  const { shape, values } = await layerOutput('conv3dTranspose', params, [1, 3, 1, 1], [1, 2, 4])
  expect(shape).toEqual([3, 3, 1, 1])
  expect(values).toEqual([3, 7, 6, 0, 0, 0, 0, 0, 0])
})
