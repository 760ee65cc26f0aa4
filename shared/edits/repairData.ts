import { isInput, type Project, projectSchema } from '../project.ts'
import type { DataRepair, SurveyColumn } from '../survey.ts'
import { checked } from './check.ts'
import { type ColumnRef, isSameColumn, removeColumn, setEncoding } from './columns.ts'
import { setOutput, setTraining } from './setValues.ts'

/** A change to every input that takes one of the columns. */
const inInputs = (
  project: Project,
  columns: readonly SurveyColumn[],
  change: (project: Project, node: string, column: ColumnRef) => Project,
): Project => {
  let next = project
  for (const [id, node] of Object.entries(project.nodes))
    if (isInput(node))
      for (const { source, column } of columns)
        next = change(next, id, source === '' ? { column } : { source, column })
  return next
}

const scaled = (project: Project, id: string, column: ColumnRef): Project => {
  const node = project.nodes[id]
  const use =
    node && isInput(node) ? node.input.columns.find((one) => isSameColumn(project, one, column)) : undefined
  if (use?.encoding.kind !== 'number' || use.encoding.scale !== 'none') return project
  return setEncoding(project, id, column, { ...use.encoding, scale: 'standard' })
}

/** Does what a warning about the data proposes: one undoable step. The document itself when there is nothing to do. */
export const repairData = (project: Project, repair: DataRepair): Project => {
  const { split } = project.training
  switch (repair.kind) {
    case 'removeInput':
      return inInputs(project, repair.columns, removeColumn)
    case 'scale':
      return inInputs(project, repair.columns, scaled)
    case 'dropDuplicates': {
      const step = { kind: 'dropDuplicates' as const, columns: [...repair.columns] }
      const data = { ...project.data, steps: [...project.data.steps, step] }
      return { ...project, data: checked(projectSchema.shape.data, data, 'data') }
    }
    case 'stratify':
      return split.stratify === repair.column
        ? project
        : setTraining(project, { split: { ...split, stratify: repair.column } })
    case 'group':
      return split.group === repair.column
        ? project
        : setTraining(project, { split: { ...split, group: repair.column } })
    case 'classWeights':
      return setOutput(project, repair.node, { classWeights: 'balanced' })
  }
}
