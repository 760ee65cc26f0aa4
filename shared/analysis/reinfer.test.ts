import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addInput, addLayerNode, addOutput } from '../edits/addNode.ts'
import { connect } from '../edits/connect.ts'
import { setInput, setParam } from '../edits/setValues.ts'
import { anyProject } from '../fixtures/anyProject.ts'
import { type GraphAnalysis, inferGraph } from '../infer.ts'
import { newProject } from '../newProject.ts'
import { type Edge, isCall, isInput, type Project } from '../project.ts'

const at = { x: 0, y: 0 }

type Edit = (project: Project) => Project
const pick = <T>(list: readonly T[], at_: number): T | undefined => list[at_ % Math.max(1, list.length)]

/** Edits that keep every part they don't change the same object, as the page's do. */
const anyEdit: fc.Arbitrary<Edit> = fc.oneof(
  fc
    .tuple(
      fc.nat(),
      fc.constantFrom('units', 'rate', 'activation', 'axis', 'filters'),
      fc.jsonValue({ maxDepth: 1 }),
    )
    .map(
      ([n, name, value]): Edit =>
        (project) => {
          const id = pick(Object.keys(project.layers), n)
          return id === undefined ? project : setParam(project, id, name, value)
        },
    ),
  fc.nat().map(
    (n): Edit =>
      (project) => ({
        ...project,
        edges: project.edges.filter((_, index) => index !== n % (project.edges.length + 1)),
      }),
  ),
  fc.tuple(fc.nat(), fc.nat()).map(
    ([n, m]): Edit =>
      (project) => {
        const [from, to] = [pick(Object.keys(project.nodes), n), pick(Object.keys(project.nodes), m)]
        if (from === undefined || to === undefined) return project
        return { ...project, edges: [...project.edges, { from, out: 'output', to, in: 'input' }] }
      },
  ),
  fc.tuple(fc.nat(), fc.array(fc.integer({ min: 1, max: 5 }), { maxLength: 3 })).map(
    ([n, shape]): Edit =>
      (project) => {
        const id = pick(
          Object.keys(project.nodes).filter((one) => isInput(project.nodes[one]!)),
          n,
        )
        return id === undefined ? project : setInput(project, id, { shape })
      },
  ),
  fc.nat().map(
    (n): Edit =>
      (project) => {
        const [id, node] = pick(Object.entries(project.nodes), n) ?? []
        if (id === undefined || !node || !isCall(node)) return project
        return { ...project, nodes: { ...project.nodes, [id]: { ...node, bypassed: !node.bypassed } } }
      },
  ),
  fc.constantFrom(8, 32, 'all' as const).map(
    (batchSize): Edit =>
      (project) => ({
        ...project,
        training: { ...project.training, batchSize },
      }),
  ),
)

/** input → 1,000 Dense layers in a chain → output */
const longChain = (): Project => {
  const { project } = addInput(newProject('p'), at, { shape: [64] })
  const layers = { ...project.layers }
  const nodes = { ...project.nodes }
  const edges: Edge[] = []
  for (let n = 0; n < 1000; n++) {
    layers[`l${n}`] = { type: 'dense', name: `l${n}`, params: { units: 64, activation: 'relu' } }
    nodes[`n${n}`] = { layer: `l${n}`, x: n, y: 0 }
    edges.push({ from: n === 0 ? 'input' : `n${n - 1}`, out: 'output', to: `n${n}`, in: 'input' })
  }
  const { project: open, node } = addOutput({ ...project, layers, nodes, edges }, at)
  return connect(open, { from: 'n999', out: 'output', to: node, in: 'input' })
}

describe('analysing again after an edit', () => {
  it('gives what analysing from nothing gives, whatever the edits', () => {
    fc.assert(
      fc.property(anyProject, fc.array(anyEdit, { minLength: 1, maxLength: 6 }), (first, edits) => {
        let project = first
        let analysis = inferGraph(project)
        for (const change of edits) {
          project = change(project)
          const next = inferGraph(project, analysis)
          // A clone shares no object with what was analysed before.
          expect(next).toEqual(inferGraph(structuredClone(project)))
          analysis = next
        }
      }),
      { numRuns: 400 },
    )
  })
  it('keeps the objects of nodes that the edit does not reach', () => {
    const project = longChain()
    const before = inferGraph(project)
    const after = inferGraph(setParam(project, 'l500', 'units', 63), before)
    const changed = Object.keys(after.nodes).filter((id) => after.nodes[id] !== before.nodes[id])
    expect(changed).toEqual(['n500', 'n501'])
  })
})

describe('a half-typed value', () => {
  const codes = ({ nodes }: GraphAnalysis) =>
    Object.entries(nodes).flatMap(([id, { problems }]) => problems.map(({ code }) => `${id}: ${code}`))
  const project = ['dropout', 'dense', 'output'].reduce<{ project: Project; last: string }>(
    ({ project: so, last }, type) => {
      const added = type === 'output' ? addOutput(so, at) : addLayerNode(so, type as 'dense', at)
      const edge = { from: last, out: 'output', to: added.node, in: 'input' }
      return { project: connect(added.project, edge), last: added.node }
    },
    { project: addInput(newProject('p'), at, { shape: [4] }).project, last: 'input' },
  ).project

  it('is a problem of its node and loses no shape where none depends on it', () => {
    const analysis = inferGraph(setParam(project, 'dropout', 'rate', '0.'))
    expect(codes(analysis)).toEqual(['dropout: valueInvalid'])
    expect(analysis.nodes['output']?.inputs['input']?.[0]?.shape).toEqual([64])
    const stddev = { type: 'randomNormal', mean: 0, stddev: 'x' }
    const started = inferGraph(setParam(project, 'dense', 'kernelInitializer', stddev))
    expect(codes(started)).toEqual(['dense: valueInvalid'])
    expect(started.parameters.total).toBe(4 * 64 + 64)
  })
  it('that shapes depend on leaves them unknown, without a problem behind it', () => {
    const analysis = inferGraph(setParam(project, 'dense', 'units', null))
    expect(codes(analysis)).toEqual(['dense: valueMissing'])
    expect(analysis.nodes['output']?.inputs).toEqual({})
  })
})

describe('memory', () => {
  it('of the nodes adds up to that of the graph and follows the batch', () => {
    const chain = longChain()
    const of = (batchSize: number) => inferGraph({ ...chain, training: { ...chain.training, batchSize } })
    const [one, ten] = [of(1), of(10)]
    const sum = Object.values(one.nodes).reduce((total, { memoryBytes }) => total + memoryBytes, 0)
    expect(one.memoryBytes).toBe(sum)
    expect(one.nodes['n0']?.memoryBytes).toBe(4 * (4 * (64 * 64 + 64) + 2 * 64))
    expect(ten.memoryBytes - one.memoryBytes).toBe(9 * 4 * 2 * 64 * 1001)
    expect(one.flops).toBe(1000 * (2 * 64 * 64 + 64))
  })
})
