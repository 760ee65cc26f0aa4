import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addCall, addInput, addLayerNode, addOutput } from './edits/addNode.ts'
import { connect } from './edits/connect.ts'
import { setInput, setOutput, setParam } from './edits/setValues.ts'
import { anyProject } from './fixtures/anyProject.ts'
import headline from './fixtures/headline.loom?raw'
import nestedGroups from './fixtures/nestedGroups.loom?raw'
import sharedLayer from './fixtures/sharedLayer.loom?raw'
import unknownLayer from './fixtures/unknownLayer.loom?raw'
import { type GraphAnalysis, inferGraph } from './infer.ts'
import { newProject } from './newProject.ts'
import { parseProject } from './openProject.ts'
import type { Edge, Project } from './project.ts'

const at = { x: 0, y: 0 }
const edge = (from: string, to: string, ports: Partial<Edge> = {}): Edge => ({
  from,
  out: 'output',
  to,
  in: 'input',
  ...ports,
})
const codes = ({ nodes, problems }: GraphAnalysis) => [
  ...problems.map(({ code }) => code),
  ...Object.entries(nodes).flatMap(([id, node]) => node.problems.map(({ code }) => `${id}: ${code}`)),
]

/** input [4] → dense → output */
const chain = (units = 1): Project => {
  const input = addInput(newProject('p'), at, { shape: [4] })
  const dense = addLayerNode(input.project, 'dense', at, { params: { units } })
  const output = addOutput(dense.project, at)
  return connect(connect(output.project, edge('input', 'dense')), edge('dense', 'output'))
}

describe('layers that look numbers up', () => {
  const behind = (...types: readonly ('dense' | 'maxPooling1d' | 'embedding' | 'categoryEncoding')[]) => {
    let { project, node: last } = addInput(newProject('p'), at, { shape: [4] })
    for (const type of types) {
      const added = addLayerNode(project, type, at)
      project = connect(added.project, edge(last, added.node))
      last = added.node
    }
    const output = addOutput(project, at)
    return codes(inferGraph(connect(output.project, edge(last, output.node))))
  }
  it('want numbers that no layer with weights computed', () => {
    expect(behind('embedding')).toEqual([])
    expect(behind('categoryEncoding', 'dense')).toEqual([])
    expect(behind('dense', 'embedding')).toEqual(['embedding: idsComputed'])
    expect(behind('embedding', 'maxPooling1d', 'embedding')).toEqual(['embedding_1: idsComputed'])
    expect(behind('dense', 'categoryEncoding')).toEqual(['categoryEncoding: idsComputed'])
  })
})

describe('fixtures', () => {
  it('the headline model has 5,200,610 parameters', () => {
    const analysis = inferGraph(parseProject(headline))
    expect(codes(analysis)).toEqual([])
    expect(analysis.parameters).toEqual({ total: 5_200_610, trainable: 5_200_610 })
    expect(analysis.nodes.join?.outputs.output).toEqual({ shape: [37], dtype: 'float32' })
    expect(analysis.ok).toBe(true)
  })
  it('a shared layer is counted once', () => {
    const analysis = inferGraph(parseProject(sharedLayer))
    expect(codes(analysis)).toEqual([])
    expect(analysis.parameters.total).toBe(8 * 16 + 16 + 33)
    expect([analysis.nodes.leftTower?.parameters, analysis.nodes.rightTower?.parameters]).toEqual([144, 0])
    expect(analysis.nodes.rightTower?.weights).toHaveLength(2)
  })
  it('an unknown layer is one problem, and nothing behind it repeats it', () => {
    expect(codes(inferGraph(parseProject(unknownLayer)))).toEqual(['attention: unknownLayer'])
  })
  it('nested groups change nothing; two of four weights of a normalisation train', () => {
    const analysis = inferGraph(parseProject(nestedGroups))
    expect(codes(analysis)).toEqual(['image: inputWithoutColumns'])
    expect(analysis.parameters).toEqual({ total: 80 + 32 + 132 * 3 + 3, trainable: 80 + 16 + 132 * 3 + 3 })
  })
})

describe('problems', () => {
  it('an empty document lacks inputs and outputs', () => {
    expect(codes(inferGraph(newProject('p')))).toEqual(['noInputs', 'noOutputs'])
  })
  it('a port without an edge is named once, on its node', () => {
    const project = chain()
    expect(codes(inferGraph({ ...project, edges: project.edges.slice(1) }))).toEqual([
      'input: outputUnused',
      'dense: inputNotConnected',
    ])
  })
  it('a cycle marks the nodes on it and no others', () => {
    const more = addLayerNode(addLayerNode(chain(), 'add', at).project, 'dense', at, {
      params: { units: 4 },
    }).project
    const edges = [
      edge('input', 'add'),
      edge('dense_1', 'add'),
      edge('add', 'dense_1'),
      edge('dense_1', 'dense'),
      edge('dense', 'output'),
    ]
    const analysis = inferGraph({ ...more, edges })
    expect(codes(analysis)).toEqual(['add: cycle', 'dense_1: cycle'])
    expect(analysis.order).toEqual(['input'])
  })
  it('a node that feeds itself is a cycle', () => {
    const project = chain()
    expect(codes(inferGraph({ ...project, edges: [...project.edges, edge('dense', 'dense')] }))).toContain(
      'dense: cycle',
    )
  })
  it('two edges at a port for one, an edge to nowhere, a port that is not there', () => {
    const project = chain()
    const twice = addInput(project, at, { shape: [4] }).project
    expect(codes(inferGraph({ ...twice, edges: [...twice.edges, edge('input_1', 'dense')] }))).toEqual([
      'dense: portTaken',
    ])
    expect(codes(inferGraph({ ...project, edges: [...project.edges, edge('dense', 'gone')] }))).toEqual([
      'edgeBroken',
    ])
    const [first, second] = project.edges
    const wrong = [...(first ? [first] : []), { ...second, ...edge('dense', 'output', { out: 'h' }) }]
    expect(codes(inferGraph({ ...project, edges: wrong }))).toEqual(['output: unknownPort'])
  })
  it('wrong values stop a layer with every one of them', () => {
    const project = setParam(setParam(chain(), 'dense', 'units', -1), 'dense', 'activation', 'step')
    expect(codes(inferGraph(project))).toEqual(['dense: valueOutOfRange', 'dense: valueInvalid'])
  })
  it('a shared layer must get the same weights everywhere', () => {
    const project = chain()
    const other = addInput(project, at, { shape: [5] })
    const call = addCall(other.project, 'dense', at)
    const output = addOutput(call.project, at)
    const wired = connect(connect(output.project, edge(other.node, call.node)), edge(call.node, output.node))
    expect(codes(inferGraph(wired))).toEqual([`${call.node}: sharedShapesDiffer`])
    expect(codes(inferGraph(setInput(wired, other.node, { shape: [7, 4] })))).toEqual([])
  })
  it('a model for no machine is too large', () => {
    const project = setParam(
      setInput(chain(), 'input', { shape: [2_000_000_000] }),
      'dense',
      'units',
      1_000_000,
    )
    expect(codes(inferGraph(project))).toEqual(['modelTooLarge'])
  })
})

describe('an output with a target', () => {
  const target = (encoding: object) =>
    ({ column: 'y', encoding }) as NonNullable<Parameters<typeof setOutput>[2]['target']>
  const check = (units: number, activation: string, output: Parameters<typeof setOutput>[2]) =>
    codes(inferGraph(setOutput(setParam(chain(units), 'dense', 'activation', activation), 'output', output)))
  const classes = target({ kind: 'classes', as: 'onehot', categories: ['a', 'b', 'c'] })

  it('needs its shape', () => {
    expect(check(3, 'softmax', { target: classes })).toEqual([])
    expect(check(2, 'softmax', { target: classes })).toEqual(['output: targetShapeMismatch'])
    expect(check(2, 'linear', { target: target({ kind: 'number' }) })).toEqual([
      'output: targetShapeMismatch',
    ])
    expect(check(1, 'softmax', { loss: 'categoricalCrossentropy' })).toEqual(['output: lossNeedsShape'])
  })
  it('needs a last activation that its loss can read', () => {
    expect(check(3, 'linear', { target: classes })).toEqual(['output: activationContradictsLoss'])
    expect(check(1, 'sigmoid', { target: target({ kind: 'binary' }) })).toEqual([])
    expect(check(1, 'relu', { loss: 'binaryCrossentropy' })).toEqual(['output: activationContradictsLoss'])
  })
  it('needs a loss that is known and fits', () => {
    expect(check(1, 'linear', { loss: 'guess', metrics: ['luck'] })).toEqual([
      'output: valueInvalid',
      'output: valueInvalid',
    ])
    const index = target({ kind: 'classes', as: 'index', categories: ['a', 'b'] })
    expect(check(2, 'softmax', { target: index, loss: 'meanSquaredError' })).toEqual([
      'output: lossContradictsTarget',
    ])
  })
  it('reads the activation through layers that only reshape', () => {
    const dropped = addLayerNode(setParam(chain(), 'dense', 'activation', 'sigmoid'), 'dropout', at)
    const wired = connect(connect(dropped.project, edge('dense', 'dropout')), edge('dropout', 'output'))
    expect(codes(inferGraph(setOutput(wired, 'output', { target: target({ kind: 'binary' }) })))).toEqual([])
    const linear = setParam(wired, 'dense', 'activation', 'linear')
    expect(codes(inferGraph(setOutput(linear, 'output', { target: target({ kind: 'binary' }) })))).toEqual([
      'output: activationContradictsLoss',
    ])
  })
})

describe('data', () => {
  const sources = [
    {
      id: 'data',
      file: 'a.csv',
      columns: { a: { type: 'number' as const }, b: { type: 'number' as const } },
    },
  ]
  const number = { kind: 'number', scale: 'standard', missing: 'median' } as const
  const withData = (...columns: string[]) => {
    const uses = columns.map((column) => ({ column, encoding: number }))
    const project = setInput(chain(), 'input', { shape: [2], columns: uses })
    const target = { column: 'b', encoding: number }
    return { ...setOutput(project, 'output', { target }), data: { sources, steps: [] } }
  }
  it('must fill the input', () => {
    expect(codes(inferGraph(withData('a', 'b')))).toEqual([])
    expect(codes(inferGraph(withData('a')))).toEqual(['input: widthMismatch'])
    expect(codes(inferGraph(withData()))).toEqual(['input: inputWithoutColumns'])
    expect(codes(inferGraph(withData('a', 'z')))).toEqual(['input: columnMissing'])
  })
})

describe('any document', () => {
  it('is analysed without an exception, the same each time, every node once', () => {
    fc.assert(
      fc.property(anyProject, (project) => {
        const analysis = inferGraph(project)
        expect(Object.keys(analysis.nodes)).toEqual(Object.keys(project.nodes))
        expect(inferGraph(project)).toEqual(analysis)
        expect(analysis.ok).toBe(codes(analysis).length === 0)
      }),
      { numRuns: 300 },
    )
  })
})
