import type { Project } from '../project.ts'
import { patched } from './check.ts'
import { mapUses } from './mapUses.ts'
import { renameInStep } from './stepNames.ts'
import { withSources } from './sources.ts'

/** Steps, split and order name columns of the joined table, whatever their source. */
const renamedRules = (project: Project, named: (column: string) => string): Project => {
  const optional = (column: string | undefined) => (column === undefined ? undefined : named(column))
  const steps = project.data.steps.map((step) => renameInStep(step, named))
  const { order } = project.data
  const { split } = project.training
  return {
    ...project,
    data: {
      ...project.data,
      steps,
      ...(order
        ? { order: patched(order, { column: optional(order.column), group: optional(order.group) }) }
        : {}),
    },
    training: {
      ...project.training,
      split: patched(split, {
        stratify: optional(split.stratify),
        group: optional(split.group),
        order: optional(split.order),
        ...(split.column ? { column: { ...split.column, name: named(split.column.name) } } : {}),
      }),
    },
  }
}

/** Names of a source's columns as its new file spells them, everywhere the document says them. */
export const respellColumns = (
  project: Project,
  id: string,
  respelled: ReadonlyMap<string, string>,
): Project => {
  if (respelled.size === 0) return project
  const [first] = project.data.sources
  const named = (column: string) => respelled.get(column) ?? column
  const uses = mapUses(project, (use) =>
    (use.source ?? first?.id) === id ? { ...use, column: named(use.column) } : use,
  )
  const sources = uses.data.sources.map((source) => {
    if (source.join?.by !== 'key') return source
    const { column, with: key } = source.join
    const join = {
      ...source.join,
      column: source.id === id ? named(column) : column,
      with: first?.id === id ? named(key) : key,
    }
    return patched(source, { join })
  })
  return renamedRules(withSources(uses, sources), named)
}
