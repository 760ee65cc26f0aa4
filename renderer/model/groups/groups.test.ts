import { describe, expect, it } from 'vitest'
import { addCall, addInput, addLayerNode } from '../../../shared/edits/addNode.ts'
import { connect } from '../../../shared/edits/connect.ts'
import { groupNodes } from '../../../shared/edits/groups.ts'
import { shareGroup } from '../../../shared/edits/shareLayers.ts'
import { inferGraph } from '../../../shared/infer.ts'
import { newProject } from '../../../shared/newProject.ts'
import type { Project } from '../../../shared/project.ts'
import { canvasEdges } from '../canvas/canvasEdges.ts'
import { blockEdges } from './blockEdges.ts'
import { canvasParts } from './canvasParts.ts'
import { collapseInPlace, expandInPlace } from './expandInPlace.ts'
import { connectSeen, edgesOfConnection, landingEdges, reconnectSeen, seenTargets } from './flowEnds.ts'
import { groupFlowId } from './flowIds.ts'
import { cardOf, selectedCards, selectionAfter } from './flowSelection.ts'
import { nodePlaces } from './groupMoves.ts'
import { litTies } from './litTies.ts'
import { groupAt, groupBeside, seenEdges, seenFrames, seenRects } from './seenGraph.ts'

const none: ReadonlySet<string> = new Set()
const wire = (from: string, to: string) => ({ from, out: 'output', to, in: 'input' })

/** An image that feeds two convolutions which are joined; a dense layer behind. All but image and dense are one block. */
const inception = (collapsed = true) => {
  let project = addInput(newProject('p'), { x: 0, y: 0 }, { shape: [8, 8, 3] }).project
  for (const [type, x, y] of [
    ['conv2d', 304, 0],
    ['conv2d', 304, 160],
    ['concatenate', 600, 80],
    ['dense', 904, 80],
  ] as const)
    project = addLayerNode(project, type, { x, y }).project
  for (const edge of [
    wire('input', 'conv2d'),
    wire('input', 'conv2d_1'),
    wire('conv2d', 'concatenate'),
    wire('conv2d_1', 'concatenate'),
    wire('concatenate', 'dense'),
  ])
    project = connect(project, edge)
  return groupNodes(project, ['conv2d', 'conv2d_1', 'concatenate'], { title: 'Inception', collapsed })
}
const { project, group } = inception()
const id = groupFlowId(group)
const inside = ['conv2d', 'conv2d_1', 'concatenate']
const partsOf = (document: Project) => canvasParts(document, inferGraph(document))
const edgesOf = (document: Project) =>
  blockEdges(document, canvasEdges(document, inferGraph(document), none, 'en'), none)
const overlap = (document: Project) => {
  const rects = [...seenRects(document).values()]
  return rects.some((one, index) =>
    rects
      .slice(index + 1)
      .some(
        (other) =>
          one.x < other.x + other.width &&
          other.x < one.x + one.width &&
          one.y < other.y + other.height &&
          other.y < one.y + one.height,
      ),
  )
}

describe('a block on the canvas', () => {
  it('stands for its nodes, with their parameters, shape and problems', () => {
    const parts = partsOf(project)
    expect(parts.map((part) => part.id)).toEqual(['input', 'dense', id])
    const card = parts.at(-1)?.card
    expect(card).toMatchObject({ name: 'Inception', shape: [6, 6, 64], parameters: 1792, problems: [] })
    expect(card?.inputs).toMatchObject([{ name: 'input', rank: 3, isConnected: true, many: false }])
    const broken = connect(addInput(project, { x: 0, y: 300 }).project, wire('input_1', 'conv2d'))
    const problems = partsOf(broken).at(-1)?.card.block?.inner
    expect(problems).toMatchObject([{ node: 'conv2d', name: 'conv2d', problem: { code: 'rankMismatch' } }])
  })
  it('has one edge where several inner ends are fed by one tensor', () => {
    const edges = edgesOf(project)
    expect(edges.map(({ source, target }) => [source, target])).toEqual([
      ['input', id],
      [id, 'dense'],
    ])
    expect(edges[0]?.data?.edges).toHaveLength(2)
    expect(seenEdges(project)).toContainEqual({ from: 'input', to: id })
  })
  it('connects all inner ends of a port in one step, and lets go of all of them', () => {
    const second = addInput(project, { x: 0, y: 300 }, { shape: [8, 8, 1] })
    const connection = { source: second.node, sourceHandle: 'output', target: id, targetHandle: 'input' }
    const fed = connectSeen(second.project, edgesOfConnection(second.project, connection))
    expect(fed.edges.filter(({ from }) => from === second.node).map(({ to }) => to)).toEqual([
      'conv2d',
      'conv2d_1',
    ])
    expect(fed.edges.filter(({ from }) => from === 'input')).toEqual([])
    const [old] = edgesOf(fed)
    const back = reconnectSeen(
      fed,
      old?.data?.edges ?? [],
      edgesOfConnection(fed, { ...connection, source: 'input' }),
    )
    expect(back.edges.filter(({ from }) => from === 'input')).toHaveLength(2)
  })
  it('takes edges dropped on its card, from both sides, and no edge that would close a loop', () => {
    const second = addInput(project, { x: 0, y: 300 }, { shape: [8, 8, 1] })
    const end = { node: second.node, port: 'output', side: 'source' } as const
    expect(landingEdges(second.project, end, id).map(({ edge }) => edge.to)).toEqual(['conv2d', 'conv2d_1'])
    expect(seenTargets(second.project, end).has(id)).toBe(true)
    const loop = { node: 'dense', port: 'output', side: 'source' } as const
    expect(seenTargets(second.project, loop).has(id)).toBe(false)
    const into = { node: id, port: 'input', side: 'target' } as const
    expect(landingEdges(second.project, into, second.node)).toHaveLength(2)
    expect([...seenTargets(second.project, into)].toSorted()).toEqual(['input', 'input_1'])
  })
  it('is selected and moved as one', () => {
    expect(selectionAfter(project, [], [{ id, selected: true }])).toEqual(inside)
    expect([...selectedCards(project, [...inside, 'dense'])]).toEqual([id, 'dense'])
    expect([...selectedCards(project, ['conv2d'])]).toEqual([])
    expect(selectionAfter(project, inside, [{ id, selected: false }])).toEqual([])
    expect(cardOf(project, 'conv2d')).toBe(id)
    const places = nodePlaces(project, { [id]: { x: 312, y: 8 }, dense: { x: 1, y: 2 } })
    expect(places).toEqual({
      conv2d: { x: 312, y: 8 },
      conv2d_1: { x: 312, y: 168 },
      concatenate: { x: 608, y: 88 },
      dense: { x: 1, y: 2 },
    })
  })
  it('expands where it stands without covering anything, and comes back to its place', () => {
    const near: Project = { ...project, nodes: { ...project.nodes, dense: { layer: 'dense', x: 560, y: 0 } } }
    const open = expandInPlace(near, group)
    const frame = seenFrames(open).get(group)
    expect(frame).toMatchObject({ x: 304, y: 0 })
    const dense = seenRects(open).get('dense')
    expect((dense?.x ?? 0) >= (frame?.x ?? 0) + (frame?.width ?? 0)).toBe(true)
    expect(overlap(open)).toBe(false)
    const closed = collapseInPlace(open, group)
    expect(seenRects(closed).get(id)).toMatchObject({ x: 304, y: 0 })
    expect(inside.map((node) => closed.nodes[node])).toEqual(inside.map((node) => near.nodes[node]))
  })
})

describe('frames', () => {
  const open = inception(false)
  it('lie around their nodes, below everything else', () => {
    const [first] = partsOf(open.project)
    expect(first).toMatchObject({ kind: 'frame', x: 280, y: -56 })
    expect(groupAt(open.project, { x: 400, y: 40 })).toBe(open.group)
    expect(groupAt(open.project, { x: 40, y: 40 })).toBeUndefined()
  })
  it('take in what is added beside their nodes', () => {
    expect(groupBeside(open.project, 'conv2d')).toBe(open.group)
    expect(groupBeside(open.project, 'dense')).toBeUndefined()
    expect(groupBeside(project, id)).toBeUndefined()
  })
})

describe('tied groups', () => {
  it('light up together', () => {
    const tied = shareGroup(project, group, { x: 0, y: 400 })
    const [mark] = litTies(tied.project, id, [])
    expect(litTies(tied.project, null, inside)).toEqual([mark])
    expect(litTies(tied.project, null, ['conv2d'])).toEqual([])
    const cards = partsOf(tied.project).filter(({ kind }) => kind === 'block')
    expect(cards.map(({ card }) => card.shared?.calls)).toEqual([2, 2])
    expect(cards.map(({ card }) => card.parameters)).toEqual([1792, 0])
  })
  it('have a letter that no shared layer has', () => {
    const shared = addCall(project, 'dense', { x: 0, y: 0 })
    const tied = shareGroup(shared.project, group, { x: 0, y: 400 })
    const marks = partsOf(tied.project).map(({ card }) => card.shared?.mark)
    expect(new Set(marks.filter((mark) => mark !== undefined)).size).toBe(2)
  })
})
