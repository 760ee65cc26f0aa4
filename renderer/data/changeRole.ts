import { addInput, addOutput } from '../../shared/edits/addNode.ts'
import { addColumns, type ColumnRef, isSameColumn, removeColumn } from '../../shared/edits/columns.ts'
import { setTarget } from '../../shared/edits/target.ts'
import { targetDefaults, targetKind } from '../../shared/losses.ts'
import { uniqueName } from '../../shared/names.ts'
import { isInput, isOutput, type Project } from '../../shared/project.ts'
import { ProblemError } from '../../shared/problems.ts'
import { proposeTarget } from '../../shared/proposeEncoding.ts'
import type { ColumnProfile } from '../../shared/table.ts'
import { inputFor, targetKinds } from '../encoding/encodingKinds.ts'

/** What a column can be made: nothing, a column of an Input node, or the target of an Output node; null is a new node. */
export type Role =
  | { readonly kind: 'none' }
  | { readonly kind: 'input'; readonly node: string | null }
  | { readonly kind: 'output'; readonly node: string | null }

const nodeGap = { x: 240, y: 160 }

/** The document in which no node uses this column. */
export const withoutColumn = (project: Project, column: ColumnRef): Project => {
  let next = project
  for (const [id, node] of Object.entries(project.nodes)) {
    if (isInput(node)) next = removeColumn(next, id, column)
    else if (isOutput(node) && node.output.target && isSameColumn(project, node.output.target, column))
      next = setTarget(next, id, undefined)
  }
  return next
}

/** A free place for a new node: below its kind, or beside the whole graph. */
export const placeBeside = ({ nodes }: Project, kind: 'input' | 'output') => {
  const all = Object.values(nodes)
  const alike = all.filter(kind === 'input' ? isInput : isOutput)
  if (alike.length > 0) return { x: alike[0]?.x ?? 0, y: Math.max(...alike.map(({ y }) => y)) + nodeGap.y }
  if (all.length === 0) return { x: kind === 'input' ? 0 : nodeGap.x, y: 0 }
  const xs = all.map(({ x }) => x)
  return {
    x: kind === 'input' ? Math.min(...xs) - nodeGap.x : Math.max(...xs) + nodeGap.x,
    y: all[0]?.y ?? 0,
  }
}

const asInput = (
  project: Project,
  column: ColumnRef,
  profile: ColumnProfile,
  node: string | null,
): Project => {
  const use = { ...column, encoding: inputFor(profile) }
  if (node !== null) return addColumns(project, node, [use])
  const added = addInput(project, placeBeside(project, 'input'))
  return addColumns(added.project, added.node, [use])
}

const asTarget = (
  project: Project,
  column: ColumnRef,
  profile: ColumnProfile,
  node: string | null,
): Project => {
  if (targetKinds(profile).length === 0)
    throw new ProblemError('columnKindMismatch', { column: profile.name, type: profile.type })
  const { encoding } = proposeTarget(profile)
  const target = { ...column, encoding }
  if (node !== null) return setTarget(project, node, target)
  const { loss, metrics } = targetDefaults[targetKind(encoding)]
  const names = new Set(Object.values(project.nodes).map((one) => (isOutput(one) ? one.output.name : '')))
  const name = uniqueName(column.column.slice(0, 200) || 'output', (candidate) => names.has(candidate))
  const given = { name, target, loss, lossWeight: 1, metrics: [...metrics] }
  return addOutput(project, placeBeside(project, 'output'), given).project
}

/**
 * Makes a column what it is to be, in place of everything it was; encodings are proposed from its profile.
 * Throws `columnKindMismatch` for a column that no encoding suits.
 */
export const changeRole = (
  project: Project,
  column: ColumnRef,
  profile: ColumnProfile,
  role: Role,
): Project => {
  const cleared = withoutColumn(project, column)
  switch (role.kind) {
    case 'none':
      return cleared
    case 'input':
      return asInput(cleared, column, profile, role.node)
    case 'output':
      return asTarget(cleared, column, profile, role.node)
  }
}
