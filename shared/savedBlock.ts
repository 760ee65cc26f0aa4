import { z } from 'zod'
import { type Fragment, copyFragment, fragmentParts } from './fragment.ts'
import { groupTree, membersOf } from './groups.ts'
import { patched } from './edits/check.ts'
import { type GraphNode, type Group, isCall, isInput, isOutput, type Project } from './project.ts'

/** Most nodes of a block in the library. */
const most = 2000

/** A block's own name. */
export const blockTitleSchema = z.string().trim().min(1).max(200)

const leadsInside = ({ layers, nodes, edges, groups, root }: z.infer<typeof looseBlockSchema>): boolean => {
  const has = (record: object, id: string | undefined) => id === undefined || Object.hasOwn(record, id)
  const ends = edges.every(({ from, to }) => has(nodes, from) && has(nodes, to))
  const calls = Object.values(nodes).every(
    (node) =>
      node.group !== undefined && has(groups, node.group) && (!isCall(node) || has(layers, node.layer)),
  )
  const nested = Object.entries(groups).every(
    ([id, { parent }]) => has(groups, parent) && (parent === undefined) === (id === root),
  )
  return ends && calls && nested && Object.hasOwn(groups, root)
}

const looseBlockSchema = z.object({
  layerloom: z.literal('block'),
  format: z.literal(1),
  title: blockTitleSchema,
  /** The group that holds everything else. */
  root: z.string().min(1).max(200),
  ...fragmentParts,
})

/** A block in the user's library: a fragment of a document, all of it in one group. Untrusted when read back. */
export const savedBlockSchema = looseBlockSchema
  .refine(({ nodes, groups }) => Object.keys(nodes).length <= most && Object.keys(groups).length <= most, {
    error: 'A block is too large.',
  })
  .refine(({ nodes }) => Object.keys(nodes).length > 0, { error: 'A block has nodes.' })
  .refine(leadsInside, { error: 'A block only speaks of what is in it.' })
export type SavedBlock = z.infer<typeof savedBlockSchema>

/** What is known of a saved block without reading all of it. */
export interface BlockInfo {
  readonly id: string
  readonly title: string
  readonly nodes: number
  /** Names of its ports. */
  readonly inputs: readonly string[]
  readonly outputs: readonly string[]
  /** ISO time. */
  readonly saved: string
}

/** A node without the data of the document it came from, in the corner of the plane. */
const bare = (node: GraphNode, left: number, top: number): GraphNode => {
  const placed = { ...node, x: node.x - left, y: node.y - top }
  if (isInput(placed)) return { ...placed, input: { ...placed.input, columns: [] } }
  if (!isOutput(placed)) return placed
  const { target: _, ...output } = placed.output
  return { ...placed, output }
}

/** A group of a document as a block for the library: a copy of it without data, in no other group and tied to none. */
export const savedBlock = (project: Project, group: string, title: string): SavedBlock => {
  const fragment: Fragment = copyFragment(project, membersOf(groupTree(project), group))
  const nodes = Object.values(fragment.nodes)
  const left = Math.min(...nodes.map(({ x }) => x))
  const top = Math.min(...nodes.map(({ y }) => y))
  const own = fragment.groups[group]
  const root = patched<Group>({ ...own, title, collapsed: true }, { parent: undefined, same: undefined })
  return {
    layerloom: 'block',
    format: 1,
    title,
    root: group,
    layers: fragment.layers,
    nodes: Object.fromEntries(
      Object.entries(fragment.nodes).map(([id, node]) => [id, bare(node, left, top)]),
    ),
    edges: fragment.edges,
    // A group that holds nothing but this one would be whole as well; it stays behind.
    groups: Object.fromEntries(
      Object.entries({ ...fragment.groups, [group]: root }).filter(
        ([id]) => id === group || isBelow(project, id, group),
      ),
    ),
  }
}

const isBelow = (project: Project, id: string, group: string): boolean => {
  const { parents } = groupTree(project)
  for (let at = parents.get(id) ?? null; at !== null; at = parents.get(at) ?? null)
    if (at === group) return true
  return false
}
