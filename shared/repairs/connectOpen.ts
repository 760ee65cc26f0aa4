import { connect } from '../edits/connect.ts'
import { outputPorts } from '../graph.ts'
import { nodeTitle } from '../names.ts'
import type { Case, Repair, RepairRule } from './repair.ts'

/** So many partners are tried. */
const limit = 8

const withProblem = ({ project, analysis }: Case, wanted: string) =>
  Object.entries(project.nodes).flatMap(([id, node]) =>
    (analysis.nodes[id]?.problems ?? [])
      .filter(({ code }) => code === wanted)
      .map(({ values }) => ({ id, node, port: String(values?.['port'] ?? '') })),
  )

/** An edge from a result that nothing uses to a port that waits for one. */
export const connectOpen: RepairRule = {
  codes: ['inputNotConnected', 'outputUnused', 'tooFewInputs'],
  suggest: (at) => {
    const { project, id, node, problem } = at
    if (id === null || !node) return []
    if (problem.code === 'outputUnused') {
      const out = outputPorts(project, node)?.[0]?.name ?? ''
      return withProblem(at, 'inputNotConnected')
        .slice(0, limit)
        .map(
          (to): Repair => ({
            code: 'connectTo',
            values: { node: nodeTitle(project, to.node) },
            apply: (now) => connect(now, { from: id, out, to: to.id, in: to.port }),
          }),
        )
    }
    const into = String(problem.values?.['port'] ?? at.incoming[0]?.in ?? 'input')
    return withProblem(at, 'outputUnused')
      .slice(-limit)
      .toReversed()
      .map(
        (from): Repair => ({
          code: 'connectFrom',
          values: { node: nodeTitle(project, from.node) },
          apply: (now) => {
            const out = outputPorts(now, from.node)?.[0]?.name ?? ''
            return connect(now, { from: from.id, out, to: id, in: into })
          },
        }),
      )
  },
}
