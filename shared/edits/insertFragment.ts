import type { Fragment } from '../fragment.ts'
import { uniqueName } from '../names.ts'
import { type GraphNode, type Group, isCall, isInput, type LayerEntry, type Project } from '../project.ts'
import { patched } from './check.ts'

/** What was put into a document, by its new ids. */
export interface Inserted {
  readonly project: Project
  readonly nodes: readonly string[]
  /** New ids of the fragment's groups. */
  readonly groups: ReadonlyMap<string, string>
}

type Ids = ReadonlyMap<string, string>

const stem = (name: string) => name.replace(/_\d+$/, '')

/** Pairs every id with a new one that nothing has yet. */
const renamed = (ids: readonly string[], isTaken: (id: string) => boolean): Ids => {
  const given = new Set<string>()
  return new Map(
    ids.map((id) => {
      const next = uniqueName(stem(id) || id, (candidate) => isTaken(candidate) || given.has(candidate))
      given.add(next)
      return [id, next]
    }),
  )
}

const withFreeName = (taken: Set<string>, base: string): string => {
  const name = uniqueName(stem(base), (candidate) => taken.has(candidate))
  taken.add(name)
  return name
}

interface Place {
  readonly shift: { readonly x: number; readonly y: number }
  /** The group it goes into. */
  readonly into: string | undefined
}

const nodeCopies = (
  { nodes }: Project,
  fragment: Fragment,
  { nodeIds, layerIds, groupIds }: { readonly nodeIds: Ids; readonly layerIds: Ids; readonly groupIds: Ids },
  { shift, into }: Place,
): Record<string, GraphNode> => {
  const names = new Set(Object.values(nodes).map((node) => (isInput(node) ? node.input.name : '')))
  const copies: Record<string, GraphNode> = {}
  for (const [id, node] of Object.entries(fragment.nodes)) {
    const group = groupIds.get(node.group ?? '')
    // A part only means something inside its group.
    const part = group === undefined ? undefined : node.part
    const place = { x: node.x + shift.x, y: node.y + shift.y, group: group ?? into, part }
    const copy = patched(node, place)
    copies[nodeIds.get(id) ?? id] = isCall(copy)
      ? { ...copy, layer: layerIds.get(copy.layer) ?? copy.layer }
      : isInput(copy)
        ? { ...copy, input: { ...copy.input, name: withFreeName(names, copy.input.name) } }
        : copy
  }
  return copies
}

/** New marks for ties of which the fragment holds several groups; others are ties no more. */
const marksFor = (project: Project, { groups }: Fragment): Ids => {
  const count = new Map<string, number>()
  for (const { same } of Object.values(groups))
    if (same !== undefined) count.set(same, (count.get(same) ?? 0) + 1)
  const taken = new Set(Object.values(project.groups).map(({ same }) => same))
  return renamed(
    [...count].flatMap(([mark, groupsWithIt]) => (groupsWithIt > 1 ? [mark] : [])),
    (mark) => taken.has(mark),
  )
}

const groupCopies = (
  project: Project,
  fragment: Fragment,
  { nodeIds, layerIds, groupIds }: { readonly nodeIds: Ids; readonly layerIds: Ids; readonly groupIds: Ids },
  into: string | undefined,
): Record<string, Group> => {
  const marks = marksFor(project, fragment)
  const copies: Record<string, Group> = {}
  for (const [id, group] of Object.entries(fragment.groups)) {
    const parent = groupIds.get(group.parent ?? '')
    copies[groupIds.get(id) ?? id] = patched(group, {
      parent: parent ?? into,
      same: marks.get(group.same ?? ''),
      part: parent === undefined ? undefined : group.part,
      inputs: group.inputs?.map((port) => ({
        ...port,
        to: port.to.flatMap((end) => {
          const node = nodeIds.get(end.node)
          return node === undefined ? [] : [{ ...end, node }]
        }),
      })),
      outputs: group.outputs?.flatMap((port) => {
        const from = nodeIds.get(port.from)
        return from === undefined ? [] : [{ ...port, from }]
      }),
      exposed: group.exposed?.flatMap((use) => {
        const layer = layerIds.get(use.layer)
        return layer === undefined ? [] : [{ ...use, layer }]
      }),
    })
  }
  return copies
}

/**
 * Adds a fragment with layers, nodes, edges and groups of its own, moved by `shift`; calls that share a layer in it share
 * the copy, and groups tied in it are tied among themselves. Names are made free.
 */
export const insertFragment = (project: Project, fragment: Fragment, place: Place): Inserted => {
  const isTaken = (id: string) => Object.hasOwn(project.nodes, id) || Object.hasOwn(project.layers, id)
  const layerIds = renamed(Object.keys(fragment.layers), isTaken)
  const nodeIds = renamed(Object.keys(fragment.nodes), isTaken)
  const groupIds = renamed(Object.keys(fragment.groups), (id) => Object.hasOwn(project.groups, id))
  const ids = { nodeIds, layerIds, groupIds }
  const names = new Set(Object.values(project.layers).map(({ name }) => name))
  const layers: Record<string, LayerEntry> = {}
  for (const [id, layer] of Object.entries(fragment.layers))
    layers[layerIds.get(id) ?? id] = { ...layer, name: withFreeName(names, layer.name) }
  const nodes = nodeCopies(project, fragment, ids, place)
  const groups = groupCopies(project, fragment, ids, place.into)
  const edges = fragment.edges.flatMap((edge) => {
    const from = nodeIds.get(edge.from)
    const to = nodeIds.get(edge.to)
    return from !== undefined && to !== undefined ? [{ ...edge, from, to }] : []
  })
  return {
    project: {
      ...project,
      layers: { ...project.layers, ...layers },
      nodes: { ...project.nodes, ...nodes },
      edges: [...project.edges, ...edges],
      groups: Object.keys(groups).length ? { ...project.groups, ...groups } : project.groups,
    },
    nodes: Object.keys(nodes),
    groups: groupIds,
  }
}
