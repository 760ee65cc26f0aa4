import { isOutput } from '../../../../shared/project.ts'
import type { DataRepair, DataWarning } from '../../../../shared/survey.ts'
import { canStratify } from './canStratify.ts'
import type { Surveyed } from '../surveyed.ts'

/** One class with more than so many times the rows of another. */
const most = 4

/** Targets of which one class is far more frequent than another, and no class weights even it out. */
export const classImbalance = ({ project, balance }: Surveyed): DataWarning[] =>
  balance.flatMap(({ node, source, column, classes }): DataWarning[] => {
    const output = project.nodes[node]
    const present = classes
      .filter(({ train }) => train > 0)
      .toSorted((left, right) => left.train - right.train)
    const [smallest, largest] = [present[0], present.at(-1)]
    if (!output || !isOutput(output) || output.output.classWeights || !smallest || !largest) return []
    if (largest.train <= smallest.train * most) return []
    const weights: DataRepair = { kind: 'classWeights', node }
    const stratify: DataRepair = { kind: 'stratify', column }
    return [
      {
        problem: {
          code: 'classImbalance',
          values: {
            column,
            most: largest.value,
            mostRows: largest.train,
            least: smallest.value,
            leastRows: smallest.train,
          },
        },
        at: { source, column },
        repairs: [weights, ...(canStratify(project, { source, column }) ? [stratify] : [])],
      },
    ]
  })
