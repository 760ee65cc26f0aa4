import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anyProject } from '../fixtures/anyProject.ts'
import { groupTree, membersOf } from '../groups.ts'
import { inferGraph } from '../infer.ts'
import { newProject } from '../newProject.ts'
import { ProblemError } from '../problems.ts'
import { isCall, type Project, projectSchema } from '../project.ts'
import { tiesOf } from '../ties.ts'
import { addCall, addInput, addLayerNode } from './addNode.ts'
import { connect, disconnect } from './connect.ts'
import { groupNodes, renameGroup, setExposed, ungroup } from './groups.ts'
import { mirrorTied } from './mirrorTied.ts'
import { removeNodes } from './removeNodes.ts'
import { moveNodes, setParam } from './setValues.ts'
import { shareGroup, shareLayer, tiedGroupOf, twinsOf, unshareGroup, unshareNode } from './shareLayers.ts'

const at = { x: 0, y: 0 }
const below = { x: 0, y: 400 }
const wire = (from: string, to: string) => ({ from, out: 'output', to, in: 'input' })
type Edit = (project: Project) => Project
/** An edit as the page makes it: what it does to one tied group reaches the others. */
const edited = (project: Project, edit: Edit): Project => mirrorTied(project, edit(project))

const tower = (): Project => {
  let project = addInput(newProject('p'), at, { shape: [8] }).project
  for (const x of [200, 400, 600]) project = addLayerNode(project, 'dense', { x, y: 0 }).project
  for (const edge of [wire('input', 'dense'), wire('dense', 'dense_1'), wire('dense_1', 'dense_2')])
    project = connect(project, edge)
  return project
}
/** Two towers of two dense layers each, both fed by one input, the first one feeding dense_2. */
const towers = () => {
  const { project, group } = groupNodes(tower(), ['dense', 'dense_1'], { title: 'Tower' })
  const second = shareGroup(project, group, below)
  const [head = ''] = membersOf(groupTree(second.project), second.group)
  return { project: connect(second.project, wire('input', head)), first: group, second: second.group }
}
const members = (project: Project, group: string) => membersOf(groupTree(project), group)
const layersOf = (project: Project, group: string) =>
  members(project, group).map((id) => {
    const node = project.nodes[id]
    return node && isCall(node) ? node.layer : ''
  })
const inner = (project: Project, group: string) => {
  const ids = members(project, group)
  const at = new Map(ids.map((id, index) => [id, index]))
  return project.edges.flatMap(({ from, to, in: port }) =>
    at.has(from) && at.has(to) ? [[at.get(from), at.get(to), port]] : [],
  )
}

describe('using the same weights', () => {
  it('makes a node call the layer of another, and drops the layer that nobody calls any more', () => {
    const { project } = addLayerNode(tower(), 'dense', at)
    const shared = shareLayer(project, 'dense_2', 'dense_3')
    expect(shared.nodes['dense_3']).toMatchObject({ layer: 'dense_2' })
    expect(Object.keys(shared.layers)).toEqual(['dense', 'dense_1', 'dense_2'])
  })
  it('refuses other types, and weights that would have another shape', () => {
    const project = setParam(addLayerNode(tower(), 'dropout', at).project, 'dense', 'units', 3)
    expect(() => shareLayer(project, 'dense', 'dropout')).toThrow('shareTypesDiffer')
    expect(() => shareLayer(project, 'dense', 'dense_1')).toThrow('sharedShapesDiffer')
    expect(() => shareLayer(project, 'dense', 'input')).toThrow('notShareable')
  })
  it('shares a layer whose initial state alone is connected: its weights are not known yet', () => {
    const two = addLayerNode(addLayerNode(tower(), 'lstm', at).project, 'lstm', at).project
    const project = connect(two, { from: 'dense', out: 'output', to: 'lstm', in: 'h' })
    expect(shareLayer(project, 'lstm', 'lstm_1').nodes['lstm_1']).toMatchObject({ layer: 'lstm' })
  })
  it('calls a whole group again and counts its weights once', () => {
    const { project, first, second } = towers()
    expect(layersOf(project, second)).toEqual(layersOf(project, first))
    expect(inner(project, second)).toEqual(inner(project, first))
    expect(project.groups[second]?.title).toBe('Tower')
    expect(inferGraph(project).parameters.total).toBe(inferGraph(tower()).parameters.total)
    expect([...tiesOf(project).values()]).toEqual([[first, second]])
    const third = shareGroup(project, second, below)
    expect([...tiesOf(third.project).values()]).toEqual([[first, second, third.group]])
  })
})

describe('edits in one of several tied groups', () => {
  it('add, wire and remove nodes in the others', () => {
    const { project, first, second } = towers()
    const grown = edited(project, (before) => {
      const added = addLayerNode(before, 'dropout', { x: 300, y: 0, group: first })
      const cut = disconnect(added.project, [wire('dense', 'dense_1')])
      return connect(connect(cut, wire('dense', added.node)), wire(added.node, 'dense_1'))
    })
    expect(layersOf(grown, second)).toEqual(layersOf(grown, first))
    expect(inner(grown, second)).toEqual(inner(grown, first))
    expect(members(grown, second)).toHaveLength(3)
    const twin = [...twinsOf(grown, 'dropout')].find((id) => id !== 'dropout') ?? ''
    expect(grown.nodes[twin]).toMatchObject({ x: 300, y: 400 })
    const cut = edited(grown, (before) => removeNodes(before, [twin]))
    expect(layersOf(cut, first)).toEqual(['dense', 'dense_1'])
    expect(Object.keys(cut.layers)).not.toContain('dropout')
  })
  it('rename, expose and mark in the others, but move in one', () => {
    const { project, first, second } = towers()
    const use = { layer: 'dense', param: 'units' }
    const named = edited(project, (before) =>
      setExposed(renameGroup(before, second, 'Encoder'), second, use, true),
    )
    expect(named.groups[first]).toMatchObject({ title: 'Encoder', exposed: [use] })
    const marked = edited(project, (before) => {
      const node = before.nodes['dense']
      return node ? { ...before, nodes: { ...before.nodes, dense: { ...node, bypassed: true } } } : before
    })
    for (const id of twinsOf(marked, 'dense')) expect(marked.nodes[id]).toMatchObject({ bypassed: true })
    const moved = edited(project, (before) => moveNodes(before, { dense: { x: 7, y: 7 } }))
    expect(members(moved, second).map((id) => moved.nodes[id]?.x)).toEqual([200, 400])
  })
  it('group nodes in the others too, and take such groups apart in all', () => {
    const { project, first, second } = towers()
    const nested = edited(
      project,
      (before) => groupNodes(before, ['dense', 'dense_1'].slice(0, 1), { title: 'In' }).project,
    )
    expect(groupTree(nested).groups.get(second)).toHaveLength(1)
    expect([...tiesOf(nested).values()]).toEqual([[first, second]])
    const [sub = ''] = groupTree(nested).groups.get(first) ?? []
    const flat = edited(nested, (before) => ungroup(before, sub))
    expect(Object.keys(flat.groups)).toEqual([first, second])
    expect([...tiesOf(flat).values()]).toEqual([[first, second]])
  })
  it('refuse to take a node out of one group only', () => {
    const { project } = towers()
    expect(() =>
      edited(project, (before) => groupNodes(before, ['dense', 'dense_2'], { title: 'X' }).project),
    ).toThrow('groupTied')
  })
  it('leave the others alone when a group is deleted or dissolved whole', () => {
    const { project, first, second } = towers()
    const gone = edited(project, (before) => removeNodes(before, members(before, second)))
    expect(members(gone, first)).toEqual(['dense', 'dense_1'])
    expect(Object.keys(gone.layers)).toHaveLength(3)
    const loose = edited(project, (before) => ungroup(before, second))
    expect(Object.keys(loose.groups)).toEqual([first])
  })
  it('reach from a tied group inside to every other one', () => {
    const start = towers()
    const nested = edited(start.project, (before) => groupNodes(before, ['dense'], { title: 'Cell' }).project)
    const cell = groupTree(nested).groups.get(start.first)?.[0] ?? ''
    const doubled = edited(nested, (before) => shareGroup(before, cell, { x: 0, y: 100 }).project)
    const cells = [...tiesOf(doubled).values()].find((groups) => groups.includes(cell)) ?? []
    expect(cells).toHaveLength(4)
    const grown = edited(doubled, (before) => addLayerNode(before, 'dropout', { ...at, group: cell }).project)
    expect(cells.map((id) => layersOf(grown, id))).toEqual(cells.map(() => ['dense', 'dropout']))
  })
})

describe('unsharing', () => {
  it('splits one call off with a copy of its layer', () => {
    const { project, node } = addCall(setParam(tower(), 'dense', 'units', 5), 'dense', at)
    const apart = unshareNode(project, node)
    expect(apart.nodes[node]).toMatchObject({ layer: 'dense_4' })
    expect(apart.layers['dense_4']).toEqual({ type: 'dense', name: 'dense_3', params: { units: 5 } })
    expect(unshareNode(apart, node)).toBe(apart)
  })
  it('splits a group off with copies of all it shared', () => {
    const { project, first, second } = towers()
    const apart = unshareGroup(project, second)
    expect(layersOf(apart, first)).toEqual(['dense', 'dense_1'])
    expect(layersOf(apart, second)).toEqual(['dense_4', 'dense_5'])
    expect(tiesOf(apart).size).toBe(0)
    const one = inferGraph(tower()).parameters.total
    expect(inferGraph(apart).parameters.total).toBe(
      2 * one - (inferGraph(tower()).nodes['dense_2']?.parameters ?? 0),
    )
  })
  it('refuses to split one node of a tied group from its twin', () => {
    const { project, first } = towers()
    expect(() => unshareNode(project, 'dense')).toThrow('groupTied')
    expect(tiedGroupOf(project, ['dense'])).toBe(first)
  })
  it('splits a node and its twins together from calls outside', () => {
    const { project, first, second } = towers()
    const called = addCall(project, 'dense', at)
    const apart = edited(called.project, (before) => unshareNode(before, 'dense'))
    expect(layersOf(apart, first)).toEqual(layersOf(apart, second))
    expect(apart.nodes[called.node]).toMatchObject({ layer: 'dense' })
    expect(layersOf(apart, first)[0]).not.toBe('dense')
  })
})

const index = fc.nat(30)
const pick = (ids: readonly string[], at: number) => ids[at % Math.max(1, ids.length)] ?? 'none'
const anyEdit: fc.Arbitrary<Edit> = fc.oneof(
  fc.tuple(fc.constantFrom('dense' as const, 'dropout' as const, 'concatenate' as const), index).map(
    ([type, group]): Edit =>
      (project) =>
        addLayerNode(project, type, { ...at, group: pick(Object.keys(project.groups), group) }).project,
  ),
  fc.tuple(index, index).map(
    ([from, to]): Edit =>
      (project) =>
        connect(project, wire(pick(Object.keys(project.nodes), from), pick(Object.keys(project.nodes), to))),
  ),
  index.map(
    (edge): Edit =>
      (project) =>
        disconnect(project, project.edges.slice(edge % 10, (edge % 10) + 1)),
  ),
  fc.array(index, { maxLength: 2 }).map(
    (nodes): Edit =>
      (project) =>
        removeNodes(
          project,
          nodes.map((node) => pick(Object.keys(project.nodes), node)),
        ),
  ),
  fc.array(index, { minLength: 1, maxLength: 3 }).map(
    (nodes): Edit =>
      (project) =>
        groupNodes(
          project,
          nodes.map((node) => pick(Object.keys(project.nodes), node)),
          { title: 'g' },
        ).project,
  ),
  index.map(
    (group): Edit =>
      (project) =>
        ungroup(project, pick(Object.keys(project.groups), group)),
  ),
  index.map(
    (group): Edit =>
      (project) =>
        shareGroup(project, pick(Object.keys(project.groups), group), below).project,
  ),
  index.map(
    (group): Edit =>
      (project) =>
        unshareGroup(project, pick(Object.keys(project.groups), group)),
  ),
  index.map(
    (node): Edit =>
      (project) =>
        unshareNode(project, pick(Object.keys(project.nodes), node)),
  ),
  fc.tuple(index, index).map(
    ([one, other]): Edit =>
      (project) =>
        shareLayer(project, pick(Object.keys(project.nodes), one), pick(Object.keys(project.nodes), other)),
  ),
)

const attempt = (project: Project, edit: Edit): Project => {
  try {
    return edited(project, edit)
  } catch (error) {
    if (error instanceof ProblemError) return project
    throw error
  }
}

const marksOf = (project: Project) =>
  Object.entries(project.groups).flatMap(([id, { same }]) =>
    same === undefined ? [] : [[id, same] as const],
  )

describe('tied groups under any sequence of edits', () => {
  it('stay alike, in documents that the format accepts', () => {
    fc.assert(
      fc.property(fc.array(anyEdit, { minLength: 5, maxLength: 25 }), (edits) => {
        let { project } = towers()
        for (const edit of edits) {
          project = attempt(project, edit)
          const tied = tiesOf(project)
          for (const [id, same] of marksOf(project)) {
            const others = marksOf(project).filter(([, mark]) => mark === same)
            // Every group that bears a mark is alike with all others that bear it; one alone is nothing special.
            if (others.length > 1) expect(tied.get(same)).toContain(id)
          }
        }
        expect(projectSchema.safeParse(project).error?.issues ?? []).toEqual([])
        const edges = project.edges.map(
          ({ from, to }) => Object.hasOwn(project.nodes, from) && Object.hasOwn(project.nodes, to),
        )
        expect(edges).not.toContain(false)
        inferGraph(project)
      }),
      { numRuns: 300 },
    )
  })
  it('never throw anything but problems, in any document', () => {
    fc.assert(
      fc.property(anyProject, fc.array(anyEdit, { maxLength: 8 }), (start, edits) => {
        let project = start
        for (const edit of edits) project = attempt(project, edit)
        expect(projectSchema.safeParse(project).error?.issues ?? []).toEqual([])
      }),
      { numRuns: 200 },
    )
  })
})
