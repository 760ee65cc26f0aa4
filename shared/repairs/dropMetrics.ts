import { setOutput } from '../edits/setValues.ts'
import { isOutput } from '../project.ts'
import { metricNames } from '../training.ts'
import type { RepairRule } from './repair.ts'

/** Without the metrics that this version doesn't know. */
export const dropMetrics: RepairRule = {
  codes: ['valueInvalid'],
  suggest: ({ id, node, problem }) => {
    if (id === null || !node || !isOutput(node) || problem.values?.['param'] !== 'metrics') return []
    const known = node.output.metrics?.filter((metric) => metricNames.some((name) => name === metric))
    return [
      {
        code: 'dropMetrics',
        values: { found: problem.values['found'] ?? '' },
        isPlain: true,
        apply: (project) => setOutput(project, id, { metrics: known }),
      },
    ]
  },
}
