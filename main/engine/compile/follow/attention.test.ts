import { type Tensor, tensor, tidy } from '@tensorflow/tfjs-core'
import { beforeAll, expect, it } from 'vitest'
import { projectSchema } from '../../../../shared/project.ts'
import { loadWasmForTests } from '../../backends/wasmBytes.test-support.ts'
import { buildModel } from '../buildModel.ts'
import { compileCase } from '../runCase.test-support.ts'

beforeAll(loadWasmForTests)

const place = { x: 0, y: 0 }
const size = 4

/** What an attention puts out for words of two sequences, also when tfjs itself runs it: the first asks, the second is looked at; 0 is padding. */
const attentionOf = async (
  type: 'attention' | 'multiHeadAttention',
  params: Readonly<Record<string, unknown>>,
  queries: readonly number[],
  steps: readonly number[],
  maskZero = true,
): Promise<readonly (readonly number[])[]> => {
  const isSelf = queries === steps
  const input = (name: string, length: number) => ({
    input: { name, shape: [length], dtype: 'int32' },
    ...place,
  })
  const edge = (from: string, to: string, port = 'input') => ({ from, out: 'output', to, in: port })
  const project = projectSchema.parse({
    format: 1,
    id: 'attention',
    name: 'attention',
    layers: {
      words: { type: 'embedding', name: 'words', params: { inputDim: 9, outputDim: size, maskZero } },
      attention: { type, name: 'attention', params },
    },
    nodes: {
      asked: input('asked', queries.length),
      ...(isSelf ? {} : { seen: input('seen', steps.length), value: { layer: 'words', ...place } }),
      query: { layer: 'words', ...place },
      attention: { layer: 'attention', ...place },
      out: { output: { name: 'out' }, ...place },
    },
    edges: [
      edge('asked', 'query'),
      ...(isSelf ? [] : [edge('seen', 'value')]),
      edge('query', 'attention', 'query'),
      edge(isSelf ? 'query' : 'value', 'attention', 'value'),
      edge('attention', 'out'),
    ],
  })
  const { compiled } = await compileCase(project)
  const batch = (isSelf ? [queries] : [queries, steps]).map((ids) =>
    tensor([...ids], [1, ids.length], 'int32'),
  )
  const values = tidy(() => [...(compiled.execute(batch, false)[0] as Tensor).dataSync()])
  const plain = await buildModel(compiled.topology)
  const byName = new Map(compiled.weights.map(({ name, variable }) => [name, variable]))
  for (const layer of plain.layers)
    layer.setWeights(layer.weights.map(({ originalName }) => byName.get(originalName) as Tensor))
  const again = tidy(() => [...(plain.predict(batch) as Tensor).dataSync()])
  plain.dispose()
  for (const [at, value] of values.entries()) expect(again[at]).toBeCloseTo(value, 6)
  compiled.dispose()
  return queries.map((_, row) => values.slice(row * size, (row + 1) * size))
}

const close = (found: readonly (readonly number[])[], wanted: readonly (readonly number[])[]) => {
  expect(found.length).toBe(wanted.length)
  for (const [row, values] of wanted.entries())
    for (const [at, value] of values.entries()) expect(found[row]?.[at]).toBeCloseTo(value, 6)
}

it.each([
  ['attention', {}],
  ['attention', { useScale: true }],
  ['multiHeadAttention', { numHeads: 1, keyDim: 3 }],
  ['multiHeadAttention', { numHeads: 2, keyDim: 3, valueDim: 2 }],
] as const)('%s %j looks at no step that is padding', async (type, params) => {
  const whole = await attentionOf(type, params, [3, 5, 2], [7, 1, 4])
  close(await attentionOf(type, params, [3, 5, 2], [7, 0, 1, 4, 0]), whole)
  close(await attentionOf(type, params, [3, 5, 2, 0], [7, 1, 4, 0]).then((rows) => rows.slice(0, 3)), whole)
  const others = await attentionOf(type, params, [3, 5, 2], [7, 1, 6])
  expect(Math.abs((others[0]?.[0] ?? 0) - (whole[0]?.[0] ?? 0))).toBeGreaterThan(1e-5)
})

it.each([
  ['attention', {}],
  ['multiHeadAttention', { numHeads: 2, keyDim: 3 }],
] as const)('%s of a sequence to itself is that to its equal', async (type, params) => {
  const words = [3, 5, 2]
  for (const isMasked of [false, true])
    close(
      await attentionOf(type, params, words, words, isMasked),
      await attentionOf(type, params, words, [...words], isMasked),
    )
})

it('Attention puts out nothing for a query that is padding', async () => {
  const rows = await attentionOf('attention', {}, [3, 0], [7, 1])
  expect(rows[1]?.every((value) => value === 0)).toBe(true)
  expect(rows[0]?.every((value) => value !== 0)).toBe(true)
})
