import type { InnerLayer, ParamTable, WeightSpec } from '../layers/define.ts'
import { snakeCase } from '../layers/kerasConfig.ts'
import type { ParamValues } from '../layers/values.ts'
import type { Problem } from '../problems.ts'

/** Whether a parameter such as `recurrentConstraint` is for a weight such as `recurrent_kernel`. */
const isFor = (param: string, weight: string) => {
  const stem = snakeCase(param).replace(/_constraint$/, '')
  return [stem, `${stem}_kernel`].some((name) => weight === name || weight.endsWith(`_${name}`))
}

/** The problem of a constraint whose norms are taken along an axis that its weights don't have. */
export const constraintProblem = (
  params: ParamTable,
  values: ParamValues,
  weights: readonly WeightSpec[],
): Problem | null => {
  for (const [name, { kind }] of Object.entries(params)) {
    const inner = kind === 'layer' ? (values[name] as InnerLayer) : null
    const problem = inner && constraintProblem(inner.definition.params, inner.values, weights)
    if (problem) return problem
    const value = kind === 'constraint' ? (values[name] as { readonly axis?: number } | null) : null
    if (value?.axis === undefined) continue
    const axes = weights.filter((weight) => isFor(name, weight.name)).map(({ shape }) => shape.length)
    const max = Math.min(...axes) - 1
    if (value.axis > max)
      return { code: 'valueOutOfRange', values: { param: `${name}.axis`, min: 0, max, found: value.axis } }
  }
  return null
}
