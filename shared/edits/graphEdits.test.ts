import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anyProject } from '../fixtures/anyProject.ts'
import { inferGraph } from '../infer.ts'
import type { LayerType } from '../layers/index.ts'
import { newProject } from '../newProject.ts'
import { type Project, projectSchema } from '../project.ts'
import { addInput, addLayerNode, addOutput } from './addNode.ts'
import { connect } from './connect.ts'
import { canInsert, insertOnEdge } from './insertOnEdge.ts'
import { addNote, removeNotes, setNotes } from './notes.ts'
import { removeHealed } from './removeHealed.ts'

const at = { x: 0, y: 0 }
const link = (project: Project, from: string, to: string) =>
  connect(project, { from, out: 'output', to, in: 'input' })

/** input of this shape → the layers, one after the other → output. */
const chain = (shape: number[], ...types: LayerType[]): Project => {
  let { project, node: last } = addInput(newProject('chain'), at, { shape })
  for (const type of types) {
    const added = addLayerNode(project, type, at)
    project = link(added.project, last, added.node)
    last = added.node
  }
  const end = addOutput(project, at)
  return link(end.project, last, end.node)
}
const wires = ({ edges }: Project) => edges.map(({ from, to }) => `${from}>${to}`)

describe('deleting nodes', () => {
  it('connects what fed them to what they fed', () => {
    const project = chain([4], 'dense', 'dropout', 'dense')
    expect(wires(removeHealed(project, ['dropout']))).toEqual([
      'input>dense',
      'dense>dense_1',
      'dense_1>output',
    ])
    expect(wires(removeHealed(project, ['dense', 'dropout', 'dense_1']))).toEqual(['input>output'])
  })
  it('keeps the place of the healed edge among those of a merging port', () => {
    let project = chain([4], 'dense', 'dropout', 'add')
    project = { ...project, edges: project.edges.filter(({ to }) => to !== 'add') }
    project = link(link(project, 'dropout', 'add'), 'dense', 'add')
    const other = addInput(project, at, { shape: [4] })
    project = link(other.project, other.node, 'add')
    const into = removeHealed(project, ['dropout']).edges.filter(({ to }) => to === 'add')
    expect(into.map(({ from }) => from)).toEqual(['dense', 'input_1'])
  })
  it('leaves open what the node behind could not take', () => {
    const project = chain([8, 8, 3], 'conv2d', 'flatten', 'dense')
    const healed = removeHealed(project, ['conv2d'])
    expect(wires(healed)).toContain('input>flatten')
    const flat = chain([4], 'reshape', 'lstm', 'dense')
    const square = {
      ...flat,
      layers: { ...flat.layers, reshape: { type: 'reshape', name: 'r', params: { targetShape: [2, 2] } } },
    }
    expect(inferGraph(square).ok).toBe(true)
    expect(wires(removeHealed(square, ['reshape']))).toEqual(['lstm>dense', 'dense>output'])
  })
  it('leaves open what had no single source', () => {
    let project = chain([4], 'dense', 'add')
    project = link(project, 'input', 'add')
    expect(wires(removeHealed(project, ['add']))).toEqual(['input>dense'])
  })
  it('gives a document that the format accepts, without those nodes, whatever it was', () => {
    fc.assert(
      fc.property(anyProject, fc.array(fc.constantFrom('a', 'b', 'c', 'd')), (project, ids) => {
        const next = removeHealed(project, ids)
        expect(projectSchema.safeParse(next).success).toBe(true)
        for (const id of ids) expect(Object.hasOwn(next.nodes, id)).toBe(false)
        expect(next.edges.length).toBeLessThanOrEqual(project.edges.length)
      }),
      { numRuns: 500 },
    )
  })
})

describe('inserting a node on an edge', () => {
  it('replaces the edge by two, in its place', () => {
    const { project, node } = addLayerNode(chain([4], 'dense', 'dense'), 'dropout', at)
    const edge = project.edges[1]
    if (!edge) throw new Error('The chain has edges.')
    expect(canInsert(project, edge, node)).toBe(true)
    const next = insertOnEdge(project, edge, node)
    expect(wires(next)).toEqual(['input>dense', 'dense>dropout', 'dropout>dense_1', 'dense_1>output'])
    expect(inferGraph(next).ok).toBe(true)
  })
  it('refuses a node that is wired already, has no way through, or is at an end of the edge', () => {
    const { project, node } = addOutput(chain([4], 'dense', 'dense'), at)
    const edge = project.edges[0]
    if (!edge) throw new Error('The chain has edges.')
    for (const id of ['dense', 'dense_1', 'input', node, 'gone']) {
      expect(canInsert(project, edge, id)).toBe(false)
      expect(insertOnEdge(project, edge, id)).toBe(project)
    }
  })
  it('is taken back by deleting the node', () => {
    const { project, node } = addLayerNode(chain([4], 'dense', 'dense'), 'dropout', at)
    for (const edge of project.edges) {
      const next = removeHealed(insertOnEdge(project, edge, node), [node])
      expect(next.edges).toEqual(project.edges)
    }
  })
})

describe('notes', () => {
  it('are added, changed and deleted, with ids of their own', () => {
    const { project, note } = addNote(newProject('notes'), { text: 'why', x: 1, y: 2 })
    const more = addNote(project, { text: 'more', x: 1, y: 2 })
    expect([note, more.note]).toEqual(['note', 'note_1'])
    const changed = setNotes(more.project, { note: { width: 240, text: 'because' }, gone: { text: '' } })
    expect(changed.notes['note']).toEqual({ text: 'because', x: 1, y: 2, width: 240 })
    expect(Object.keys(removeNotes(changed, ['note', 'gone']).notes)).toEqual(['note_1'])
  })
  it('stay the same document when nothing changes', () => {
    const { project } = addNote(newProject('notes'), { text: 'why', x: 1, y: 2 })
    expect(setNotes(project, { note: { x: 1 }, gone: { x: 3 } })).toBe(project)
    expect(removeNotes(project, ['gone'])).toBe(project)
  })
  it('refuse what the format refuses', () => {
    expect(() => addNote(newProject('notes'), { text: 'why', x: Number.NaN, y: 0 })).toThrow('valueInvalid')
  })
})
