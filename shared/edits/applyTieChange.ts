import { groupTree } from '../groups.ts'
import { uniqueName } from '../names.ts'
import { ProblemError } from '../problems.ts'
import { type Edge, type GraphNode, type Group, isCall, type Project } from '../project.ts'
import { groupShape, type GroupShape, splitAddress } from '../ties.ts'
import { patched } from './check.ts'
import { connect, disconnect } from './connect.ts'
import { freeGroupId, ungroup } from './groups.ts'
import { removeNodes } from './removeNodes.ts'
import type { TieChange } from './tieChange.ts'

/** A group that a change is to reach, and its shape before. */
interface Receiver {
  readonly group: string
  readonly was: GroupShape
}

const shapeNow = (project: Project, { group }: Receiver, { title }: TieChange): GroupShape => {
  const shape = groupShape(project, groupTree(project), group)
  if (!shape) throw new ProblemError('groupTied', { title })
  return shape
}

const addGroups = (project: Project, change: TieChange, to: Receiver): Project => {
  let next = project
  for (const [address, added] of change.addedGroups) {
    const { groups } = shapeNow(next, to, change)
    const { group: around, part } = splitAddress(address)
    const parent = groups.get(around)
    if (groups.has(address) || parent === undefined) continue
    // Its ports are said in nodes that may not be here yet: they come last.
    const group = patched<Group>({ ...added, parent, part }, { inputs: undefined, outputs: undefined })
    next = { ...next, groups: { ...next.groups, [freeGroupId(next)]: group } }
  }
  return next
}

/** Puts nodes and groups where they are in the group that changed. */
const moveParts = (project: Project, change: TieChange, to: Receiver): Project => {
  const { groups: places } = shapeNow(project, to, change)
  const nodes = { ...project.nodes }
  const groups = { ...project.groups }
  for (const [from, address] of change.moved) {
    const id = to.was.nodes.get(from)
    const { group: around, part } = splitAddress(address)
    const group = places.get(around)
    const node = id !== undefined && Object.hasOwn(nodes, id) ? nodes[id] : undefined
    if (id !== undefined && node && group !== undefined) nodes[id] = patched(node, { group, part })
  }
  for (const [from, address] of change.movedGroups) {
    const id = to.was.groups.get(from)
    const { group: around, part } = splitAddress(address)
    const parent = places.get(around)
    const group = id !== undefined && Object.hasOwn(groups, id) ? groups[id] : undefined
    if (id !== undefined && group && parent !== undefined) groups[id] = patched(group, { parent, part })
  }
  return change.moved.size || change.movedGroups.size ? { ...project, nodes, groups } : project
}

const dropGroups = (project: Project, { removedGroups }: TieChange, { was }: Receiver): Project =>
  removedGroups.reduce((next, address) => {
    const id = was.groups.get(address)
    return id !== undefined && Object.hasOwn(next.groups, id) ? ungroup(next, id) : next
  }, project)

const addNodes = (project: Project, change: TieChange, to: Receiver): Project => {
  const shape = shapeNow(project, to, change)
  const anchor =
    project.nodes[[...to.was.nodes.values()].find((id) => Object.hasOwn(project.nodes, id)) ?? '']
  const nodes = { ...project.nodes }
  for (const [address, { node, x, y }] of change.added) {
    const { group: around, part } = splitAddress(address)
    const group = shape.groups.get(around)
    if (shape.nodes.has(address) || group === undefined || !isCall(node)) continue
    const id = uniqueName(
      node.layer,
      (name) => Object.hasOwn(nodes, name) || Object.hasOwn(project.layers, name),
    )
    nodes[id] = { ...node, x: (anchor?.x ?? 0) + x, y: (anchor?.y ?? 0) + y, group, part }
  }
  return change.added.size ? { ...project, nodes } : project
}

const setFields = (project: Project, change: TieChange, to: Receiver): Project => {
  if (change.fields.size === 0) return project
  const { nodes: places } = shapeNow(project, to, change)
  const nodes: Record<string, GraphNode> = {}
  for (const [address, fields] of change.fields) {
    const id = places.get(address)
    const node = id === undefined ? undefined : project.nodes[id]
    if (id !== undefined && node) nodes[id] = patched(node, fields as Partial<GraphNode>)
  }
  return { ...project, nodes: { ...project.nodes, ...nodes } }
}

const setEdges = (project: Project, change: TieChange, to: Receiver): Project => {
  if (change.removedEdges.length === 0 && change.addedEdges.length === 0) return project
  const { nodes } = shapeNow(project, to, change)
  const found = (places: ReadonlyMap<string, string>, edge: Edge): readonly Edge[] => {
    const from = places.get(edge.from)
    const end = places.get(edge.to)
    return from !== undefined && end !== undefined ? [{ ...edge, from, to: end }] : []
  }
  const gone = change.removedEdges.flatMap((edge) => found(to.was.nodes, edge))
  const drawn = change.addedEdges.flatMap((edge) => found(nodes, edge))
  return drawn.reduce(connect, disconnect(project, gone))
}

/** The ports of the group that changed, said in the nodes of this one. */
const translated = (value: unknown, change: TieChange, nodes: ReadonlyMap<string, string>): unknown => {
  const idOf = (id: string) => nodes.get(change.addresses.get(id) ?? '')
  if (!Array.isArray(value)) return value
  return value.flatMap((port: Readonly<Record<string, unknown>>) => {
    if (typeof port['from'] === 'string') {
      const from = idOf(port['from'])
      return from === undefined ? [] : [{ ...port, from }]
    }
    if (!Array.isArray(port['to'])) return [port]
    const ends = port['to'].flatMap((end: { node: string; in: string }) => {
      const node = idOf(end.node)
      return node === undefined ? [] : [{ ...end, node }]
    })
    return [{ ...port, to: ends }]
  })
}

const setGroupFields = (project: Project, change: TieChange, to: Receiver): Project => {
  const shape = shapeNow(project, to, change)
  const groups: Record<string, Group> = {}
  const addedPorts = [...change.addedGroups].map(
    ([address, { inputs, outputs }]) =>
      [address, { ...(inputs && { inputs }), ...(outputs && { outputs }) }] as const,
  )
  for (const [address, fields] of [...addedPorts, ...change.groupFields]) {
    const id = shape.groups.get(address)
    const group = id === undefined ? undefined : project.groups[id]
    if (id === undefined || !group) continue
    const said = Object.entries(fields).map(([key, value]) => [key, translated(value, change, shape.nodes)])
    groups[id] = patched(group, Object.fromEntries(said) as Partial<Group>)
  }
  return Object.keys(groups).length ? { ...project, groups: { ...project.groups, ...groups } } : project
}

/** Does in another tied group what was done in one. What is there already is left as it is. */
export const applyChange = (project: Project, change: TieChange, to: Receiver): Project => {
  const gone = change.removed.flatMap((address) => to.was.nodes.get(address) ?? [])
  let next = removeNodes(project, gone)
  // Removing its last call may have taken the group along.
  if (!Object.hasOwn(next.groups, to.group)) return next
  for (const step of [addGroups, moveParts, dropGroups, addNodes, setFields, setEdges, setGroupFields])
    next = step(next, change, to)
  return next
}
