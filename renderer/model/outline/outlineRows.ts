import { groupOf, groupsAround, groupTree } from '../../../shared/groups.ts'
import type { GraphAnalysis } from '../../../shared/infer.ts'
import type { Project } from '../../../shared/project.ts'

/** One line of the outline: a node, or a group with what is in it below. */
export interface OutlineRow {
  readonly kind: 'node' | 'group'
  /** Of the node or the group. */
  readonly id: string
  /** From 1 on. */
  readonly level: number
  /** Among the lines of its group, from 1 on, and how many these are. */
  readonly place: number
  readonly of: number
  /** Whether its lines are shown; null for a node. */
  readonly isOpen: boolean | null
}

type Item = Pick<OutlineRow, 'kind' | 'id'>

/** Nodes in the order of the graph, and after them those on a loop or behind one. */
const inOrder = ({ nodes }: Project, { order }: GraphAnalysis): readonly string[] => {
  const ordered = order.filter((id) => Object.hasOwn(nodes, id))
  const known = new Set(ordered)
  return [...ordered, ...Object.keys(nodes).filter((id) => !known.has(id))]
}

/** What each group holds, by group id and null for the outermost; a group stands where its first node does. */
const contents = (project: Project, analysis: GraphAnalysis): ReadonlyMap<string | null, readonly Item[]> => {
  const tree = groupTree(project)
  const inner = new Map<string | null, Item[]>([
    [null, []],
    ...[...tree.parents.keys()].map((id) => [id, []] as [string, Item[]]),
  ])
  const placed = new Set<string>()
  const placeGroup = (group: string) => {
    for (const id of groupsAround(tree, group).toReversed()) {
      if (placed.has(id)) continue
      placed.add(id)
      inner.get(tree.parents.get(id) ?? null)?.push({ kind: 'group', id })
    }
  }
  for (const id of inOrder(project, analysis)) {
    const group = groupOf(project, id)
    if (group !== null) placeGroup(group)
    inner.get(group)?.push({ kind: 'node', id })
  }
  for (const id of tree.parents.keys()) placeGroup(id)
  return inner
}

/** The outline's lines from top to bottom. `closed` are the groups whose lines are hidden. */
export const outlineRows = (
  project: Project,
  analysis: GraphAnalysis,
  closed: ReadonlySet<string>,
): readonly OutlineRow[] => {
  const inner = contents(project, analysis)
  const rowsOf = (group: string | null, level: number): OutlineRow[] => {
    const items = inner.get(group) ?? []
    return items.flatMap(({ kind, id }, index): OutlineRow[] => {
      const isOpen = kind === 'group' ? !closed.has(id) : null
      const row = { kind, id, level, place: index + 1, of: items.length, isOpen }
      return isOpen ? [row, ...rowsOf(id, level + 1)] : [row]
    })
  }
  return rowsOf(null, 1)
}
