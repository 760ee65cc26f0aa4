import { describe, expect, it } from 'vitest'
import { addCall, addInput, addLayerNode, addOutput } from '../edits/addNode.ts'
import { bypassNodes } from '../edits/bypassNodes.ts'
import { connect } from '../edits/connect.ts'
import { setInput, setOutput } from '../edits/setValues.ts'
import { newProject } from '../newProject.ts'
import type { OutputSpec, Project } from '../project.ts'
import { at, broken, chain, classes, codes, mended, number, softmax10 } from './broken.test-support.ts'

describe('a shape that does not fit', () => {
  const picture = chain([28, 28, 1], [['conv2d', {}], softmax10], classes(10))
  it('is flattened before the last layer, or pooled', () => {
    const flat = mended(picture, 'output', 'targetShapeMismatch', 'insertLayer', 'Flatten')
    expect(codes(flat)).toEqual([])
    expect(flat.edges.map(({ from, to }) => `${from} ${to}`)).toEqual([
      'input conv2d',
      'conv2d flatten',
      'flatten dense',
      'dense output',
    ])
    const pooled = mended(picture, 'output', 'targetShapeMismatch', 'insertLayer', 'GlobalAveragePooling2D')
    expect(codes(pooled)).toEqual([])
  })
  it('gets the axes a layer needs by a Reshape', () => {
    const row = chain([784], [['conv2d', {}], ['flatten', {}], softmax10], classes(10))
    expect(codes(mended(row, 'conv2d', 'rankMismatch', 'insertReshape', '[28, 28, 1]'))).toEqual([])
    const grey = chain([28, 28], [['conv2d', {}], ['flatten', {}], softmax10], classes(10))
    expect(codes(mended(grey, 'conv2d', 'rankMismatch', 'insertReshape', '[28, 28, 1]'))).toEqual([])
  })
  it('gets padding or a smaller window', () => {
    const tight = chain(
      [4, 4, 1],
      [
        ['conv2d', { kernelSize: [7, 3] }],
        ['flatten', {}],
      ],
    )
    expect(mended(tight, 'conv2d', 'windowTooLarge', 'padSame').layers['conv2d']?.params['padding']).toBe(
      'same',
    )
    const smaller = mended(tight, 'conv2d', 'windowTooLarge', 'smallerWindow')
    expect(smaller.layers['conv2d']?.params['kernelSize']).toEqual([4, 3])
    expect(codes(smaller)).toEqual([])
  })
  it('of a Reshape is worked out', () => {
    const project = chain(
      [12],
      [
        ['reshape', { targetShape: [5, 3] }],
        ['flatten', {}],
      ],
    )
    const next = mended(project, 'reshape', 'reshapeMismatch', 'freeAxis')
    expect(next.layers['reshape']?.params['targetShape']).toEqual([-1, 3])
    expect(codes(next)).toEqual([])
  })
  it('of whole numbers takes an Embedding or another type at the input', () => {
    const ids = setInput(
      chain(
        [20],
        [
          ['lstm', { units: 4 }],
          ['dense', { units: 1 }],
        ],
      ),
      'input',
      { dtype: 'int32' },
    )
    expect(codes(mended(ids, 'lstm', 'dtypeMismatch', 'insertLayer', 'Embedding'))).toEqual([])
    const picture_ = setInput(
      chain(
        [8, 8, 1],
        [
          ['conv2d', {}],
          ['flatten', {}],
        ],
      ),
      'input',
      { dtype: 'int32' },
    )
    expect(codes(mended(picture_, 'conv2d', 'dtypeMismatch', 'setInputType'))).toEqual([])
  })
})

describe('an output that contradicts its target or loss', () => {
  it('gets the units of the classes', () => {
    const project = chain([8], [['dense', { units: 3, activation: 'softmax' }]], classes(5))
    const next = mended(project, 'output', 'targetShapeMismatch', 'setUnits')
    expect(next.layers['dense']?.params['units']).toBe(5)
    expect(codes(next)).toEqual([])
  })
  it('gets softmax for classes, sigmoid for yes or no and linear for numbers, through layers that hand values on', () => {
    const last = (project: Project) => project.layers['dense']?.params['activation']
    const many = chain(
      [8],
      [
        ['dense', { units: 5 }],
        ['dropout', {}],
      ],
      classes(5),
    )
    expect(last(mended(many, 'output', 'activationContradictsLoss', 'setActivation'))).toBe('softmax')
    const binary: OutputSpec = { target: { column: 'y', encoding: { kind: 'binary' } } }
    const one = chain([8], [['dense', { units: 1, activation: 'relu' }]], binary)
    expect(last(mended(one, 'output', 'activationContradictsLoss', 'setActivation'))).toBe('sigmoid')
    const numbers = chain([8], [['dense', { units: 1, activation: 'sigmoid' }]], number)
    expect(last(mended(numbers, 'output', 'activationContradictsTarget', 'setActivation'))).toBe('linear')
  })
  it('gets a loss that fits', () => {
    const project = chain([8], [softmax10], { ...classes(10), loss: 'binaryCrossentropy' })
    const index = setOutput(project, 'output', {
      target: { column: 'y', encoding: { kind: 'classes', as: 'index', categories: 'abcdefghij'.split('') } },
    })
    const next = mended(index, 'output', 'lossContradictsTarget', 'setLoss')
    expect(codes(next)).toEqual([])
    const unknown = chain([8], [softmax10], { ...classes(10), loss: 'guess', metrics: ['luck', 'accuracy'] })
    const named = mended(unknown, 'output', 'valueInvalid', 'setLoss')
    expect(codes(mended(named, 'output', 'valueInvalid', 'dropMetrics'))).toEqual([])
  })
})

describe('a recurrent layer', () => {
  it('before another gives it every step', () => {
    const project = chain(
      [9, 3],
      [
        ['lstm', { units: 4 }],
        ['gru', { units: 2 }],
      ],
    )
    const next = mended(project, 'gru', 'rankMismatch', 'returnSequences', 'lstm')
    expect(next.layers['lstm']?.params['returnSequences']).toBe(true)
    expect(codes(next)).toEqual([])
  })
})

describe('an Embedding', () => {
  it('that knows fewer ids than its column has gets as many', () => {
    const encoding = {
      kind: 'category' as const,
      as: 'index' as const,
      categories: 'abcdefg'.split(''),
      missing: 'ownClass' as const,
      unknown: true,
    }
    const project = setInput(
      chain(
        [1],
        [
          ['embedding', { inputDim: 5, outputDim: 4 }],
          ['flatten', {}],
          ['dense', { units: 1 }],
        ],
      ),
      'input',
      { dtype: 'int32', columns: [{ column: 'a', encoding }] },
    )
    const next = mended(project, 'embedding', 'embeddingTooSmall', 'setIds')
    expect(next.layers['embedding']?.params['inputDim']).toBe(9)
    expect(codes(next)).toEqual([])
  })
})

describe('ends and edges', () => {
  const project = chain(
    [8],
    [
      ['dense', { units: 4 }],
      ['dense', { units: 1 }],
    ],
  )
  it('that are missing are added', () => {
    expect(codes(mended(newProject('p'), null, 'noInputs', 'addInput'))).toEqual([
      'model: noOutputs',
      'input: outputUnused',
    ])
    const open = broken(project, (edges) => edges.slice(1))
    expect(codes(mended(open, 'dense', 'inputNotConnected', 'connectFrom', 'input'))).toEqual([])
    const noEnd = chain([8], [['dense', { units: 4 }]])
    const cut = {
      ...noEnd,
      nodes: { input: noEnd.nodes['input']!, dense: noEnd.nodes['dense']! },
      edges: noEnd.edges.slice(0, 1),
    }
    expect(codes(mended(cut, null, 'noOutputs', 'addOutput'))).toEqual([])
    const added = addLayerNode(project, 'conv2d', at).project
    expect(codes(mended(added, 'conv2d', 'inputNotConnected', 'addInput'))).toEqual(['conv2d: outputUnused'])
  })
  it('that nothing uses get an output, or go', () => {
    const side = addLayerNode(project, 'dense', at)
    const open = connect(side.project, { from: 'dense', out: 'output', to: side.node, in: 'input' })
    expect(codes(mended(open, side.node, 'outputUnused', 'addOutput'))).toEqual([])
    expect(mended(open, side.node, 'outputUnused', 'removeNode').nodes[side.node]).toBeUndefined()
  })
  it('that lead nowhere go; those at a wrong port go to the main one', () => {
    const lost = broken(project, (edges) => [
      ...edges,
      { from: 'dense', out: 'output', to: 'gone', in: 'input' },
    ])
    expect(mended(lost, null, 'edgeBroken', 'removeEdge').edges).toEqual(project.edges)
    const wrong = broken(project, (edges) => edges.map((edge, n) => (n === 1 ? { ...edge, out: 'h' } : edge)))
    expect(mended(wrong, 'dense_1', 'unknownPort', 'usePort').edges).toEqual(project.edges)
  })
  it('that crowd a port for one are merged', () => {
    const other = addInput(project, at, { shape: [8] })
    const twice = broken(other.project, (edges) => [
      ...edges,
      { from: other.node, out: 'output', to: 'dense', in: 'input' },
    ])
    expect(codes(mended(twice, 'dense', 'portTaken', 'mergeEdges', 'Concatenate'))).toEqual([])
  })
  it('that close a loop are drawn from elsewhere', () => {
    const loop = broken(project, (edges) =>
      edges.map((edge, n) => (n === 0 ? { ...edge, from: 'dense_1' } : edge)),
    )
    const next = mended(loop, 'dense', 'cycle', 'redirectEdge', 'input')
    expect(next.edges).toEqual(project.edges)
    const more = addLayerNode(project, 'add', at).project
    const adding = broken(more, ([first, second, third]) => [
      { ...first!, to: 'add' },
      { ...first!, to: 'add', from: 'input' },
      { from: 'add', out: 'output', to: 'dense', in: 'input' },
      second!,
      third!,
      { from: 'dense_1', out: 'output', to: 'add', in: 'input' },
    ])
    expect(codes(mended(adding, 'add', 'cycle', 'removeEdge'))).toEqual([])
  })
  it('of a bypassed node that can’t hand on end the bypass', () => {
    const merge = bypassNodes(addLayerNode(project, 'add', at).project, ['add'], true)
    const two = broken(merge, ([first, second, third]) => [
      { ...first!, to: 'add' },
      { ...first!, to: 'add' },
      { ...first!, from: 'add' },
      second!,
      third!,
    ])
    expect(codes(mended(two, 'add', 'bypassNeedsOneInput', 'endBypass'))).toEqual([])
  })
})

describe('values', () => {
  it('outside their limits come back to the nearest, others to their default', () => {
    const project = chain(
      [8],
      [
        ['dropout', { rate: 1.5 }],
        ['dense', { units: 'many' }],
      ],
    )
    const near = mended(project, 'dropout', 'valueOutOfRange', 'nearestValue')
    expect(near.layers['dropout']?.params['rate']).toBeLessThanOrEqual(1)
    expect(mended(project, 'dense', 'valueInvalid', 'resetParam').layers['dense']?.params).toEqual({})
  })
  it('of a shared layer that can’t fit both calls become two', () => {
    const project = chain([8], [['dense', { units: 4 }]])
    const other = addInput(project, at, { shape: [5] })
    const call = addCall(other.project, 'dense', at)
    const output = addOutput(call.project, at)
    const edges = [
      { from: other.node, out: 'output', to: call.node, in: 'input' },
      { from: call.node, out: 'output', to: output.node, in: 'input' },
    ]
    const both = broken(output.project, (all) => [...all, ...edges])
    expect(codes(mended(both, call.node, 'sharedShapesDiffer', 'unshare'))).toEqual([])
  })
  it('of a batch that no memory holds are halved', () => {
    const project = chain(
      [1000, 1000, 32],
      [
        ['conv2d', { filters: 64 }],
        ['flatten', {}],
        ['dense', { units: 1 }],
      ],
    )
    const large = { ...project, training: { ...project.training, batchSize: 100_000 } }
    expect(codes(mended(large, null, 'modelTooLarge', 'smallerBatch'))).toEqual([])
  })
})
