import { describe, expect, it } from 'vitest'
import { bypassNodes } from '../../../shared/edits/bypassNodes.ts'
import { connect } from '../../../shared/edits/connect.ts'
import { moveNodes, setInput, setParam } from '../../../shared/edits/setValues.ts'
import { inferGraph } from '../../../shared/infer.ts'
import { type Project, projectSchema } from '../../../shared/project.ts'
import en from '../../i18n/en.json'
import { i18n } from '../../i18n/i18n.ts'
import { cardLabel } from '../card/cardLabel.ts'
import { canvasEdges, reconcileEdges } from './canvasEdges.ts'
import type { CardNode, FrameNode } from './canvasNode.ts'
import { reconcileNodes } from './reconcileNodes.ts'
import { wantedNodes } from './wantedNodes.ts'

const none: ReadonlySet<string> = new Set()
const project: Project = projectSchema.parse({
  format: 1,
  id: 'p',
  name: 'towers',
  layers: {
    tower: { type: 'dense', name: 'tower', params: { units: 64 } },
    drop: { type: 'dropout', name: 'drop', params: {} },
    join: { type: 'concatenate', name: 'join', params: {} },
  },
  nodes: {
    left: { input: { name: 'left', shape: [5] }, x: 0, y: 0 },
    right: { input: { name: 'right', shape: [5] }, x: 0, y: 200 },
    one: { layer: 'tower', x: 300, y: 0 },
    two: { layer: 'tower', x: 300, y: 200 },
    drop: { layer: 'drop', x: 600, y: 0 },
    join: { layer: 'join', x: 900, y: 100 },
    end: { output: {}, x: 1200, y: 100 },
  },
  edges: [
    { from: 'left', out: 'output', to: 'one', in: 'input' },
    { from: 'right', out: 'output', to: 'two', in: 'input' },
    { from: 'one', out: 'output', to: 'drop', in: 'input' },
    { from: 'drop', out: 'output', to: 'join', in: 'input' },
    { from: 'two', out: 'output', to: 'join', in: 'input' },
    { from: 'join', out: 'output', to: 'end', in: 'input' },
  ],
})
const wanted = (document: Project) => wantedNodes(document, inferGraph(document))
const edgesOf = (document: Project) => canvasEdges(document, inferGraph(document), none, 'en')
const byId = (nodes: readonly (CardNode | FrameNode)[], id: string) => nodes.find((node) => node.id === id)

await i18n.init({ lng: 'en', resources: { en: { translation: en } } })

describe('reconciling nodes with the document', () => {
  const before = reconcileNodes([], wanted(project), none, 'en')

  it('keeps the very same array when nothing has changed', () => {
    expect(reconcileNodes(before, wanted(project), none, 'en')).toBe(before)
  })
  it('replaces only the nodes that an edit concerns', () => {
    const next = reconcileNodes(before, wanted(setParam(project, 'tower', 'units', 32)), none, 'en')
    const changed = next.filter((node) => !before.includes(node)).map(({ id }) => id)
    expect(changed).toEqual(['one', 'two', 'drop', 'join', 'end'])
    expect(byId(next, 'left')).toBe(byId(before, 'left'))
  })
  it('says everything anew in another language', () => {
    const next = reconcileNodes(before, wanted(project), none, 'ko')
    expect(next.filter((node) => before.includes(node))).toEqual([])
  })
  it('leaves a node that is being dragged where the pointer has it', () => {
    const dragged = before.map((node) =>
      node.id === 'one' ? { ...node, dragging: true, position: { x: 1, y: 2 } } : node,
    )
    const next = reconcileNodes(dragged, wanted(moveNodes(project, { two: { x: 7, y: 8 } })), none, 'en')
    expect(byId(next, 'one')?.position).toEqual({ x: 1, y: 2 })
    expect(byId(next, 'two')?.position).toEqual({ x: 7, y: 8 })
  })
  it('selects what the session selected and nothing else', () => {
    const next = reconcileNodes(before, wanted(project), new Set(['one']), 'en')
    expect(next.filter(({ selected }) => selected).map(({ id }) => id)).toEqual(['one'])
    expect(next.filter((node) => !before.includes(node))).toHaveLength(1)
  })
  it('drops nodes that are gone and adds new ones', () => {
    const { end: _, ...nodes } = project.nodes
    const next = reconcileNodes(
      before,
      wanted({ ...project, nodes, edges: project.edges.slice(0, -1) }),
      none,
      'en',
    )
    expect(next.map(({ id }) => id)).toEqual(Object.keys(nodes))
  })
})

describe('a node’s card', () => {
  const cards = new Map(wanted(project).map(({ id, card }) => [id, { card, label: cardLabel(card) }]))

  it('is read out as type, name, output and parameters', () => {
    expect(cards.get('drop')?.label).toBe('Dropout drop, output [64]')
    expect(cards.get('one')?.label).toBe(
      'Dense tower, output [64], 384 parameters, one of 2 calls of a shared layer',
    )
  })
  it('ties the calls of a shared layer by one mark and counts its weights once', () => {
    expect(cards.get('one')?.card.shared).toEqual({ calls: 2, mark: 0 })
    expect(cards.get('two')?.card.shared).toEqual({ calls: 2, mark: 0 })
    expect(cards.get('two')?.card.parameters).toBe(0)
    expect(cards.get('drop')?.card.shared).toBeNull()
  })
  it('names an output after the layer that feeds it', () => {
    expect(cards.get('end')?.card.name).toBe('join')
  })
  it('keeps a port that only an edge speaks of, so that the edge can be seen and removed', () => {
    const edge = { from: 'left', out: 'second', to: 'end', in: 'other' }
    const broken = wanted({ ...project, edges: [...project.edges, edge] })
    const ports = broken.find(({ id }) => id === 'end')?.card.inputs.map(({ name }) => name)
    expect(ports).toEqual(['input', 'other'])
  })
})

describe('a bypassed node', () => {
  it('says so in its telling line and when it is read out', () => {
    const bypassed = wanted(bypassNodes(project, ['drop'], true)).find(({ id }) => id === 'drop')
    expect(bypassed?.card).toMatchObject({ isBypassed: true, telling: [{ kind: 'bypassed' }] })
    expect(bypassed && cardLabel(bypassed.card)).toBe('Dropout drop, Bypassed, output [64]')
  })
})

describe('edges', () => {
  const quiet = (document: Project) =>
    edgesOf(document).map(({ data }) => [data?.edge.from, data?.edge.to, data?.isQuiet])

  it('show the shape only where it is news', () => {
    expect(quiet(project)).toEqual([
      ['left', 'one', false],
      ['right', 'two', false],
      ['one', 'drop', false],
      ['drop', 'join', true],
      ['two', 'join', false],
      ['join', 'end', false],
    ])
  })
  it('show the shape once when one result feeds several nodes', () => {
    const fanned = connect(project, { from: 'two', out: 'output', to: 'drop', in: 'input' })
    expect(edgesOf(fanned).filter(({ source, data }) => source === 'two' && !data?.isQuiet)).toHaveLength(1)
  })
  it('are quiet while the shape is unknown', () => {
    const unknown = setParam(project, 'tower', 'units', 0)
    expect(edgesOf(unknown).find(({ source }) => source === 'one')?.data).toMatchObject({
      shape: null,
      isQuiet: true,
    })
  })
  it('say the dtype where it is not the usual one, and where the tensor does not fit', () => {
    const [left] = reconcileEdges([], edgesOf(setInput(project, 'left', { dtype: 'int32' })))
    expect(left?.data?.shape).toBe('int32 [5]')
    const into = (document: Project) =>
      reconcileEdges([], edgesOf(document)).filter(({ target }) => target === 'join')
    expect(into(project).map(({ data }) => data?.isInvalid)).toEqual([false, false])
    const wrong = into(setInput(project, 'right', { shape: [3, 5] }))
    expect(wrong.map(({ data }) => data?.isInvalid)).toEqual([true, true])
    expect(wrong[1]?.ariaLabel).toBe('Edge from tower to join, [3, 64], does not fit')
  })
  it('stay the same objects while they stay the same', () => {
    const before = reconcileEdges([], edgesOf(project))
    expect(reconcileEdges(before, edgesOf(project))).toBe(before)
    const next = reconcileEdges(before, edgesOf(setParam(project, 'tower', 'units', 32)))
    expect(next.filter((edge) => !before.includes(edge)).map(({ source }) => source)).toEqual([
      'one',
      'drop',
      'two',
      'join',
    ])
  })
  it('are read out with the names of their ends', () => {
    const [edge] = reconcileEdges([], edgesOf(project))
    expect(edge?.ariaLabel).toBe('Edge from left to tower, [5]')
  })
  it('have ids of their own even when a broken document repeats one', () => {
    const [first] = project.edges
    const twice = first ? { ...project, edges: [...project.edges, first] } : project
    const ids = edgesOf(twice).map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
  })
})
