import { findNode, layerOf } from '../graph.ts'
import {
  commonGroup,
  groupOf,
  groupsAround,
  groupsWithin,
  groupTree,
  layersCalled,
  membersOf,
} from '../groups.ts'
import { inferGraph } from '../infer.ts'
import { findLayer } from '../layers/index.ts'
import { paramValues } from '../layers/values.ts'
import { nodeTitle, uniqueName } from '../names.ts'
import { type Problem, ProblemError } from '../problems.ts'
import {
  type CallNode,
  type GraphNode,
  type Group,
  isCall,
  type LayerEntry,
  type Project,
} from '../project.ts'
import { groupShape, tiesOf } from '../ties.ts'
import { patched } from './check.ts'
import { freeGroupId, type Grouped } from './groups.ts'

const callAt = (project: Project, id: string): CallNode => {
  const node = findNode(project, id)
  if (!node || !isCall(node)) throw new ProblemError('notShareable')
  return node
}

/** The shapes that a layer's weights would have at a node, or null while they can't be known. */
const weightShapes = (project: Project, layer: LayerEntry, node: string): string | null => {
  const definition = findLayer(layer.type)
  const inputs = inferGraph(project).nodes[node]?.inputs
  const checked = definition && paramValues(definition, layer.params)
  if (!definition || !inputs || !checked || 'problems' in checked) return null
  const isComplete = definition.inputs.every(({ name, optional }) => optional || inputs[name]?.length)
  if (!isComplete) return null
  if ('problem' in definition.infer(inputs, checked.values)) return null
  return definition
    .weights(inputs, checked.values)
    .map(({ shape }) => `[${shape.join(', ')}]`)
    .join(', ')
}

/** Why two nodes can't call one layer: different types, or weights of different shapes. Null when they can. */
export const shareProblem = (project: Project, first: string, second: string): Problem | null => {
  const [one, other] = [callAt(project, first), callAt(project, second)]
  const [layer, replaced] = [layerOf(project, one), layerOf(project, other)]
  if (!layer || layer.type !== replaced?.type)
    return {
      code: 'shareTypesDiffer',
      values: { first: nodeTitle(project, one), second: nodeTitle(project, other) },
    }
  const needed = weightShapes(project, layer, first)
  const found = weightShapes(project, layer, second)
  return needed !== null && found !== null && needed !== found
    ? { code: 'sharedShapesDiffer', values: { needed, found } }
    : null
}

const withoutLayers = (project: Project, ids: readonly string[]): Project => {
  const called = new Set(layersCalled(project, Object.keys(project.nodes)))
  const gone = new Set(ids.filter((id) => !called.has(id)))
  if (gone.size === 0) return project
  const layers = Object.entries(project.layers).filter(([id]) => !gone.has(id))
  return { ...project, layers: Object.fromEntries(layers) }
}

/** Makes a node call the layer of another one; its own layer goes when nobody else calls it. Throws `shareProblem`. */
export const shareLayer = (project: Project, first: string, second: string): Project => {
  const problem = shareProblem(project, first, second)
  if (problem) throw new ProblemError(problem.code, problem.values)
  const [one, other] = [callAt(project, first), callAt(project, second)]
  if (one.layer === other.layer) return project
  const nodes = { ...project.nodes, [second]: { ...other, layer: one.layer } }
  return withoutLayers({ ...project, nodes }, [other.layer])
}

/** The group and all in it with parts, so that it can be tied: those they have, else their own ids. */
const withParts = (project: Project, group: string): Project => {
  const tree = groupTree(project)
  const nodes = { ...project.nodes }
  const groups = { ...project.groups }
  for (const id of groupsWithin(tree, group)) {
    const taken = new Set<string>()
    const part = (known: string | undefined, key: string) => {
      const next = uniqueName(known ?? key, (name) => taken.has(name))
      taken.add(next)
      return next
    }
    for (const key of tree.nodes.get(id) ?? []) {
      const node = nodes[key]
      if (node && isCall(node)) nodes[key] = patched(node, { part: part(node.part, key) })
    }
    for (const key of tree.groups.get(id) ?? []) {
      const inner = groups[key]
      if (inner) groups[key] = patched(inner, { part: part(inner.part, key) })
    }
  }
  return { ...project, nodes, groups }
}

/** Ports of a copied group that lead to copied nodes. */
const portsOf = ({ inputs, outputs }: Group, ids: ReadonlyMap<string, string>): Partial<Group> => ({
  ...(inputs && {
    inputs: inputs.map((port) => ({
      ...port,
      to: port.to.flatMap((end) => (ids.has(end.node) ? [{ ...end, node: ids.get(end.node) ?? '' }] : [])),
    })),
  }),
  ...(outputs && {
    outputs: outputs.flatMap((port) =>
      ids.has(port.from) ? [{ ...port, from: ids.get(port.from) ?? '' }] : [],
    ),
  }),
})

/**
 * Calls a whole group a second time: new nodes that call the same layers, with the same edges among them, in a new group
 * that is tied to the first. Inputs and outputs of the model stay with the first. `shift` is the way to its place.
 */
export const shareGroup = (
  start: Project,
  group: string,
  shift: { readonly x: number; readonly y: number },
): Grouped => {
  const first = Object.hasOwn(start.groups, group) ? start.groups[group] : undefined
  if (!first) throw new ProblemError('groupMissing', { group })
  const project = withParts(start, group)
  const tree = groupTree(project)
  const calls = membersOf(tree, group).filter((id) => isCall(project.nodes[id] as GraphNode))
  if (calls.length === 0) throw new ProblemError('notShareable')
  const mark =
    first.same ?? uniqueName('tie', (name) => Object.values(start.groups).some(({ same }) => same === name))
  const groups = { ...project.groups, [group]: { ...first, ...project.groups[group], same: mark } }
  const groupIds = new Map<string, string>()
  for (const id of groupsWithin(tree, group)) {
    const copy = freeGroupId({ groups }, id.replace(/_\d+$/, ''))
    groupIds.set(id, copy)
    groups[copy] = { ...(groups[id] as Group) }
  }
  const nodes = { ...project.nodes }
  const ids = new Map<string, string>()
  for (const id of calls) {
    const node = nodes[id] as CallNode
    const copy = uniqueName(
      node.layer,
      (name) => Object.hasOwn(nodes, name) || Object.hasOwn(project.layers, name),
    )
    ids.set(id, copy)
    const inner = groupIds.get(groupOf(project, id) ?? '') ?? group
    nodes[copy] = { ...node, x: node.x + shift.x, y: node.y + shift.y, group: inner }
  }
  for (const [id, copy] of groupIds) {
    const one = groups[copy] as Group
    const parent = id === group ? one.parent : groupIds.get(one.parent ?? '')
    groups[copy] = patched({ ...one, ...portsOf(one, ids) }, { parent })
  }
  const edges = project.edges.flatMap((edge) => {
    const from = ids.get(edge.from)
    const to = ids.get(edge.to)
    return from === undefined || to === undefined ? [] : [{ ...edge, from, to }]
  })
  return {
    project: { ...project, nodes, groups, edges: [...project.edges, ...edges] },
    group: groupIds.get(group) ?? group,
  }
}

/** Copies of layers, with names of their own; pairs each with its copy's id. */
const copied = (
  project: Project,
  ids: readonly string[],
): { project: Project; copies: ReadonlyMap<string, string> } => {
  const layers = { ...project.layers }
  const names = new Set(Object.values(layers).map(({ name }) => name))
  const copies = new Map<string, string>()
  const isTaken = (id: string) => Object.hasOwn(layers, id) || Object.hasOwn(project.nodes, id)
  for (const id of ids) {
    const layer = Object.hasOwn(layers, id) ? layers[id] : undefined
    if (!layer) continue
    const name = uniqueName(layer.name.replace(/_\d+$/, ''), (candidate) => names.has(candidate))
    names.add(name)
    const copy = uniqueName(id.replace(/_\d+$/, '') || id, isTaken)
    layers[copy] = { ...layer, name }
    copies.set(id, copy)
  }
  return { project: { ...project, layers }, copies }
}

const recalled = (project: Project, ids: readonly string[], copies: ReadonlyMap<string, string>): Project => {
  const nodes = { ...project.nodes }
  for (const id of ids) {
    const node = nodes[id]
    const copy = node && isCall(node) ? copies.get(node.layer) : undefined
    if (node && copy !== undefined) nodes[id] = { ...node, layer: copy }
  }
  return { ...project, nodes }
}

/** The nodes that stand at a node's place in groups tied to one around it, itself included. */
export const twinsOf = (project: Project, id: string): ReadonlySet<string> => {
  const twins = new Set([id])
  const ties = [...tiesOf(project).values()]
  if (ties.length === 0) return twins
  const tree = groupTree(project)
  for (const one of twins)
    for (const around of groupsAround(tree, groupOf(project, one))) {
      const tied = ties.find((groups) => groups.includes(around)) ?? []
      const address = tied.length ? groupShape(project, tree, around)?.nodeAddresses.get(one) : undefined
      for (const other of address === undefined ? [] : tied) {
        const twin = groupShape(project, tree, other)?.nodes.get(address ?? '')
        if (twin !== undefined) twins.add(twin)
      }
    }
  return twins
}

const callers = (project: Project, layer: string): readonly string[] =>
  Object.entries(project.nodes).flatMap(([id, node]) => (isCall(node) && node.layer === layer ? [id] : []))

/**
 * Gives a node a layer of its own, a copy of the one it shared; so do its twins in tied groups, together. Throws groupTied
 * when only its tied group shares the layer, for then the group is what to separate.
 */
export const unshareNode = (project: Project, id: string): Project => {
  const { layer } = callAt(project, id)
  const calls = callers(project, layer)
  if (calls.length < 2) return project
  const twins = twinsOf(project, id)
  if (calls.every((call) => twins.has(call))) {
    const tree = groupTree(project)
    const ties = new Set([...tiesOf(project).values()].flat())
    const tied = groupsAround(tree, groupOf(project, id)).find((group) => ties.has(group))
    throw new ProblemError('groupTied', { title: project.groups[tied ?? '']?.title ?? '' })
  }
  const { project: next, copies } = copied(project, [layer])
  return recalled(next, [...twins], copies)
}

/**
 * Gives a group layers of its own wherever it shares them with nodes outside it, and unties it. Throws groupTied when a
 * tied group around it keeps it the same as its twin.
 */
export const unshareGroup = (project: Project, group: string): Project => {
  const tree = groupTree(project)
  const members = new Set(membersOf(tree, group))
  const shared = layersCalled(project, [...members]).filter((layer) =>
    callers(project, layer).some((id) => !members.has(id)),
  )
  const ties = tiesOf(project)
  const tied = new Set([...ties.values()].flat())
  const outer = groupsAround(tree, tree.parents.get(group) ?? null).find((id) => tied.has(id))
  if (outer !== undefined && shared.length) {
    const isOnlyTwins = shared.every((layer) => {
      const [call] = callers(project, layer).filter((id) => members.has(id))
      const twins = twinsOf(project, call ?? '')
      return callers(project, layer).every((id) => members.has(id) || twins.has(id))
    })
    if (isOnlyTwins) throw new ProblemError('groupTied', { title: project.groups[outer]?.title ?? '' })
  }
  const { project: next, copies } = copied(project, shared)
  const groups = { ...next.groups }
  const inside = groupsWithin(tree, group)
  for (const id of inside) {
    const one = groups[id]
    // Ties among groups inside stay; ties to groups outside end.
    const isInner =
      one?.same !== undefined && id !== group && ties.get(one.same)?.every((other) => inside.includes(other))
    if (one?.same !== undefined && !isInner) groups[id] = patched(one, { same: undefined })
    const exposed = one?.exposed?.map((use) => ({ ...use, layer: copies.get(use.layer) ?? use.layer }))
    const current = groups[id]
    if (exposed && current) groups[id] = { ...current, exposed }
  }
  return recalled({ ...next, groups }, [...members], copies)
}

/** The innermost group around all these nodes that is tied to others, or null. */
export const tiedGroupOf = (project: Project, ids: readonly string[]): string | null => {
  const tied = new Set([...tiesOf(project).values()].flat())
  const tree = groupTree(project)
  return groupsAround(tree, commonGroup(project, tree, ids)).find((id) => tied.has(id)) ?? null
}
