import { ProblemError } from '../problems.ts'
import { type Edge, type GraphNode, type Group, isCall, type Project } from '../project.ts'
import { type GroupShape, innerEdges, rootAddress } from '../ties.ts'

/** An edge between addresses. */
export type AddressedEdge = Edge

/** A new node and the document's node whose place it is to be seen from. */
interface NewNode {
  readonly node: GraphNode
  readonly x: number
  readonly y: number
}

/** What an edit did inside a group, said in addresses, so that it can be done in another group that is tied to it. */
export interface TieChange {
  readonly title: string
  /** Addresses before. */
  readonly removed: readonly string[]
  /** From addresses before to addresses after. */
  readonly moved: ReadonlyMap<string, string>
  readonly movedGroups: ReadonlyMap<string, string>
  /** By address after; outer groups first. */
  readonly addedGroups: ReadonlyMap<string, Group>
  /** Addresses before. */
  readonly removedGroups: readonly string[]
  /** By address after; places relative to the group's first call before. */
  readonly added: ReadonlyMap<string, NewNode>
  /** By address after: fields that changed, undefined for those taken away. */
  readonly fields: ReadonlyMap<string, Readonly<Record<string, unknown>>>
  readonly groupFields: ReadonlyMap<string, Readonly<Record<string, unknown>>>
  /** Between addresses before. */
  readonly removedEdges: readonly AddressedEdge[]
  /** Between addresses after. */
  readonly addedEdges: readonly AddressedEdge[]
  /** Addresses after, by the source's node ids: what ports are said in. */
  readonly addresses: ReadonlyMap<string, string>
}

interface Seen {
  readonly before: Project
  readonly after: Project
  readonly was: GroupShape
  readonly is: GroupShape
  readonly group: string
}

const localFields = new Set(['x', 'y', 'group', 'part', 'input', 'output'])
const localGroupFields = new Set(['parent', 'part', 'collapsed'])
/** Of the tied group itself: whether it is tied is its own affair. */
const localRootFields = new Set([...localGroupFields, 'same'])

const changedFields = (before: object, after: object, local: ReadonlySet<string>) => {
  if (before === after) return null
  const one = before as Readonly<Record<string, unknown>>
  const other = after as Readonly<Record<string, unknown>>
  const keys = [...new Set([...Object.keys(one), ...Object.keys(other)])].filter((key) => !local.has(key))
  const changed = keys.filter((key) => one[key] !== other[key])
  return changed.length ? Object.fromEntries(changed.map((key) => [key, other[key]])) : null
}

const addressed = ({ nodeAddresses }: GroupShape, edge: Edge): AddressedEdge => ({
  ...edge,
  from: nodeAddresses.get(edge.from) ?? '',
  to: nodeAddresses.get(edge.to) ?? '',
})

const nodeChanges = ({ before, after, was, is }: Seen, title: string) => {
  const removed: string[] = []
  const moved = new Map<string, string>()
  const fields = new Map<string, Readonly<Record<string, unknown>>>()
  for (const [address, id] of was.nodes) {
    const node = Object.hasOwn(after.nodes, id) ? after.nodes[id] : undefined
    const now = is.nodeAddresses.get(id)
    if (!node) removed.push(address)
    else if (now === undefined) throw new ProblemError('groupTied', { title })
    else {
      if (now !== address) moved.set(address, now)
      const old = before.nodes[id]
      const changed = old && changedFields(old, node, localFields)
      if (changed) fields.set(now, changed)
    }
  }
  return { removed, moved, fields }
}

const groupChanges = ({ before, after, was, is }: Seen) => {
  const movedGroups = new Map<string, string>()
  const addedGroups = new Map<string, Group>()
  const groupFields = new Map<string, Readonly<Record<string, unknown>>>()
  for (const [address, id] of is.groups) {
    const group = after.groups[id]
    const old = was.groupAddresses.get(id)
    if (!group) continue
    if (old === undefined) addedGroups.set(address, group)
    else if (old !== address) movedGroups.set(old, address)
    const previous = old === undefined ? undefined : before.groups[id]
    const changed =
      previous && changedFields(previous, group, address === rootAddress ? localRootFields : localGroupFields)
    if (changed) groupFields.set(address, changed)
  }
  const removedGroups = [...was.groups].flatMap(([address, id]) =>
    is.groupAddresses.has(id) ? [] : [address],
  )
  return { movedGroups, addedGroups, removedGroups, groupFields }
}

const addedNodes = ({ before, after, was, is }: Seen) => {
  const anchor = before.nodes[[...was.nodes.values()][0] ?? '']
  const added = new Map<string, NewNode>()
  for (const [address, id] of is.nodes) {
    const node = after.nodes[id]
    if (!node || !isCall(node) || was.nodeAddresses.has(id)) continue
    added.set(address, { node, x: node.x - (anchor?.x ?? 0), y: node.y - (anchor?.y ?? 0) })
  }
  return added
}

/** What happened in a group between two documents; null for nothing that concerns others. Throws groupTied when a node left it. */
export const tieChange = (seen: Seen): TieChange | null => {
  const { before, after, was, is, group } = seen
  const title = after.groups[group]?.title ?? ''
  const old = new Set(innerEdges(before, was))
  const now = new Set(innerEdges(after, is))
  const change: TieChange = {
    title,
    ...nodeChanges(seen, title),
    ...groupChanges(seen),
    added: addedNodes(seen),
    removedEdges: [...old].filter((edge) => !now.has(edge)).map((edge) => addressed(was, edge)),
    addedEdges: [...now].filter((edge) => !old.has(edge)).map((edge) => addressed(is, edge)),
    addresses: is.nodeAddresses,
  }
  const { removed, moved, fields, added } = change
  const { movedGroups, addedGroups, removedGroups, groupFields, removedEdges, addedEdges } = change
  const sizes = [moved, fields, added, movedGroups, addedGroups, groupFields].map(({ size }) => size)
  const lengths = [removed, removedGroups, removedEdges, addedEdges].map(({ length }) => length)
  return [...sizes, ...lengths].some((count) => count > 0) ? change : null
}
