import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addLayerNode } from './edits/addNode.ts'
import { connect } from './edits/connect.ts'
import { groupNodes, setExposed } from './edits/groups.ts'
import { insertFragment } from './edits/insertFragment.ts'
import { shareGroup } from './edits/shareLayers.ts'
import { anyProject } from './fixtures/anyProject.ts'
import { copyFragment } from './fragment.ts'
import { indexGraph } from './graph.ts'
import { groupPorts } from './groupPorts.ts'
import { groupTree, membersOf } from './groups.ts'
import { newProject } from './newProject.ts'
import { type Project, projectSchema } from './project.ts'
import { savedBlock, savedBlockSchema } from './savedBlock.ts'
import { tiesOf } from './ties.ts'

const wire = (from: string, to: string) => ({ from, out: 'output', to, in: 'input' })
const at = (x: number) => ({ x, y: 40 })
const none = { shift: { x: 0, y: 0 }, into: undefined }

/** A group of two dense layers that shows the first one's units. */
const head = () => {
  let project = addLayerNode(newProject('p'), 'dense', at(100), { params: { units: 5 } }).project
  project = addLayerNode(project, 'dense', at(400)).project
  project = connect(project, wire('dense', 'dense_1'))
  const made = groupNodes(project, ['dense', 'dense_1'], { title: 'Head' })
  return { ...made, project: setExposed(made.project, made.group, { layer: 'dense', param: 'units' }, true) }
}
const outline = (project: Project) =>
  Object.entries(project.groups).map(([id, { title }]) => [title, membersOf(groupTree(project), id).length])

describe('a saved block', () => {
  it('comes back as copies of its own, with its ports and the parameters it shows', () => {
    const { project, group } = head()
    const block = savedBlock(project, group, 'Head')
    let next = newProject('other')
    for (const x of [0, 500, 1000])
      next = insertFragment(next, block, { shift: { x, y: 0 }, into: undefined }).project
    expect(Object.values(next.layers).map(({ name, params }) => [name, params['units']])).toEqual([
      ['dense', 5],
      ['dense_1', undefined],
      ['dense_2', 5],
      ['dense_3', undefined],
      ['dense_4', 5],
      ['dense_5', undefined],
    ])
    expect(Object.values(next.groups).map(({ exposed }) => exposed?.[0]?.layer)).toEqual([
      'dense',
      'dense_2',
      'dense_4',
    ])
    const [, second = ''] = Object.keys(next.groups)
    const members = membersOf(groupTree(next), second)
    const { inputs, outputs } = groupPorts(next, indexGraph(next), second, members)
    expect([inputs.map(({ name }) => name), outputs.map(({ name }) => name)]).toEqual([['input'], ['output']])
    expect(Object.values(next.nodes).map(({ x }) => x)).toEqual([0, 300, 500, 800, 1000, 1300])
    expect(next.groups[second]?.collapsed).toBe(true)
  })
  it('is always one that is accepted again', () => {
    fc.assert(
      fc.property(anyProject, (project) => {
        const tree = groupTree(project)
        for (const group of Object.keys(project.groups)) {
          const members = membersOf(tree, group)
          const isWhole = members.every((id) => {
            const node = project.nodes[id]
            return node && (!('layer' in node) || Object.hasOwn(project.layers, String(node.layer)))
          })
          if (members.length === 0 || !isWhole) continue
          const block = savedBlock(project, group, 'B')
          expect(savedBlockSchema.safeParse(JSON.parse(JSON.stringify(block))).error?.issues ?? []).toEqual(
            [],
          )
        }
      }),
      { numRuns: 300 },
    )
  })
})

describe('a copied piece of a graph', () => {
  it('keeps groups that are in it whole, nested ones too, and puts parts into the group it goes to', () => {
    const { project, group } = head()
    const nested = groupNodes(project, ['dense'], { title: 'Inner' }).project
    const whole = insertFragment(nested, copyFragment(nested, ['dense', 'dense_1']), none)
    expect(outline(whole.project)).toEqual([
      ['Head', 2],
      ['Inner', 1],
      ['Head', 2],
      ['Inner', 1],
    ])
    const part = insertFragment(nested, copyFragment(nested, ['dense_1']), { ...none, into: group })
    expect(outline(part.project)).toEqual([
      ['Head', 3],
      ['Inner', 1],
    ])
  })
  it('ties what is tied in it, and nothing to what it came from', () => {
    const { project, group } = head()
    const tied = shareGroup(project, group, { x: 0, y: 300 })
    const one = insertFragment(tied.project, copyFragment(tied.project, ['dense', 'dense_1']), none)
    expect(tiesOf(one.project)).toEqual(tiesOf(tied.project))
    const both = insertFragment(
      tied.project,
      copyFragment(tied.project, Object.keys(tied.project.nodes)),
      none,
    )
    expect([...tiesOf(both.project).values()].map((groups) => groups.length)).toEqual([2, 2])
    expect(Object.keys(both.project.layers)).toHaveLength(4)
  })
  it('never leads to a document that the format refuses', () => {
    fc.assert(
      fc.property(anyProject, anyProject, (from, to) => {
        const { project } = insertFragment(to, copyFragment(from, Object.keys(from.nodes)), none)
        expect(projectSchema.safeParse(project).error?.issues ?? []).toEqual([])
      }),
      { numRuns: 300 },
    )
  })
})
