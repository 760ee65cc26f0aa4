import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anyProject } from '../fixtures/anyProject.ts'
import { inferGraph } from '../infer.ts'
import { type LayerType, layerDefinitions } from '../layers/index.ts'
import { newProject } from '../newProject.ts'
import { ProblemError } from '../problems.ts'
import { type Project, projectSchema } from '../project.ts'
import { addCall, addInput, addLayerNode, addOutput } from './addNode.ts'
import { connect, connectProblem, disconnect } from './connect.ts'
import { removeNodes } from './removeNodes.ts'
import { moveNodes, renameLayer, setInput, setOutput, setParam, setTraining } from './setValues.ts'

const at = { x: 0, y: 0 }
type Edit = (project: Project) => Project
const pick = (record: object, index: number) =>
  Object.keys(record)[index % Math.max(1, Object.keys(record).length)] ?? 'none'
const index = fc.nat(20)
const types = fc.constantFrom(...(Object.keys(layerDefinitions) as LayerType[]))
const port = fc.constantFrom('input', 'output', 'h', 'c')
const size = fc.constantFrom(1, 4, 0, -1, 2.5, Number.NaN, null)

const anyEdit: fc.Arbitrary<Edit> = fc.oneof(
  types.map(
    (type): Edit =>
      (project) =>
        addLayerNode(project, type, at).project,
  ),
  index.map(
    (node): Edit =>
      (project) =>
        addCall(project, pick(project.nodes, node), at).project,
  ),
  fc.array(size).map(
    (shape): Edit =>
      (project) =>
        addInput(project, at, { shape }).project,
  ),
  fc.constant<Edit>((project) => addOutput(project, at).project),
  fc.array(index, { maxLength: 2 }).map(
    (nodes): Edit =>
      (project) =>
        removeNodes(
          project,
          nodes.map((node) => pick(project.nodes, node)),
        ),
  ),
  fc.tuple(index, port, index, port).map(
    ([from, out, to, into]): Edit =>
      (project) =>
        connect(project, { from: pick(project.nodes, from), out, to: pick(project.nodes, to), in: into }),
  ),
  index.map(
    (edge): Edit =>
      (project) =>
        disconnect(project, project.edges.slice(edge, edge + 1)),
  ),
  fc.tuple(index, fc.constantFrom('units', '__proto__', 'axis'), fc.anything()).map(
    ([layer, name, value]): Edit =>
      (project) =>
        setParam(project, pick(project.layers, layer), name, value),
  ),
  fc.tuple(index, fc.string()).map(
    ([layer, name]): Edit =>
      (project) =>
        renameLayer(project, pick(project.layers, layer), name),
  ),
  fc.tuple(index, fc.double()).map(
    ([node, x]): Edit =>
      (project) =>
        moveNodes(project, { [pick(project.nodes, node)]: { x, y: 1 } }),
  ),
  fc.tuple(index, size).map(
    ([node, axis]): Edit =>
      (project) =>
        setInput(project, pick(project.nodes, node), { shape: [axis] }),
  ),
  fc.tuple(index, fc.option(fc.double(), { nil: undefined })).map(
    ([node, lossWeight]): Edit =>
      (project) =>
        setOutput(project, pick(project.nodes, node), lossWeight === undefined ? {} : { lossWeight }),
  ),
  fc.integer({ min: -1, max: 9 }).map(
    (epochs): Edit =>
      (project) =>
        setTraining(project, { epochs }),
  ),
)

/** The document after an edit, or as it was when the edit was refused with a problem. */
const attempt = (project: Project, edit: Edit): Project => {
  try {
    return edit(project)
  } catch (error) {
    if (error instanceof ProblemError) return project
    throw error
  }
}

describe('edits', () => {
  it('never lead to a document that the format refuses or inference throws on, and never change the old one', () => {
    fc.assert(
      fc.property(anyProject, fc.array(anyEdit, { maxLength: 12 }), (start, edits) => {
        let project = start
        for (const edit of edits) {
          const before = structuredClone(project)
          const next = attempt(project, edit)
          expect(project).toEqual(before)
          project = next
        }
        const result = projectSchema.safeParse(project)
        expect(result.error?.issues ?? []).toEqual([])
        inferGraph(project)
      }),
      { numRuns: 200 },
    )
  })
  it('keep the identity of everything they do not touch', () => {
    fc.assert(
      fc.property(anyProject, anyEdit, (project, edit) => {
        const next = attempt(project, edit)
        for (const part of ['layers', 'nodes', 'groups', 'notes'] as const) {
          for (const [id, value] of Object.entries(project[part])) {
            const after = Object.hasOwn(next[part], id) ? next[part][id] : undefined
            if (JSON.stringify(after) === JSON.stringify(value)) expect(after).toBe(value)
          }
        }
        for (const part of ['edges', 'data', 'training', 'groups', 'notes'] as const) {
          if (JSON.stringify(next[part]) === JSON.stringify(project[part]))
            expect(next[part]).toBe(project[part])
        }
      }),
    )
  })
})

describe('connecting', () => {
  const first = addInput(newProject('p'), at)
  const second = addInput(first.project, at)
  const dense = addLayerNode(second.project, 'dense', at)
  const join = addLayerNode(dense.project, 'concatenate', at)
  const edge = (from: string, to: string) => ({ from, out: 'output', to, in: 'input' })
  it('replaces the edge of a port that takes one', () => {
    const once = connect(join.project, edge(first.node, dense.node))
    expect(connect(once, edge(second.node, dense.node)).edges).toEqual([edge(second.node, dense.node)])
  })
  it('adds to a port that takes many, and nothing twice', () => {
    const both = connect(connect(join.project, edge(first.node, join.node)), edge(second.node, join.node))
    expect(both.edges).toHaveLength(2)
    expect(connect(both, edge(second.node, join.node))).toBe(both)
  })
  it('refuses a cycle, a loop and a port that is not there', () => {
    const forward = connect(join.project, edge(dense.node, join.node))
    expect(connectProblem(forward, edge(join.node, dense.node))?.code).toBe('cycle')
    expect(connectProblem(forward, edge(join.node, join.node))?.code).toBe('cycle')
    expect(connectProblem(forward, { ...edge(dense.node, join.node), out: 'h' })?.code).toBe('unknownPort')
    expect(connectProblem(forward, edge('nowhere', join.node))?.code).toBe('edgeBroken')
    expect(() => connect(forward, edge(join.node, dense.node))).toThrow(ProblemError)
  })
})

describe('removing', () => {
  it('takes edges along, and a shared layer only with its last call', () => {
    const input = addInput(newProject('p'), at)
    const dense = addLayerNode(input.project, 'dense', at)
    const again = addCall(dense.project, dense.node, at)
    const wired = connect(again.project, { from: input.node, out: 'output', to: again.node, in: 'input' })
    const one = removeNodes(wired, [again.node])
    expect(one.edges).toEqual([])
    expect(Object.keys(one.layers)).toEqual(['dense'])
    expect(removeNodes(one, [dense.node]).layers).toEqual({})
    expect(removeNodes(one, ['gone'])).toBe(one)
  })
})

describe('adding and setting', () => {
  it('numbers names and ids as Keras does', () => {
    const twice = addLayerNode(addLayerNode(newProject('p'), 'dense', at).project, 'dense', at)
    expect(twice.node).toBe('dense_1')
    expect(Object.values(twice.project.layers).map(({ name }) => name)).toEqual(['dense', 'dense_1'])
  })
  it('undefined brings a default back', () => {
    const { project } = addLayerNode(newProject('p'), 'dense', at, { params: { units: 3 } })
    expect(setParam(project, 'dense', 'units', undefined).layers.dense?.params).toEqual({})
    expect(setParam(project, 'dense', 'units', 3)).toBe(project)
    expect(renameLayer(project, 'dense', 'dense')).toBe(project)
    expect(moveNodes(project, { dense: at, gone: at })).toBe(project)
  })
  it('refuses what the format would, with the place', () => {
    const { project, node } = addInput(newProject('p'), at)
    expect(() => setInput(project, node, { shape: [0] })).toThrow(/valueInvalid.*input.shape.0/)
    expect(() => setTraining(project, { epochs: 0 })).toThrow(/valueInvalid.*training.epochs/)
  })
})
