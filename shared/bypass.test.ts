import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { withoutBypassed } from './bypass.ts'
import { addInput, addLayerNode, addOutput } from './edits/addNode.ts'
import { bypassNodes } from './edits/bypassNodes.ts'
import { connect } from './edits/connect.ts'
import { anyProject } from './fixtures/anyProject.ts'
import { inferGraph } from './infer.ts'
import type { LayerType } from './layers/index.ts'
import { modelNames } from './names.ts'
import { newProject } from './newProject.ts'
import { type Project, projectSchema } from './project.ts'

/** input [4] → the layers, one after the other → output. */
const chain = (...types: LayerType[]): Project => {
  let { project, node: last } = addInput(newProject('chain'), { x: 0, y: 0 }, { shape: [4] })
  const link = (added: { project: Project; node: string }) => {
    project = connect(added.project, { from: last, out: 'output', to: added.node, in: 'input' })
    last = added.node
  }
  for (const type of types) link(addLayerNode(project, type, { x: 0, y: 0 }))
  link(addOutput(project, { x: 0, y: 0 }))
  return project
}
const feeding = (project: Project) => project.edges.map(({ from, to }) => `${from}>${to}`)

describe('a bypassed node', () => {
  const project = bypassNodes(chain('dense', 'dense', 'dense'), ['dense_1'], true)

  it('hands on what enters it and has no weights', () => {
    const { nodes, ok } = inferGraph(project)
    expect(ok).toBe(true)
    expect(nodes['dense_1']).toMatchObject({
      weights: [],
      parameters: 0,
      flops: 0,
      outputs: nodes['dense']?.outputs,
    })
  })
  it('is not in the model, whose names stay what they were', () => {
    const model = withoutBypassed(project)
    expect(feeding(model)).toEqual(['input>dense', 'dense>dense_2', 'dense_2>output'])
    expect(modelNames(model)).toEqual(modelNames(project))
    expect(modelNames(project).layers).toEqual(modelNames(chain('dense', 'dense', 'dense')).layers)
  })
  it('is led through when several follow each other', () => {
    const all = bypassNodes(project, ['dense', 'dense_1', 'dense_2'], true)
    expect(feeding(withoutBypassed(all))).toEqual(['input>output'])
    expect(inferGraph(all).nodes['output']?.inputs['input']?.[0]?.shape).toEqual([4])
  })
  it('comes back as it was', () => {
    expect(bypassNodes(project, ['dense_1'], false).nodes).toEqual(chain('dense', 'dense', 'dense').nodes)
    expect(bypassNodes(project, ['input', 'output', 'gone', 'dense_1'], true)).toBe(project)
  })
  it('has a problem when two tensors enter it', () => {
    const { project: two, node } = addLayerNode(chain('dense'), 'add', { x: 0, y: 0 })
    const edge = { out: 'output', to: node, in: 'input' }
    const merged = connect(connect(two, { from: 'input', ...edge }), { from: 'dense', ...edge })
    const { problems } = inferGraph(bypassNodes(merged, [node], true)).nodes[node] ?? {}
    expect(problems?.map(({ code }) => code)).toContain('bypassNeedsOneInput')
  })
  it('has a problem when an output other than the main one is used', () => {
    let { project: states, node } = addLayerNode(chain('embedding', 'lstm'), 'concatenate', { x: 0, y: 0 })
    states = {
      ...states,
      layers: { ...states.layers, lstm: { type: 'lstm', name: 'lstm', params: { returnState: true } } },
    }
    states = connect(states, { from: 'lstm', out: 'h', to: node, in: 'input' })
    const codes = (document: Project) =>
      inferGraph(document).nodes['lstm']?.problems.map(({ code }) => code) ?? []
    expect(codes(states)).not.toContain('bypassOutputUsed')
    expect(codes(bypassNodes(states, ['lstm'], true))).toContain('bypassOutputUsed')
  })
})

describe('any document with bypassed nodes', () => {
  it('is a sound model without them when it has no problem with them, of the same shapes and counts', () => {
    fc.assert(
      fc.property(anyProject, (project) => {
        const model = withoutBypassed(project)
        expect(projectSchema.safeParse(model).success).toBe(true)
        expect(withoutBypassed(model)).toBe(model)
        const before = inferGraph(project)
        if (!before.ok) return
        const after = inferGraph(model)
        expect(after).toMatchObject({ ok: true, parameters: before.parameters })
        for (const [id, node] of Object.entries(after.nodes))
          expect(node.outputs).toEqual(before.nodes[id]?.outputs)
      }),
      { numRuns: 500 },
    )
  })
  it('is sound for every choice of nodes to bypass in a sound chain', () => {
    const layers = fc.array(
      fc.constantFrom<LayerType>('dense', 'activation', 'dropout', 'batchNormalization'),
      {
        maxLength: 6,
      },
    )
    fc.assert(
      fc.property(layers, fc.array(fc.nat(5)), (types, picks) => {
        const project = chain(...types)
        const calls = Object.keys(project.layers)
        const bypassed = bypassNodes(
          project,
          picks.flatMap((index) => calls[index] ?? []),
          true,
        )
        const before = inferGraph(bypassed)
        const after = inferGraph(withoutBypassed(bypassed))
        expect([before.ok, after.ok]).toEqual([true, true])
        expect(after.parameters).toEqual(before.parameters)
      }),
      { numRuns: 200 },
    )
  })
})
