import { type ColumnRef, columnsWidth, removeColumn } from '../edits/columns.ts'
import { setInput } from '../edits/setValues.ts'
import { findNode } from '../graph.ts'
import { isInput } from '../project.ts'
import type { Repair, RepairRule } from './repair.ts'

/** Fractions instead of whole numbers from the inputs that feed a node directly. */
export const setInputType: RepairRule = {
  codes: ['dtypeMismatch', 'dtypesDiffer'],
  suggest: ({ project, incoming, problem }) => {
    const inputs = incoming.flatMap(({ from }) => {
      const node = findNode(project, from)
      return node && isInput(node) ? [from] : []
    })
    const wanted = problem.code === 'dtypesDiffer' ? ['float32', 'int32'] : [problem.values?.['needed']]
    return wanted.flatMap((dtype): readonly Repair[] =>
      inputs.length > 0 && (dtype === 'float32' || dtype === 'int32')
        ? [
            {
              code: 'setInputType',
              values: { dtype },
              apply: (now) => inputs.reduce((so, id) => setInput(so, id, { dtype }), now),
            },
          ]
        : [],
    )
  },
}

/** The shape that an input's columns fill. */
export const setInputShape: RepairRule = {
  codes: ['widthMismatch'],
  suggest: ({ id, node }) => {
    const width = node && isInput(node) ? columnsWidth(node.input.columns) : null
    if (id === null || !width) return []
    return [
      {
        code: 'setInputShape',
        values: { shape: `[${width}]` },
        isPlain: true,
        apply: (project) => setInput(project, id, { shape: [width] }),
      },
    ]
  },
}

/** Without a column that the data don't have. */
export const dropColumn: RepairRule = {
  codes: ['columnMissing'],
  suggest: ({ id, node, problem }) => {
    const column = String(problem.values?.['column'] ?? '')
    const use: ColumnRef | undefined =
      node && isInput(node) ? node.input.columns.find((one) => one.column === column) : undefined
    if (id === null || !use) return []
    return [{ code: 'dropColumn', values: { column }, apply: (project) => removeColumn(project, id, use) }]
  },
}
