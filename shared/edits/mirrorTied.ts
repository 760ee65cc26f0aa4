import { groupTree } from '../groups.ts'
import { uniqueName } from '../names.ts'
import { ProblemError } from '../problems.ts'
import { isCall, type Project } from '../project.ts'
import { groupShape, type GroupShape, tiesOf } from '../ties.ts'
import { applyChange } from './applyTieChange.ts'
import { tieChange } from './tieChange.ts'

/** Members of the groups in and below this one that have no part of their own yet get one that nothing in the tie has. */
const withParts = (project: Project, groups: readonly string[], used: Set<string>): Project => {
  const tree = groupTree(project)
  const nodes: Record<string, Project['nodes'][string]> = {}
  const inner: Record<string, Project['groups'][string]> = {}
  const fresh = (id: string): string => {
    const part = uniqueName(id, (candidate) => used.has(candidate))
    used.add(part)
    return part
  }
  const visit = (id: string) => {
    const taken = new Set<string>()
    const isFree = (part: string | undefined) => {
      if (part === undefined || taken.has(part)) return false
      taken.add(part)
      return true
    }
    for (const key of tree.nodes.get(id) ?? []) {
      const node = project.nodes[key]
      if (node && isCall(node) && !isFree(node.part)) nodes[key] = { ...node, part: fresh(key) }
    }
    for (const key of tree.groups.get(id) ?? []) {
      const group = project.groups[key]
      if (group && !isFree(group.part)) inner[key] = { ...group, part: fresh(key) }
      visit(key)
    }
  }
  for (const id of groups) visit(id)
  const isSame = Object.keys(nodes).length === 0 && Object.keys(inner).length === 0
  return isSame
    ? project
    : { ...project, nodes: { ...project.nodes, ...nodes }, groups: { ...project.groups, ...inner } }
}

const shapeIn = (project: Project, group: string): GroupShape => {
  const shape = groupShape(project, groupTree(project), group)
  if (!shape) throw new ProblemError('groupTied', { title: project.groups[group]?.title ?? group })
  return shape
}

const partsOf = (shapes: readonly GroupShape[]): Set<string> =>
  new Set(
    shapes.flatMap(({ nodes, groups }) =>
      [...nodes.keys(), ...groups.keys()].flatMap((address) => JSON.parse(address) as string[]),
    ),
  )

/** Brings what changed in any of the groups of one tie to the others. */
const mirrorTie = (before: Project, after: Project, groups: readonly string[]): Project => {
  const tied = groups.filter(
    (id) => Object.hasOwn(after.groups, id) && after.groups[id]?.same === before.groups[id]?.same,
  )
  if (tied.length < 2) return after
  const old = new Map(tied.map((id) => [id, shapeIn(before, id)]))
  const named = withParts(after, tied, partsOf([...old.values()]))
  let project = named
  for (const from of tied) {
    const was = old.get(from)
    const change = was && tieChange({ before, after: named, was, is: shapeIn(named, from), group: from })
    if (!change) continue
    for (const to of tied) {
      const shape = old.get(to)
      if (to !== from && shape) project = applyChange(project, change, { group: to, was: shape })
    }
  }
  return project
}

/**
 * What an edit did inside one of several tied groups, done in the others too: nodes and groups added, moved and removed,
 * edges between them, and everything about a node but its place. Inputs, outputs and edges across a group's border belong
 * to one group alone. Throws groupTied when a node would leave its tied group, and the problem of an edge that would close
 * a loop in another one.
 */
export const mirrorTied = (before: Project, after: Project): Project => {
  const isUntouched =
    before.nodes === after.nodes && before.edges === after.edges && before.groups === after.groups
  if (isUntouched || before.id !== after.id) return after
  const ties = [...tiesOf(before).values()]
  let project = after
  // A change in an inner tie reaches the groups around it, and from there others: at most once around for each tie.
  for (let round = 0; round <= ties.length; round++) {
    const start = project
    for (const groups of ties) project = mirrorTie(before, project, groups)
    if (project === start) break
  }
  return project
}
