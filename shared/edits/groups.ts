import { indexGraph } from '../graph.ts'
import { type BlockPorts, groupPorts } from '../groupPorts.ts'
import { commonGroup, groupsAround, groupsWithin, groupTree, membersOf, wholeGroups } from '../groups.ts'
import { uniqueName } from '../names.ts'
import { ProblemError } from '../problems.ts'
import { type Group, groupSchema, type Project } from '../project.ts'
import { checked, patched } from './check.ts'

/** A document with one more group. */
export interface Grouped {
  readonly project: Project
  readonly group: string
}

/** An id that no group has yet. */
export const freeGroupId = ({ groups }: Pick<Project, 'groups'>, base = 'group'): string =>
  uniqueName(base, (id) => Object.hasOwn(groups, id))

/** The group, or a problem for an id that there is not. */
const groupAt = ({ groups }: Project, id: string): Group => {
  const group = Object.hasOwn(groups, id) ? groups[id] : undefined
  if (!group) throw new ProblemError('groupMissing', { group: id })
  return group
}

/** Changes a group's own fields; undefined takes one away. */
export const patchGroup = (project: Project, id: string, patch: Partial<Group>): Project => {
  const group = groupAt(project, id)
  const next = patched(group, patch)
  return next === group
    ? project
    : { ...project, groups: { ...project.groups, [id]: checked(groupSchema, next, 'group') } }
}

/** Ports as a group stores them. */
const stored = ({ inputs, outputs }: BlockPorts): Pick<Group, 'inputs' | 'outputs'> => ({
  inputs: inputs.map(({ name, to }) => ({ name, to: to.map((end) => ({ ...end })) })),
  outputs: outputs.map(({ name, from, out }) => ({ name, from, out })),
})

/** Makes a group keep the ports it has now, so that they stay when their edges go. */
const withPorts = (project: Project, id: string): Project => {
  const members = membersOf(groupTree(project), id)
  return patchGroup(project, id, stored(groupPorts(project, indexGraph(project), id, members)))
}

/**
 * Puts nodes together as a new group, in the innermost group that has them all; groups that are chosen whole go into it
 * as they are. Its ports follow from the edges that cross its border. Throws nothingToGroup without a node.
 */
export const groupNodes = (
  project: Project,
  ids: readonly string[],
  { title, collapsed }: Pick<Group, 'title' | 'collapsed'>,
): Grouped => {
  const chosen = [...new Set(ids)].filter((id) => Object.hasOwn(project.nodes, id))
  if (chosen.length === 0) throw new ProblemError('nothingToGroup')
  const tree = groupTree(project)
  const parent = outerOf(project, chosen)
  const group = freeGroupId(project)
  const whole = wholeGroups(tree, chosen).filter((id) => id !== parent)
  const inWhole = new Set(whole.flatMap((id) => membersOf(tree, id)))
  const direct = new Set(chosen.filter((id) => !inWhole.has(id)))
  const nodes = Object.fromEntries(
    Object.entries(project.nodes).map(([id, node]) =>
      direct.has(id) ? [id, { ...node, group }] : [id, node],
    ),
  )
  const moved = Object.fromEntries(
    Object.entries(project.groups).map(([id, one]) =>
      whole.includes(id) ? [id, { ...one, parent: group }] : [id, one],
    ),
  )
  const fresh = { title, ...(parent === null ? {} : { parent }), ...(collapsed ? { collapsed } : {}) }
  const groups = { ...moved, [group]: checked(groupSchema, fresh, 'group') }
  return { project: withPorts({ ...project, nodes, groups }, group), group }
}

/** The group around a new group: never one of those that go into it. */
const outerOf = (project: Project, ids: readonly string[]): string | null => {
  const tree = groupTree(project)
  const common = commonGroup(project, tree, ids)
  const whole = wholeGroups(tree, ids)
  // A group chosen whole is wrapped by the new one.
  const wrapped = groupsAround(tree, common).find((id) => whole.includes(id))
  return wrapped === undefined ? common : (tree.parents.get(wrapped) ?? null)
}

/** Takes a group away and leaves what is in it, in the group around it. */
export const ungroup = (project: Project, id: string): Project => {
  groupAt(project, id)
  const parent = groupTree(project).parents.get(id) ?? undefined
  const nodes = Object.entries(project.nodes).map(([key, node]) =>
    node.group === id ? ([key, patched(node, { group: parent })] as const) : ([key, node] as const),
  )
  const groups = Object.entries(project.groups).flatMap(([key, group]) => {
    if (key === id) return []
    return [group.parent === id ? ([key, patched(group, { parent })] as const) : ([key, group] as const)]
  })
  return { ...project, nodes: Object.fromEntries(nodes), groups: Object.fromEntries(groups) }
}

/** Shows a group as a block with ports, or as a frame around its nodes. A block keeps the ports it had when it was made. */
export const setCollapsed = (project: Project, id: string, collapsed: boolean): Project => {
  if (Boolean(groupAt(project, id).collapsed) === collapsed) return project
  return collapsed
    ? patchGroup(withPorts(project, id), id, { collapsed })
    : patchGroup(project, id, { collapsed: undefined })
}

/** Renames a group. */
export const renameGroup = (project: Project, id: string, title: string): Project =>
  patchGroup(project, id, { title })

/** Renames a port of a group. Throws nameTaken when another port on that side has the name. */
export const renamePort = (
  project: Project,
  id: string,
  side: 'inputs' | 'outputs',
  { from, to }: { readonly from: string; readonly to: string },
): Project => {
  if (from === to) return project
  const kept = withPorts(project, id)
  const ports = groupAt(kept, id)[side] ?? []
  if (ports.some(({ name }) => name === to)) throw new ProblemError('nameTaken', { name: to })
  const renamed = ports.map((port) => (port.name === from ? { ...port, name: to } : port))
  return patchGroup(kept, id, { [side]: renamed })
}

/** Shows a parameter of a layer inside in the group's own settings, or no longer. */
export const setExposed = (
  project: Project,
  id: string,
  { layer, param }: { readonly layer: string; readonly param: string },
  isExposed: boolean,
): Project => {
  const exposed = groupAt(project, id).exposed ?? []
  const others = exposed.filter((one) => one.layer !== layer || one.param !== param)
  if (!isExposed && others.length === exposed.length) return project
  const next = isExposed ? [...others, { layer, param }] : others
  return patchGroup(project, id, { exposed: next.length ? next : undefined })
}

/** The document without groups that lost their last node since `before`. */
export const withoutEmptied = (before: Project, project: Project): Project => {
  if (before.nodes === project.nodes || Object.keys(project.groups).length === 0) return project
  const tree = groupTree(project)
  const had = groupTree(before)
  const emptied = new Set(
    Object.keys(project.groups).filter(
      (id) => had.nodes.has(id) && membersOf(had, id).length > 0 && membersOf(tree, id).length === 0,
    ),
  )
  for (const id of emptied) for (const inner of groupsWithin(tree, id)) emptied.add(inner)
  if (emptied.size === 0) return project
  const groups = Object.entries(project.groups).filter(([id]) => !emptied.has(id))
  return { ...project, groups: Object.fromEntries(groups) }
}
