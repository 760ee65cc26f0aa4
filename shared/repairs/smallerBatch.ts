import { setTraining } from '../edits/setValues.ts'
import type { RepairRule } from './repair.ts'

/** A batch that needs no more memory than there can be. */
export const smallerBatch: RepairRule = {
  codes: ['modelTooLarge'],
  suggest: ({ project: { training }, problem }) => {
    const { batchSize } = training
    const share = Number(problem.values?.['limit']) / Number(problem.values?.['bytes'])
    if (batchSize === 'all' || batchSize < 2) return []
    const fitting = 2 ** Math.floor(Math.log2(Math.max(1, batchSize * share)))
    return [...new Set([fitting, 1])].map((value) => ({
      code: 'smallerBatch',
      values: { value },
      apply: (project) => setTraining(project, { batchSize: value }),
    }))
  },
}
