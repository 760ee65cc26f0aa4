import { layerOf } from '../../../shared/graph.ts'
import type { GraphAnalysis } from '../../../shared/infer.ts'
import type { Category } from '../../../shared/layers/define.ts'
import { findLayer } from '../../../shared/layers/index.ts'
import { modelNames, nodeTitle } from '../../../shared/names.ts'
import type { Problem } from '../../../shared/problems.ts'
import { isInput, isOutput, type Project } from '../../../shared/project.ts'

/** The problems of one node, or of the whole graph. */
export interface ProblemGroup {
  readonly id: string | null
  /** Empty for the whole graph. */
  readonly name: string
  readonly type: string
  readonly category: Category | 'unknown'
  readonly problems: readonly Problem[]
}

/** Every problem by its node, the whole graph's first, then in the order of the computation. */
export const problemGroups = (project: Project, analysis: GraphAnalysis): readonly ProblemGroup[] => {
  const { outputs } = modelNames(project)
  const place = new Map(analysis.order.map((id, index) => [id, index]))
  const at = (id: string) => place.get(id) ?? Infinity
  const whole: ProblemGroup = {
    id: null,
    name: '',
    type: '',
    category: 'unknown',
    problems: analysis.problems,
  }
  const groups = Object.entries(project.nodes)
    .filter(([id]) => analysis.nodes[id]?.problems.length)
    .toSorted(([one], [other]) => at(one) - at(other))
    .map(([id, node]): ProblemGroup => {
      const kind = isInput(node) ? 'input' : isOutput(node) ? 'output' : null
      const type = kind ?? layerOf(project, node)?.type ?? ''
      return {
        id,
        name: outputs.get(id) ?? nodeTitle(project, node),
        type,
        category: kind ?? findLayer(type)?.category ?? 'unknown',
        problems: analysis.nodes[id]?.problems ?? [],
      }
    })
  return analysis.problems.length > 0 ? [whole, ...groups] : groups
}
