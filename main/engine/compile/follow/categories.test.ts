import { beforeAll, expect, it } from 'vitest'
import { loadWasmForTests } from '../../backends/wasmBytes.test-support.ts'
import { layerOutput } from '../layerOutput.test-support.ts'

beforeAll(loadWasmForTests)

it.each([
  ['multiHot', [3], [2, 0, 2], [4], [1, 0, 1, 0]],
  ['count', [3], [2, 0, 2], [4], [1, 0, 2, 0]],
  ['oneHot', [1], [3], [4], [0, 0, 0, 1]],
  ['oneHot', [2], [3, 1], [2, 4], [0, 0, 0, 1, 0, 1, 0, 0]],
  ['multiHot', [2, 2], [0, 1, 3, 3], [2, 4], [1, 1, 0, 0, 0, 0, 0, 1]],
  ['count', [2, 1, 2], [0, 1, 3, 3], [2, 1, 4], [1, 1, 0, 0, 0, 0, 0, 2]],
] as const)('encodes categories as %s of %j', async (outputMode, shape, ids, wantedShape, wanted) => {
  const found = await layerOutput('categoryEncoding', { numTokens: 4, outputMode }, shape, ids)
  expect(found).toEqual({ shape: wantedShape, values: wanted })
})
