import { isCall, type Project } from './project.ts'

/** How groups lie in each other and what they hold. Safe for any document: a missing parent, or one that leads back, counts as none. */
export interface GroupTree {
  /** By group id: the group around it. */
  readonly parents: ReadonlyMap<string, string | null>
  /** By group id: the nodes directly in it, in document order. */
  readonly nodes: ReadonlyMap<string, readonly string[]>
  /** By group id: the groups directly in it. */
  readonly groups: ReadonlyMap<string, readonly string[]>
}

type Grouped = Pick<Project, 'nodes' | 'groups'>

const own = (groups: Project['groups'], id: string | undefined): string | null =>
  id !== undefined && Object.hasOwn(groups, id) ? id : null

/** The parents of all groups without those that lead back to where they came from. */
const acyclicParents = (groups: Project['groups']): Map<string, string | null> => {
  const parents = new Map<string, string | null>()
  for (const start of Object.keys(groups)) {
    const path = new Set<string>()
    let at: string | null = start
    while (at !== null && !parents.has(at) && !path.has(at)) {
      path.add(at)
      at = own(groups, groups[at]?.parent)
    }
    let isLoop = false
    for (const id of path) {
      if (id === at) isLoop = true
      parents.set(id, isLoop ? null : own(groups, groups[id]?.parent))
    }
  }
  return parents
}

/** Reads the tree of a document's groups. */
export const groupTree = ({ nodes, groups }: Grouped): GroupTree => {
  const parents = acyclicParents(groups)
  const inner = new Map<string, string[]>(Object.keys(groups).map((id) => [id, []]))
  const members = new Map<string, string[]>(Object.keys(groups).map((id) => [id, []]))
  for (const [id, parent] of parents) if (parent !== null) inner.get(parent)?.push(id)
  for (const [id, { group }] of Object.entries(nodes)) if (group !== undefined) members.get(group)?.push(id)
  return { parents, nodes: members, groups: inner }
}

/** The group that a node is directly in, or null. */
export const groupOf = ({ nodes, groups }: Grouped, id: string): string | null =>
  Object.hasOwn(nodes, id) ? own(groups, nodes[id]?.group) : null

/** A group and all groups in it, outer ones first. */
export const groupsWithin = ({ groups }: GroupTree, id: string): readonly string[] => {
  const found = [id]
  for (const one of found) found.push(...(groups.get(one) ?? []))
  return found
}

/** Every node in a group, however deep. */
export const membersOf = (tree: GroupTree, id: string): readonly string[] =>
  groupsWithin(tree, id).flatMap((one) => tree.nodes.get(one) ?? [])

/** The group itself and those around it, from the inside out; empty for null. */
export const groupsAround = ({ parents }: GroupTree, id: string | null): readonly string[] => {
  const around: string[] = []
  for (let at = id; at !== null; at = parents.get(at) ?? null) around.push(at)
  return around
}

/** The innermost group around all these nodes, or null. */
export const commonGroup = (project: Grouped, tree: GroupTree, ids: readonly string[]): string | null => {
  const chains = ids.map((id) => groupsAround(tree, groupOf(project, id)))
  return chains[0]?.find((group) => chains.every((chain) => chain.includes(group))) ?? null
}

/** By group id: the outermost collapsed group that hides its nodes, itself included; null where they are seen. */
export const hidingGroups = ({ groups }: Grouped, tree: GroupTree): ReadonlyMap<string, string | null> => {
  const hiding = new Map<string, string | null>()
  const roots = [...tree.parents].filter(([, parent]) => parent === null).map(([id]) => id)
  for (const root of roots)
    for (const id of groupsWithin(tree, root)) {
      const above = hiding.get(tree.parents.get(id) ?? '') ?? null
      hiding.set(id, above ?? (groups[id]?.collapsed ? id : null))
    }
  return hiding
}

/** The outermost groups whose nodes are all among these; groups without nodes are left out. */
export const wholeGroups = (tree: GroupTree, ids: readonly string[]): readonly string[] => {
  const chosen = new Set(ids)
  const whole = new Set(
    [...tree.parents.keys()].filter((id) => {
      const members = membersOf(tree, id)
      return members.length > 0 && members.every((member) => chosen.has(member))
    }),
  )
  return [...whole].filter((id) => !whole.has(tree.parents.get(id) ?? ''))
}

/** The layers that these nodes call. */
export const layersCalled = (
  { nodes }: Pick<Project, 'nodes'>,
  ids: readonly string[],
): readonly string[] => [
  ...new Set(
    ids.flatMap((id) => {
      const node = Object.hasOwn(nodes, id) ? nodes[id] : undefined
      return node && isCall(node) ? [node.layer] : []
    }),
  ),
]
