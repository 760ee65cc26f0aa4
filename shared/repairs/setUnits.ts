import { setParam } from '../edits/setValues.ts'
import { findNode } from '../graph.ts'
import { targetUnits } from '../losses.ts'
import { isCall, isOutput } from '../project.ts'
import { headWith } from './headOf.ts'
import type { RepairRule } from './repair.ts'

/** As many units in the last layer as the target has classes, or values. */
export const setUnits: RepairRule = {
  codes: ['targetShapeMismatch', 'lossNeedsShape'],
  suggest: ({ project, index, id, node, problem }) => {
    if (id === null || !node || !isOutput(node)) return []
    const { target } = node.output
    const units = target ? targetUnits(target.encoding) : Number(problem.values?.['needed'])
    const head = headWith(project, index, id, 'units')
    const call = head === null ? undefined : findNode(project, head)
    if (!units || !call || !isCall(call)) return []
    return [
      {
        code: 'setUnits',
        values: { count: units },
        isPlain: target !== undefined,
        apply: (now) => setParam(now, call.layer, 'units', units),
      },
    ]
  },
}
