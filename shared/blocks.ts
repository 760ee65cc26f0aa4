import { indexGraph } from './graph.ts'
import { type BlockPorts, groupPorts } from './groupPorts.ts'
import { groupOf, type GroupTree, groupTree, hidingGroups, membersOf } from './groups.ts'
import type { Edge, Project } from './project.ts'
import { tiesOf } from './ties.ts'

/** A group drawn as one card. */
export interface Block extends BlockPorts {
  readonly members: readonly string[]
}

/** What of a document is seen: nodes of their own, groups drawn as blocks, groups drawn as frames. */
export interface VisibleGraph {
  readonly tree: GroupTree
  /** By id of the group, each the outermost collapsed one. */
  readonly blocks: ReadonlyMap<string, Block>
  /** Groups drawn as frames, outer ones first. */
  readonly frames: readonly string[]
  /** By node id: the block that hides it. Nodes that are seen are not in it. */
  readonly hidden: ReadonlyMap<string, string>
  /** By group id: its mark and how many groups bear it. */
  readonly ties: ReadonlyMap<
    string,
    { readonly mark: string; readonly calls: number; readonly index: number }
  >
}

/** Works out what is seen of a document. Groups without nodes are not. */
export const visibleGraph = (project: Project): VisibleGraph => {
  const tree = groupTree(project)
  const hiding = hidingGroups(project, tree)
  const hidden = new Map<string, string>()
  for (const id of Object.keys(project.nodes)) {
    const block = hiding.get(groupOf(project, id) ?? '')
    if (block) hidden.set(id, block)
  }
  const blocks = new Map<string, Block>()
  const index = blocks.size === 0 && hidden.size === 0 ? null : indexGraph(project)
  for (const group of new Set(hidden.values())) {
    const members = membersOf(tree, group)
    if (index) blocks.set(group, { members, ...groupPorts(project, index, group, members) })
  }
  const frames = [...hiding].flatMap(([id, block]) =>
    block === null && membersOf(tree, id).length ? [id] : [],
  )
  const ties = [...tiesOf(project)].flatMap(([mark, groups], at) =>
    groups.map((group) => [group, { mark, calls: groups.length, index: at }] as const),
  )
  return { tree, blocks, frames, hidden, ties: new Map(ties) }
}

/** An end of a visible edge: a node or a block, and a port of it. */
export interface VisibleEnd {
  readonly node: string | null
  readonly block: string | null
  readonly port: string
}

/** Where an edge is seen to start and end; null when it lies inside one block. */
export const visibleEnds = (
  { blocks, hidden }: VisibleGraph,
  edge: Edge,
): { readonly from: VisibleEnd; readonly to: VisibleEnd } | null => {
  const [source, target] = [hidden.get(edge.from) ?? null, hidden.get(edge.to) ?? null]
  if (source !== null && source === target) return null
  const out = source === null ? undefined : blocks.get(source)?.outputs
  const ins = target === null ? undefined : blocks.get(target)?.inputs
  const leaving = out?.find(({ from, out: port }) => from === edge.from && port === edge.out)
  const entering = ins?.find(({ to }) => to.some((end) => end.node === edge.to && end.in === edge.in))
  return {
    from:
      source === null
        ? { node: edge.from, block: null, port: edge.out }
        : { node: null, block: source, port: leaving?.name ?? '' },
    to:
      target === null
        ? { node: edge.to, block: null, port: edge.in }
        : { node: null, block: target, port: entering?.name ?? '' },
  }
}
