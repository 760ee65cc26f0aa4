import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { connect } from '../../../shared/edits/connect.ts'
import { newProject } from '../../../shared/newProject.ts'
import type { Project } from '../../../shared/project.ts'
import { seenEdges, seenRects } from '../groups/seenGraph.ts'
import { addAt, addFree, addWired, endBeside } from './addBeside.ts'
import { aligned, alignments, distributed } from './arrangeNodes.ts'
import type { Rect } from './freePlace.ts'
import { insertHere } from './insertHere.ts'
import { neighbourOf } from './neighbourOf.ts'

const rects = fc
  .array(
    fc.record({
      x: fc.integer({ min: -500, max: 500 }),
      y: fc.integer({ min: -500, max: 500 }),
      width: fc.constant(200),
      height: fc.integer({ min: 40, max: 200 }),
    }),
    { minLength: 2, maxLength: 8 },
  )
  .map((all) => new Map(all.map((rect, index) => [`n${index}`, rect] as const)))

const boxOf = (all: Iterable<Rect>) => {
  const list = [...all]
  return {
    left: Math.min(...list.map(({ x }) => x)),
    right: Math.max(...list.map(({ x, width }) => x + width)),
    top: Math.min(...list.map(({ y }) => y)),
    bottom: Math.max(...list.map(({ y, height }) => y + height)),
  }
}
const moved = (all: ReadonlyMap<string, Rect>, places: ReturnType<typeof aligned>) =>
  new Map([...all].map(([id, rect]) => [id, { ...rect, ...places[id] }]))

/** input → dense → dense_1 → output, placed as the keyboard places them. */
const chain = (): Project => {
  let { project, node: last } = addFree(newProject('chain'), 'input', { x: 0, y: 0 })
  for (const type of ['dense', 'dense', 'output']) {
    const end = endBeside(project, last)
    if (!end) throw new Error('A layer has an output.')
    const added = addWired(project, type, end)
    project = added.project
    last = added.node
  }
  return project
}
const wires = ({ edges }: Project) => edges.map(({ from, to }) => `${from}>${to}`)

describe('aligning', () => {
  it('gives all the same edge or middle within the box they had', () => {
    fc.assert(
      fc.property(rects, fc.constantFrom(...alignments), (all, alignment) => {
        const before = boxOf(all.values())
        const after = [...moved(all, aligned(all, alignment)).values()]
        const value = ({ x, y, width, height }: Rect) =>
          ({
            left: x - before.left,
            centre: 2 * x + width - before.left - before.right,
            right: x + width - before.right,
            top: y - before.top,
            middle: 2 * y + height - before.top - before.bottom,
            bottom: y + height - before.bottom,
          })[alignment]
        // Middles are rounded to whole units.
        for (const rect of after) expect(Math.abs(value(rect))).toBeLessThanOrEqual(1)
      }),
    )
  })
})

describe('distributing', () => {
  it('makes the gaps equal and leaves both ends where they are', () => {
    fc.assert(
      fc.property(rects, fc.constantFrom('horizontal' as const, 'vertical' as const), (all, axis) => {
        const lookup: ReadonlyMap<string, Rect> = all
        const places = distributed(all, axis)
        if (all.size < 3) {
          expect(places).toEqual({})
          return
        }
        const [start, size] = axis === 'horizontal' ? (['x', 'width'] as const) : (['y', 'height'] as const)
        const after = Object.entries(places).map(([id, place]) => ({ ...(lookup.get(id) as Rect), ...place }))
        const between = (room: (rect: Rect) => number) =>
          after.slice(1).map((rect, index) => {
            const previous = after[index] as Rect
            return rect[start] - previous[start] - room(previous)
          })
        const gaps = between((rect) => rect[size])
        const equal = Math.min(...gaps) < -1 ? between(() => 0) : gaps
        expect(Math.max(...equal) - Math.min(...equal)).toBeLessThanOrEqual(2)
        const starts = (rects: Iterable<Rect>) => [...rects].map((rect) => rect[start])
        expect(Math.min(...starts(after))).toBe(Math.min(...starts(all.values())))
        expect(Math.max(...starts(after))).toBe(Math.max(...starts(all.values())))
      }),
    )
  })
})

describe('adding where it was asked for', () => {
  it('puts the port at the point where an edge was let go, and wires it', () => {
    const project = chain()
    const end = { node: 'dense', port: 'output', side: 'source' } as const
    const { project: next, node } = addAt(project, 'dropout', { x: 400, y: 400 }, end)
    expect(seenRects(next).get(node)).toMatchObject({ x: 400 })
    expect(wires(next).at(-1)).toBe(`dense>${node}`)
    const into = addAt(project, 'input', { x: 400, y: 400 }, { node: 'dense', port: 'input', side: 'target' })
    expect(seenRects(into.project).get(into.node)).toMatchObject({ x: 200 })
    expect(wires(into.project)).toContain(`${into.node}>dense`)
  })
  it('branches off a result that is used already', () => {
    const project = chain()
    const end = endBeside(project, 'dense')
    const next = end && addWired(project, 'dropout', end)
    expect(next && wires(next.project)).toEqual([...wires(project), 'dense>dropout'])
  })
  it('goes before an output that nothing feeds yet, and nowhere at one that is fed', () => {
    const { project, node } = addFree(newProject('end'), 'output', { x: 600, y: 0 })
    const end = endBeside(project, node)
    expect(end).toEqual({ node, port: 'input', side: 'target' })
    const next = end && addWired(project, 'dense', end)
    expect(next && (seenRects(next.project).get(next.node)?.x ?? 0)).toBeLessThan(400)
    expect(endBeside(chain(), 'output')).toBeNull()
  })
})

describe('putting a node on an edge', () => {
  it('makes room where there is too little, and moves what is behind on', () => {
    const project = chain()
    const { project: more, node } = addAt(project, 'dropout', { x: 350, y: 40 }, null)
    const edge = more.edges[1]
    if (!edge) throw new Error('The chain has edges.')
    const next = insertHere(more, edge, node)
    expect(wires(next)).toEqual(['input>dense', `dense>${node}`, `${node}>dense_1`, 'dense_1>output'])
    const at = seenRects(next)
    const lefts = ['input', 'dense', node, 'dense_1', 'output'].map((id) => at.get(id)?.x ?? 0)
    for (const [index, left] of lefts.slice(1).entries())
      expect(left - (lefts[index] ?? 0)).toBeGreaterThan(200)
    expect(at.get('input')).toEqual(seenRects(project).get('input'))
  })
  it('leaves everything where it is when there is room', () => {
    const project = chain()
    const wide = { ...project.nodes, dense_1: { ...project.nodes['dense_1'], x: 2000 } } as Project['nodes']
    const { project: more, node } = addAt({ ...project, nodes: wide }, 'dropout', { x: 1300, y: 300 }, null)
    const edge = more.edges[1]
    const next = edge && insertHere(more, edge, node)
    expect(next?.nodes).toEqual(more.nodes)
  })
})

describe('walking through the graph', () => {
  let project = chain()
  const branch = addWired(project, 'dropout', { node: 'dense', port: 'output', side: 'source' })
  project = connect(branch.project, { from: 'dropout', out: 'output', to: 'output', in: 'input' })
  const go = (id: string, way: Parameters<typeof neighbourOf>[3]) =>
    neighbourOf(seenEdges(project), seenRects(project), id, way)

  it('follows edges forth and back, along the line first', () => {
    expect(go('input', 'next')).toBe('dense')
    expect(go('dense', 'next')).toBe('dense_1')
    expect(go('dense_1', 'previous')).toBe('dense')
    expect(go('input', 'previous')).toBeNull()
  })
  it('goes up and down among what the same node feeds', () => {
    expect(go('dense_1', 'below')).toBe('dropout')
    expect(go('dropout', 'above')).toBe('dense_1')
    expect(go('dropout', 'below')).toBeNull()
  })
  it('reaches every node from the first', () => {
    const seen = new Set(['input'])
    for (const id of seen)
      for (const way of ['next', 'previous', 'above', 'below'] as const) {
        const to = go(id, way)
        if (to !== null) seen.add(to)
      }
    expect(seen.size).toBe(Object.keys(project.nodes).length)
  })
})
