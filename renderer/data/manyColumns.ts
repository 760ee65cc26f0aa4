import { addInput } from '../../shared/edits/addNode.ts'
import { setEncoding } from '../../shared/edits/columns.ts'
import { type ColumnShape, shapeColumns } from '../../shared/edits/shapeColumns.ts'
import { type InputEncoding, inputEncodingSchema } from '../../shared/prep/encoding.ts'
import { isInput, type Project } from '../../shared/project.ts'
import type { ColumnProfile } from '../../shared/table.ts'
import { inputKinds, inputOfKind } from '../encoding/encodingKinds.ts'
import { changeRole, placeBeside, withoutColumn } from './changeRole.ts'
import type { Use } from './columnUses.ts'
import { refOf } from './refOf.ts'

/** What several columns can be made at once: nothing, columns of one input (null is a new one), or targets of new outputs. */
export type ManyRole =
  | { readonly kind: 'none' }
  | { readonly kind: 'input'; readonly node: string | null }
  | { readonly kind: 'output' }

/** Makes every one of these columns the same; refused as a whole for one that can't be. Throws what `changeRole` throws. */
export const changeRoles = (
  project: Project,
  source: string,
  columns: readonly ColumnProfile[],
  role: ManyRole,
): Project => {
  const [ready, node] =
    role.kind === 'input' && role.node === null
      ? newInput(project)
      : [project, role.kind === 'input' ? role.node : null]
  return columns.reduce(
    (next, profile) =>
      changeRole(
        next,
        refOf(next, source, profile.name),
        profile,
        role.kind === 'none' ? role : { kind: role.kind, node },
      ),
    ready,
  )
}

const newInput = (project: Project): readonly [Project, string] => {
  const added = addInput(project, placeBeside(project, 'input'))
  return [added.project, added.node]
}

/** The role that all of some columns have, as the form names it; null when they differ. */
export const sharedRole = (
  columns: readonly ColumnProfile[],
  uses: ReadonlyMap<string, readonly Use[]>,
): string | null => {
  const roleOf = ({ name }: ColumnProfile) => {
    const [first, ...more] = uses.get(name) ?? []
    if (more.length > 0) return null
    return first ? (first.kind === 'input' ? `input:${first.node}` : null) : 'none'
  }
  const roles = new Set(columns.map(roleOf))
  const [role = null] = roles
  return roles.size === 1 ? role : null
}

/** The kinds of encoding that suit all of some columns. */
export const commonKinds = (columns: readonly ColumnProfile[]): readonly InputEncoding['kind'][] => {
  const [first, ...others] = columns
  return first
    ? inputKinds(first).filter((kind) => others.every((profile) => inputKinds(profile).includes(kind)))
    : []
}

interface InputUse {
  readonly profile: ColumnProfile
  readonly use: { readonly node: string; readonly encoding: InputEncoding }
}

/** What changed from one encoding to another of its kind; lists of values belong to a column alone. */
const changesOf = (before: InputEncoding, after: InputEncoding): Record<string, unknown> => {
  const [old, now]: readonly Record<string, unknown>[] = [before, after]
  const names = new Set([...Object.keys(old ?? {}), ...Object.keys(now ?? {})])
  names.delete('categories')
  return Object.fromEntries(
    [...names].flatMap((name) => (old?.[name] === now?.[name] ? [] : [[name, now?.[name]]])),
  )
}

/** Sets on all of these uses what was changed on one of them: another kind as each column asks for it, or single settings. */
export const changeEncodings = (
  project: Project,
  source: string,
  inputs: readonly InputUse[],
  before: InputEncoding,
  after: InputEncoding,
): Project =>
  inputs.reduce((next, { profile, use }) => {
    const own = use.encoding.kind === after.kind ? use.encoding : inputOfKind(profile, after.kind)
    const changes = before.kind === after.kind ? changesOf(before, after) : {}
    const encoding = inputEncodingSchema.parse({ ...own, ...changes })
    return setEncoding(next, use.node, refOf(next, source, profile.name), encoding)
  }, project)

/**
 * Makes columns one image or steps of time: of an input that has no others, else of a new one; every other use of them
 * ends. Throws what `shapeColumns` throws.
 */
export const shapeAsInput = (
  project: Project,
  source: string,
  columns: readonly ColumnProfile[],
  shape: ColumnShape,
): Project => {
  const names = new Set(columns.map(({ name }) => name))
  const shaped = columns.map((profile) => ({ ...refOf(project, source, profile.name), profile }))
  const own = Object.entries(project.nodes).find(
    ([, node]) =>
      isInput(node) &&
      node.input.columns.length > 0 &&
      node.input.columns.every(({ column }) => names.has(column)),
  )?.[0]
  const cleared = shaped.reduce(withoutColumn, project)
  const [ready, node] = own === undefined ? newInput(cleared) : [cleared, own]
  return shapeColumns(ready, node, shaped, shape)
}
