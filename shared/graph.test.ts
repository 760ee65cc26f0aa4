import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anyProject } from './fixtures/anyProject.ts'
import { cyclicNodes, indexGraph, reaches, topologicalOrder } from './graph.ts'
import { modelNames, uniqueName } from './names.ts'
import { newProject } from './newProject.ts'

describe('order', () => {
  it('leads every edge forward and leaves out what lies on or behind a cycle', () => {
    fc.assert(
      fc.property(anyProject, (project) => {
        const index = indexGraph(project)
        const order = topologicalOrder(index)
        const place = new Map(order.map((id, at) => [id, at]))
        const cyclic = cyclicNodes(index, order)
        for (const [id, edges] of index.incoming) {
          const behind = [...cyclic].some((other) => reaches(index, other, id))
          expect(place.has(id)).toBe(!behind)
          for (const { from } of edges) {
            if (place.has(id)) expect(place.get(from)).toBeLessThan(place.get(id) ?? -1)
          }
        }
      }),
    )
  })
  it('names exactly the nodes that reach themselves as cyclic', () => {
    fc.assert(
      fc.property(anyProject, (project) => {
        const index = indexGraph(project)
        const cyclic = cyclicNodes(index, topologicalOrder(index))
        for (const [id, edges] of index.outgoing) {
          expect(cyclic.has(id)).toBe(edges.some(({ to }) => reaches(index, to, id)))
        }
      }),
    )
  })
  it('copes with a chain and a ring of 100,000 nodes', () => {
    const ids = Array.from({ length: 100_000 }, (_, n) => `n${n}`)
    const nodes = Object.fromEntries(ids.map((id) => [id, { output: {}, x: 0, y: 0 }]))
    const edges = ids.map((from, n) => ({ from, out: 'output', to: `n${n + 1}`, in: 'input' }))
    const chain = indexGraph({ nodes, edges })
    expect(topologicalOrder(chain)).toHaveLength(100_000)
    expect(chain.broken).toHaveLength(1)
    const ring = indexGraph({
      nodes,
      edges: edges.with(-1, { from: 'n99999', out: 'output', to: 'n0', in: 'input' }),
    })
    expect(cyclicNodes(ring, topologicalOrder(ring)).size).toBe(100_000)
  })
})

describe('names', () => {
  it('count up as Keras does', () => {
    expect(uniqueName('dense', (name) => ['dense', 'dense_1'].includes(name))).toBe('dense_2')
  })
  it('of a model are unique; an output without one is called after the layer that feeds it', () => {
    const at = { x: 0, y: 0 }
    const names = modelNames({
      ...newProject('p'),
      layers: { a: { type: 'dense', name: 'x', params: {} }, b: { type: 'dense', name: '', params: {} } },
      nodes: {
        in: { input: { name: 'x', shape: [1], dtype: 'float32', columns: [] }, ...at },
        callA: { layer: 'a', ...at },
        one: { output: {}, ...at },
        two: { output: { name: 'x_1' }, ...at },
      },
      edges: [{ from: 'callA', out: 'output', to: 'one', in: 'input' }],
    })
    expect([...names.inputs, ...names.layers, ...names.outputs]).toEqual([
      ['in', 'x'],
      ['a', 'x_1'],
      ['b', 'dense'],
      ['one', 'x_1'],
      ['two', 'x_1_1'],
    ])
  })
})
