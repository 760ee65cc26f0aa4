import type { InputsByPort, OutputsByPort, WeightSpec } from '../layers/define.ts'
import type { ParamValues } from '../layers/values.ts'
import type { Problem } from '../problems.ts'
import { constraintProblem } from './constraintProblem.ts'
import { internOutputs } from './internSpec.ts'
import type { ResolvedLayer } from './resolveLayer.ts'
import { sameInputs } from './sameInputs.ts'

/** What a layer makes of its inputs. */
export interface InferredLayer {
  readonly outputs: OutputsByPort
  readonly weights: readonly WeightSpec[]
  /** The weights' shapes in words, to compare two calls by. */
  readonly weightShapes: string
  readonly flops: number
}
type Result = InferredLayer | { readonly problem: Problem }

interface Answer {
  readonly inputs: InputsByPort
  readonly result: Result
}

const infer = ({ definition }: ResolvedLayer, values: ParamValues, inputs: InputsByPort): Result => {
  const inferred = definition.infer(inputs, values)
  if ('problem' in inferred) return inferred
  const weights = definition.weights(inputs, values)
  const problem = constraintProblem(definition.params, values, weights)
  if (problem) return { problem }
  return {
    outputs: internOutputs(inferred.outputs),
    weights,
    weightShapes: weights.map(({ shape }) => `[${shape.join(', ')}]`).join(', '),
    flops: definition.flops(inputs, values),
  }
}

/** Calls of one layer with different inputs that are remembered. */
const callsKept = 8
const answers = new WeakMap<ResolvedLayer, readonly Answer[]>()

/**
 * Output tensors, weights and arithmetic of a layer for these inputs, or its problem. Asked again for the same layer and
 * the same tensors it gives the same object, so that after an edit only what the edit reaches is worked out.
 */
export const inferLayer = (layer: ResolvedLayer, values: ParamValues, inputs: InputsByPort): Result => {
  const known = answers.get(layer) ?? []
  const before = known.find((answer) => sameInputs(answer.inputs, inputs))
  if (before) return before.result
  const result = infer(layer, values, inputs)
  answers.set(layer, [{ inputs, result }, ...known.slice(0, callsKept - 1)])
  return result
}
