import { z } from 'zod'
import { groupTree, membersOf } from './groups.ts'
import { edgeSchema, groupSchema, isCall, layerSchema, nodeSchema, type Project } from './project.ts'

const id = z.string().min(1).max(200)

/** The parts of a piece of a graph: nodes, the layers they call, the edges among them, and groups that are in it whole. */
export const fragmentParts = {
  layers: z.record(id, layerSchema),
  nodes: z.record(id, nodeSchema),
  edges: z.array(edgeSchema).max(20_000),
  groups: z.record(id, groupSchema).default({}),
}
const fragmentSchema = z.object(fragmentParts)
export type Fragment = z.infer<typeof fragmentSchema>

const chosenOf = <T>(record: Readonly<Record<string, T>>, ids: ReadonlySet<string>): Record<string, T> =>
  Object.fromEntries(Object.entries(record).filter(([key]) => ids.has(key)))

/** These nodes as a fragment. Groups come along when all their nodes do; what is in other groups comes without them. */
export const copyFragment = (project: Project, ids: readonly string[]): Fragment => {
  const chosen = new Set(ids.filter((one) => Object.hasOwn(project.nodes, one)))
  const tree = groupTree(project)
  const whole = new Set(
    Object.keys(project.groups).filter((group) => {
      const members = membersOf(tree, group)
      return members.length > 0 && members.every((member) => chosen.has(member))
    }),
  )
  const nodes = Object.fromEntries(
    [...chosen].flatMap((one) => {
      const node = project.nodes[one]
      if (!node) return []
      if (node.group === undefined || whole.has(node.group)) return [[one, node]]
      const { group: _, ...rest } = node
      return [[one, rest as typeof node]]
    }),
  )
  const groups = Object.fromEntries(
    [...whole].flatMap((one) => {
      const group = project.groups[one]
      if (!group) return []
      if (group.parent === undefined || whole.has(group.parent)) return [[one, group]]
      const { parent: _, ...rest } = group
      return [[one, rest as typeof group]]
    }),
  )
  const called = new Set(Object.values(nodes).flatMap((node) => (isCall(node) ? [node.layer] : [])))
  return {
    layers: chosenOf(project.layers, called),
    nodes,
    edges: project.edges.filter(({ from, to }) => chosen.has(from) && chosen.has(to)),
    groups,
  }
}
