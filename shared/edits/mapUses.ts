import { isInput, isOutput, type Project } from '../project.ts'
import type { ColumnRef } from './columns.ts'
import { setInput, setOutput } from './setValues.ts'

/** Names every column that the model uses anew; encodings and shapes stay. */
export const mapUses = (project: Project, rename: (use: ColumnRef) => ColumnRef): Project => {
  let next = project
  const named = <T extends ColumnRef>(use: T): T => {
    const ref = rename(use)
    if (ref.column === use.column && ref.source === use.source) return use
    const { source: _, ...rest } = use
    return { ...rest, ...ref } as T
  }
  for (const [id, node] of Object.entries(project.nodes)) {
    if (isInput(node)) {
      const columns = node.input.columns.map(named)
      if (columns.some((use, index) => use !== node.input.columns[index]))
        next = setInput(next, id, { columns })
    } else if (isOutput(node) && node.output.target) {
      const target = named(node.output.target)
      if (target !== node.output.target) next = setOutput(next, id, { target })
    }
  }
  return next
}
