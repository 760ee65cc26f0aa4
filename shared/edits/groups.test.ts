import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anyProject } from '../fixtures/anyProject.ts'
import { indexGraph } from '../graph.ts'
import { groupPorts } from '../groupPorts.ts'
import { groupTree, hidingGroups, membersOf, wholeGroups } from '../groups.ts'
import { newProject } from '../newProject.ts'
import { type Project, projectSchema } from '../project.ts'
import { addInput, addLayerNode } from './addNode.ts'
import { connect, disconnect } from './connect.ts'
import { groupNodes, renamePort, setCollapsed, setExposed, ungroup } from './groups.ts'
import { removeNodes } from './removeNodes.ts'

const at = { x: 0, y: 0 }
const wire = (from: string, to: string, port = 'input') => ({ from, out: 'output', to, in: port })
const portsOf = (project: Project, group: string) =>
  groupPorts(project, indexGraph(project), group, membersOf(groupTree(project), group))

/** Two convolutions fed by one image, joined; a third one that nothing feeds yet. */
const inception = (): Project => {
  let project = addInput(newProject('p'), at, { shape: [8, 8, 3] }).project
  for (const type of ['conv2d', 'conv2d', 'concatenate', 'dense'] as const)
    project = addLayerNode(project, type, at).project
  for (const edge of [
    wire('input', 'conv2d'),
    wire('input', 'conv2d_1'),
    wire('conv2d', 'concatenate'),
    wire('conv2d_1', 'concatenate'),
    wire('concatenate', 'dense'),
  ])
    project = connect(project, edge)
  return project
}
const block = (project = inception(), ids = ['conv2d', 'conv2d_1', 'concatenate']) =>
  groupNodes(project, ids, { title: 'Inception', collapsed: true })

const chosen = fc.array(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'constructor', 'toString', '7'), {
  maxLength: 5,
})

describe('grouping', () => {
  it('makes one port of everything that one outside tensor feeds', () => {
    const { project, group } = block()
    expect(project.groups[group]?.inputs).toEqual([
      {
        name: 'input',
        to: [
          { node: 'conv2d', in: 'input' },
          { node: 'conv2d_1', in: 'input' },
        ],
      },
    ])
    expect(project.groups[group]?.outputs).toEqual([{ name: 'output', from: 'concatenate', out: 'output' }])
  })
  it('keeps the ports of a block when their edges go', () => {
    const { project, group } = block()
    const bare = disconnect(project, [
      wire('input', 'conv2d'),
      wire('input', 'conv2d_1'),
      wire('concatenate', 'dense'),
    ])
    const ports = portsOf(bare, group)
    expect(ports.inputs.map(({ name, to, isConnected }) => [name, to.length, isConnected])).toEqual([
      ['input', 2, false],
    ])
    expect(ports.outputs.map(({ name, isConnected }) => [name, isConnected])).toEqual([['output', false]])
  })
  it('splits a port that two different tensors feed', () => {
    const { project, group } = block()
    const second = addInput(project, at, { shape: [8, 8, 3] })
    const fed = connect(second.project, wire(second.node, 'conv2d_1'))
    expect(portsOf(fed, group).inputs.map(({ name, to }) => [name, to.map(({ node }) => node)])).toEqual([
      ['input', ['conv2d']],
      ['conv2d_1', ['conv2d_1']],
    ])
  })
  it('offers inner ports that still need an edge', () => {
    const loose = addLayerNode(newProject('p'), 'dense', at)
    const { project, group } = groupNodes(loose.project, [loose.node], { title: 'B' })
    expect(portsOf(project, group).inputs).toMatchObject([{ name: 'input', isConnected: false }])
    expect(portsOf(project, group).outputs).toMatchObject([{ name: 'output', isConnected: false }])
  })
  it('takes whole groups along and lies inside the group around all of it', () => {
    const inner = groupNodes(inception(), ['conv2d', 'conv2d_1'], { title: 'Branches' })
    const outer = groupNodes(inner.project, ['conv2d', 'conv2d_1', 'concatenate'], { title: 'Outer' })
    expect(outer.project.groups[inner.group]?.parent).toBe(outer.group)
    const between = groupNodes(outer.project, ['conv2d', 'conv2d_1'], { title: 'Between' })
    const tree = groupTree(between.project)
    expect(tree.parents.get(between.group)).toBe(outer.group)
    expect(tree.parents.get(inner.group)).toBe(between.group)
  })
  it('gives the same graph back when it is taken apart', () => {
    fc.assert(
      fc.property(anyProject, chosen, fc.boolean(), (project, ids, collapsed) => {
        fc.pre(ids.some((id) => Object.hasOwn(project.nodes, id)))
        const { project: grouped, group } = groupNodes(project, ids, { title: 'B', collapsed })
        expect(projectSchema.safeParse(grouped).error?.issues ?? []).toEqual([])
        const members = membersOf(groupTree(grouped), group)
        expect(members).toEqual(expect.arrayContaining(ids.filter((id) => Object.hasOwn(project.nodes, id))))
        const apart = ungroup(grouped, group)
        expect(Object.keys(apart.groups)).toEqual(Object.keys(project.groups))
        expect(apart.edges).toBe(project.edges)
        expect(apart.layers).toBe(project.layers)
        const ungrouped = ({ nodes }: Project) =>
          Object.entries(nodes).map(([id, node]) => [id, { ...node, group: undefined }])
        expect(ungrouped(apart)).toEqual(ungrouped(project))
      }),
    )
  })
})

describe('blocks', () => {
  it('go with their last node, and so do the groups in them', () => {
    const inner = groupNodes(inception(), ['conv2d'], { title: 'Inner' })
    const outer = groupNodes(inner.project, ['conv2d', 'conv2d_1'], { title: 'Outer' })
    const one = removeNodes(outer.project, ['conv2d'])
    expect(Object.keys(one.groups)).toEqual([outer.group])
    expect(removeNodes(one, ['conv2d_1']).groups).toEqual({})
  })
  it('rename ports, never to a name that is taken', () => {
    const { project, group } = block()
    const named = renamePort(project, group, 'inputs', { from: 'input', to: 'image' })
    expect(portsOf(named, group).inputs[0]?.name).toBe('image')
    const second = addInput(named, at)
    const two = connect(second.project, wire(second.node, 'conv2d_1'))
    expect(() => renamePort(two, group, 'inputs', { from: 'conv2d_1', to: 'image' })).toThrow('nameTaken')
  })
  it('expose parameters once and hide them again', () => {
    const { project, group } = block()
    const use = { layer: 'conv2d', param: 'filters' }
    const shown = setExposed(setExposed(project, group, use, true), group, use, true)
    expect(shown.groups[group]?.exposed).toEqual([use])
    expect(setExposed(shown, group, use, false)).toEqual(project)
  })
  it('collapse and expand', () => {
    const { project, group } = block()
    const open = setCollapsed(project, group, false)
    expect(open.groups[group]?.collapsed).toBeUndefined()
    expect(setCollapsed(open, group, true)).toEqual(project)
  })
})

describe('the tree of groups', () => {
  it('hides nodes by the outermost collapsed group', () => {
    const inner = groupNodes(inception(), ['conv2d'], { title: 'Inner', collapsed: true })
    const outer = groupNodes(inner.project, ['conv2d', 'conv2d_1'], { title: 'Outer', collapsed: true })
    const tree = groupTree(outer.project)
    expect(hidingGroups(outer.project, tree).get(inner.group)).toBe(outer.group)
    const open = setCollapsed(outer.project, outer.group, false)
    expect(hidingGroups(open, tree).get(inner.group)).toBe(inner.group)
    expect(hidingGroups(open, tree).get(outer.group)).toBeNull()
  })
  it('ends for groups that lie in each other', () => {
    fc.assert(
      fc.property(anyProject, (project) => {
        const tree = groupTree(project)
        for (const id of Object.keys(project.groups)) membersOf(tree, id)
        const held = Object.keys(project.groups).flatMap((id) => tree.nodes.get(id) ?? [])
        expect(new Set(held).size).toBe(held.length)
        expect([...hidingGroups(project, tree).keys()].toSorted()).toEqual(
          Object.keys(project.groups).toSorted(),
        )
        const whole = wholeGroups(tree, Object.keys(project.nodes))
        expect(whole.every((id) => !whole.includes(tree.parents.get(id) ?? ''))).toBe(true)
      }),
    )
  })
  it('never gives two ports of a side one name', () => {
    fc.assert(
      fc.property(anyProject, (project) => {
        for (const id of Object.keys(project.groups)) {
          const { inputs, outputs } = portsOf(project, id)
          for (const side of [inputs, outputs])
            expect(new Set(side.map(({ name }) => name)).size).toBe(side.length)
        }
      }),
    )
  })
})
