import { type GroupTree, groupsWithin, groupTree } from './groups.ts'
import { type Edge, isCall, type Project } from './project.ts'

/**
 * What a group calls, by address: the parts that lead from the group down to a node or a group, as JSON. In tied groups
 * the same address is the same thing. Inputs and outputs of the model belong to one group alone and have no address.
 */
export interface GroupShape {
  /** Calls by address, in document order. */
  readonly nodes: ReadonlyMap<string, string>
  /** The group itself, at the empty address, and those in it. */
  readonly groups: ReadonlyMap<string, string>
  /** Addresses by id: nodes. */
  readonly nodeAddresses: ReadonlyMap<string, string>
  /** Addresses by id: groups. */
  readonly groupAddresses: ReadonlyMap<string, string>
}

/** The address of the group itself. */
export const rootAddress = '[]'

/** The address one part further down. */
export const addressIn = (group: string, part: string): string =>
  JSON.stringify([...(JSON.parse(group) as string[]), part])

/** The address of the group that something is directly in, and its part there. */
export const splitAddress = (address: string): { readonly group: string; readonly part: string } => {
  const parts = JSON.parse(address) as string[]
  return { group: JSON.stringify(parts.slice(0, -1)), part: parts.at(-1) ?? '' }
}

/** The shape of a group, or null when something in it has no part or two things in one group have the same. */
export const groupShape = (project: Project, tree: GroupTree, group: string): GroupShape | null => {
  const groups = new Map([[rootAddress, group]])
  const groupAddresses = new Map([[group, rootAddress]])
  const nodes = new Map<string, string>()
  const nodeAddresses = new Map<string, string>()
  for (const id of groupsWithin(tree, group)) {
    const at = groupAddresses.get(id) ?? rootAddress
    const taken = new Set<string>()
    const place = (part: string | undefined): string | null => {
      if (part === undefined || taken.has(part)) return null
      taken.add(part)
      return addressIn(at, part)
    }
    for (const node of tree.nodes.get(id) ?? []) {
      const one = project.nodes[node]
      if (!one || !isCall(one)) continue
      const address = place(one.part)
      if (address === null) return null
      nodes.set(address, node)
      nodeAddresses.set(node, address)
    }
    for (const inner of tree.groups.get(id) ?? []) {
      const address = place(project.groups[inner]?.part)
      if (address === null) return null
      groups.set(address, inner)
      groupAddresses.set(inner, address)
    }
  }
  return { nodes, groups, nodeAddresses, groupAddresses }
}

/** The edges between calls of a group. */
export const innerEdges = ({ edges }: Project, { nodeAddresses }: GroupShape): readonly Edge[] =>
  edges.filter(({ from, to }) => nodeAddresses.has(from) && nodeAddresses.has(to))

/** The same text for two groups that call the same layers in the same way. */
const signature = (project: Project, shape: GroupShape): string => {
  const calls = [...shape.nodes].map(([address, id]) => {
    const node = project.nodes[id]
    return JSON.stringify([address, node && isCall(node) ? node.layer : ''])
  })
  const edges = innerEdges(project, shape).map(({ from, out, to, in: port }) =>
    JSON.stringify([shape.nodeAddresses.get(from), out, shape.nodeAddresses.get(to), port]),
  )
  return JSON.stringify([calls.sort(), edges.sort(), [...shape.groups.keys()].sort()])
}

/** Tied groups: by mark, those that really are alike, in document order; never one alone. */
export const tiesOf = (project: Project): ReadonlyMap<string, readonly string[]> => {
  const marked = new Map<string, string[]>()
  for (const [id, { same }] of Object.entries(project.groups)) {
    if (same === undefined) continue
    const others = marked.get(same)
    if (others) others.push(id)
    else marked.set(same, [id])
  }
  const ties = new Map<string, readonly string[]>()
  if (marked.size === 0) return ties
  const tree = groupTree(project)
  for (const [mark, ids] of marked) {
    const signed = ids.flatMap((id) => {
      const shape = groupShape(project, tree, id)
      return shape ? [{ id, text: signature(project, shape) }] : []
    })
    const alike = signed.filter(({ text }) => text === signed[0]?.text).map(({ id }) => id)
    // A group within another of the same mark would have to hold itself.
    const apart = alike.filter(
      (id) => !alike.some((other) => other !== id && groupsWithin(tree, other).includes(id)),
    )
    if (apart.length > 1) ties.set(mark, apart)
  }
  return ties
}
