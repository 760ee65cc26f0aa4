import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { connectProblem } from '../../../shared/edits/connect.ts'
import { inputPorts } from '../../../shared/graph.ts'
import { inferGraph } from '../../../shared/infer.ts'
import { paletteEntries } from '../../../shared/layers/index.ts'
import { newProject } from '../../../shared/newProject.ts'
import { type Project, projectSchema } from '../../../shared/project.ts'
import { copyNodes } from '../clip/copyNodes.ts'
import { pasteClip, readClip } from '../clip/pasteClip.ts'
import { restingPlaces } from '../canvas/restingPlaces.ts'
import { changedSelection } from '../canvas/changedSelection.ts'
import { seenRects } from '../groups/seenGraph.ts'
import { addBeside } from './addBeside.ts'
import { connectNodes, reconnect } from './connectNodes.ts'
import { connectTargets } from './connectTargets.ts'
import { deleteParts } from './deleteParts.ts'

const origin = { x: 0, y: 0 }
/** A chain built the way a person does with the keyboard: each entry beside the last. */
const chain = (...types: string[]): { project: Project; ids: string[] } => {
  let project = newProject('chain')
  const ids: string[] = []
  for (const type of types) {
    const added = addBeside(project, type, ids.at(-1), origin)
    project = added.project
    ids.push(added.node)
  }
  return { project, ids }
}
const documents = fc
  .array(fc.constantFrom(...paletteEntries.map(({ type }) => type)), { minLength: 1, maxLength: 12 })
  .chain((types) => {
    const index = fc.integer({ min: 0, max: types.length - 1 })
    return fc.array(fc.tuple(index, index), { maxLength: 20 }).map((pairs) => {
      let { project } = chain(types[0] ?? 'input')
      for (const type of types.slice(1)) project = addBeside(project, type, undefined, origin).project
      const ids = Object.keys(project.nodes)
      for (const [from, to] of pairs) {
        const end = { node: ids[from] ?? '', port: 'output', side: 'source' } as const
        if (!connectTargets(project, end).has(ids[to] ?? '')) continue
        try {
          const next = connectNodes(project, end, ids[to] ?? '')
          if ('nodes' in next) project = next
        } catch {
          // An Output has no result to lead away; the edit says so and changes nothing.
        }
      }
      return project
    })
  })

describe('adding beside the selection', () => {
  it('builds a wired model from the palette alone', () => {
    const { project } = chain('input', 'dense', 'dropout', 'dense', 'output')
    expect(inferGraph(project).problems).toEqual([])
    expect(project.edges.map(({ from, to }) => `${from}>${to}`)).toEqual([
      'input>dense',
      'dense>dropout',
      'dropout>dense_1',
      'dense_1>output',
    ])
  })
  it('does not branch off a result that is used already', () => {
    const { project, ids } = chain('input', 'dense', 'output')
    const added = addBeside(project, 'dense', ids[0], origin)
    expect(added.project.edges).toEqual(project.edges)
  })
  it('never puts a card on another', () => {
    fc.assert(
      fc.property(documents, (project) => {
        const rects = [...seenRects(project).values()]
        for (const [index, one] of rects.entries())
          for (const other of rects.slice(index + 1)) {
            const isApart =
              one.x + one.width <= other.x ||
              other.x + other.width <= one.x ||
              one.y + one.height <= other.y ||
              other.y + other.height <= one.y
            expect(isApart).toBe(true)
          }
      }),
      { numRuns: 30 },
    )
  })
})

describe('connecting', () => {
  it('offers exactly the nodes that the edit would accept', () => {
    fc.assert(
      fc.property(documents, (project) => {
        for (const from of Object.keys(project.nodes)) {
          const targets = connectTargets(project, { node: from, port: 'output', side: 'source' })
          for (const [to, node] of Object.entries(project.nodes)) {
            const ports = inputPorts(project, node) ?? []
            const closes = ports.some(
              ({ name }) => connectProblem(project, { from, out: 'output', to, in: name })?.code === 'cycle',
            )
            if ('output' in (project.nodes[from] ?? {})) continue
            expect(targets.has(to)).toBe(ports.length > 0 && !closes)
          }
        }
      }),
      { numRuns: 30 },
    )
  })
  it('lands on the first free port of a card', () => {
    const { project } = chain('input', 'lstm')
    const state = addBeside(project, 'input', undefined, { x: 0, y: 400 })
    const next = connectNodes(state.project, { node: state.node, port: 'output', side: 'source' }, 'lstm')
    expect('edges' in next && next.edges.at(-1)).toEqual({
      from: 'input_1',
      out: 'output',
      to: 'lstm',
      in: 'h',
    })
  })
  it('moves an edge in one step, and refuses a loop without losing it', () => {
    const { project } = chain('input', 'dense', 'dense', 'output')
    const [first] = project.edges
    if (!first) throw new Error('The chain has edges.')
    expect(() =>
      reconnect(project, first, { from: 'dense_1', out: 'output', to: 'dense', in: 'input' }),
    ).toThrow('cycle')
    const moved = reconnect(project, first, { ...first, to: 'output' })
    expect(moved.edges.filter(({ to }) => to === 'dense')).toEqual([])
  })
})

describe('copying and pasting', () => {
  it('gives copies layers, names and edges of their own, and leaves the original alone', () => {
    fc.assert(
      fc.property(documents, (project) => {
        const ids = Object.keys(project.nodes)
        const clip = readClip(JSON.stringify(copyNodes(project, ids)))
        if (!clip) throw new Error('Every document has a node.')
        const pasted = pasteClip(project, clip, { x: 32, y: 32 })
        expect(projectSchema.safeParse(pasted.project).success).toBe(true)
        expect(Object.keys(pasted.project.nodes)).toHaveLength(ids.length * 2)
        expect(pasted.project.edges).toHaveLength(project.edges.length * 2)
        const names = Object.values(pasted.project.layers).map(({ name }) => name)
        expect(new Set(names).size).toBe(names.length)
        expect(deleteParts(pasted.project, { nodes: pasted.nodes, edges: [], notes: pasted.notes })).toEqual(
          project,
        )
      }),
      { numRuns: 30 },
    )
  })
  it('keeps two calls of one layer tied in the copy', () => {
    const { project, ids } = chain('input', 'dense')
    const shared: Project = {
      ...project,
      nodes: { ...project.nodes, second: { layer: ids[1] ?? '', x: 0, y: 300 } },
    }
    const clip = copyNodes(shared, [ids[1] ?? '', 'second'])
    const pasted = clip && pasteClip(shared, clip, origin)
    const layers = pasted?.nodes
      .map((id) => pasted.project.nodes[id])
      .map((node) => node && 'layer' in node && node.layer)
    expect(new Set(layers).size).toBe(1)
    expect(layers?.[0]).not.toBe(ids[1])
  })
  it('ignores text that is no clip', () => {
    const unnamed =
      '{"layerloom":"clip","layers":{},"nodes":{},"edges":[],"notes":{"":{"text":"","x":0,"y":0}}}'
    for (const text of ['', 'hello', '{"layerloom":"clip"}', '{"layerloom":"clip","nodes":[]}', unnamed]) {
      expect(readClip(text)).toBeNull()
    }
  })
})

describe('what the canvas tells the document', () => {
  it('takes only positions at rest', () => {
    expect(
      restingPlaces([
        { type: 'position', id: 'a', position: { x: 1, y: 2 }, dragging: true },
        { type: 'position', id: 'b', position: { x: 3, y: 4 }, dragging: false },
        { type: 'select', id: 'c', selected: true },
      ]),
    ).toEqual({ b: { x: 3, y: 4 } })
  })
  it('keeps the order of selecting', () => {
    expect(
      changedSelection(
        ['a', 'b'],
        [
          { id: 'a', selected: false },
          { id: 'c', selected: true },
        ],
      ),
    ).toEqual(['b', 'c'])
  })
})
