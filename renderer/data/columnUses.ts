import { isSameColumn } from '../../shared/edits/columns.ts'
import { modelNames } from '../../shared/names.ts'
import type { InputEncoding, TargetEncoding } from '../../shared/prep/encoding.ts'
import { isInput, isOutput, type Project } from '../../shared/project.ts'

/** One place where the model uses a column: an Input node that takes it in, or an Output node that predicts it. */
export type Use =
  | {
      readonly kind: 'input'
      readonly node: string
      readonly name: string
      readonly encoding: InputEncoding
    }
  | {
      readonly kind: 'output'
      readonly node: string
      readonly name: string
      readonly encoding: TargetEncoding
    }

/** Every use of a source's columns, by column, in document order. */
export const usesByColumn = (project: Project, source: string): ReadonlyMap<string, readonly Use[]> => {
  const { inputs, outputs } = modelNames(project)
  const uses = new Map<string, Use[]>()
  const add = (ref: { column: string; source?: string | undefined }, use: Use) => {
    if (!isSameColumn(project, ref, { column: ref.column, source })) return
    const known = uses.get(ref.column)
    if (known) known.push(use)
    else uses.set(ref.column, [use])
  }
  for (const [node, entry] of Object.entries(project.nodes)) {
    if (isInput(entry))
      for (const use of entry.input.columns)
        add(use, { kind: 'input', node, name: inputs.get(node) ?? '', encoding: use.encoding })
    else if (isOutput(entry) && entry.output.target) {
      const { target } = entry.output
      add(target, { kind: 'output', node, name: outputs.get(node) ?? '', encoding: target.encoding })
    }
  }
  return uses
}

/** What a column is to the model, in a word. */
export type RoleKind = 'none' | 'input' | 'output' | 'several'

/** The word for some uses of one column. */
export const roleKind = (uses: readonly Use[] | undefined): RoleKind => {
  const [first, ...more] = uses ?? []
  return first ? (more.length ? 'several' : first.kind) : 'none'
}
