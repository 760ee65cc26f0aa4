import { addInput } from '../../shared/edits/addNode.ts'
import { addColumns } from '../../shared/edits/columns.ts'
import { setInput } from '../../shared/edits/setValues.ts'
import { isSequence } from '../../shared/prep/width.ts'
import { isInput, type Project } from '../../shared/project.ts'
import { leftOutReason } from '../../shared/leftOutReason.ts'
import { proposeInput } from '../../shared/proposeEncoding.ts'
import type { TableProfile } from '../../shared/table.ts'
import { placeBeside } from './changeRole.ts'
import { usesByColumn } from './columnUses.ts'
import { refOf } from './refOf.ts'

/** The first input that takes tabular columns, or none yet. */
const tabularInput = ({ nodes }: Project): string | undefined =>
  Object.entries(nodes).find(
    ([, node]) => isInput(node) && node.input.columns.every(({ encoding }) => !isSequence(encoding)),
  )?.[0]

/** Makes every column that has no role yet, and could have one, an input; sequences need an input of their own and stay out. */
export const takeInColumns = (project: Project, source: string, { columns, rows }: TableProfile): Project => {
  const uses = usesByColumn(project, source)
  const free = columns.filter(
    (column) => !uses.has(column.name) && column.type !== 'sequence' && leftOutReason(column, rows) === null,
  )
  if (free.length === 0) return project
  const found = tabularInput(project)
  const { project: ready, node } = found
    ? { project, node: found }
    : addInput(project, placeBeside(project, 'input'))
  const taken = free.map((column) => ({
    ...refOf(project, source, column.name),
    encoding: proposeInput(column),
  }))
  return addColumns(ready, node, taken)
}

/** Takes every column of a source out of every input; targets stay. */
export const takeOutColumns = (project: Project, source: string): Project => {
  const first = project.data.sources[0]?.id
  let next = project
  for (const [id, node] of Object.entries(project.nodes)) {
    if (!isInput(node)) continue
    const left = node.input.columns.filter((use) => (use.source ?? first) !== source)
    if (left.length < node.input.columns.length) next = setInput(next, id, { columns: left })
  }
  return next
}
