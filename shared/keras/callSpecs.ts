import type { OutputsByPort, TensorSpec } from '../layers/define.ts'
import { paramValues } from '../layers/values.ts'
import { portsOfArguments } from './callArguments.ts'
import { inputFromKeras } from './inputFromKeras.ts'
import { findKerasClass } from './kerasClasses.ts'
import { inputClass, type KerasCall, type KerasTensor } from './kerasGraph.ts'
import { paramsFromKeras } from './paramsFromKeras.ts'

/** The shape and dtype of a tensor; one axis of unknown size where it can't be known. */
export type SpecOf = (tensor: KerasTensor) => TensorSpec

const unknown: TensorSpec = { shape: [null], dtype: 'float32' }

/** Shapes of every tensor of a Keras graph, by the catalogue's inference. `calls` are in order. */
export const callSpecs = (calls: readonly KerasCall[]): SpecOf => {
  const specs = new Map<KerasCall, readonly TensorSpec[]>()
  const specOf: SpecOf = ({ call, output }) => specs.get(call)?.[output] ?? unknown
  const outputsOf = (call: KerasCall): readonly TensorSpec[] => {
    const { className, config } = call.layer
    if (className === inputClass) return [inputFromKeras(call.layer).input]
    const found = findKerasClass(className)
    const read = found && paramsFromKeras(found.definition, className, config)
    const checked = found && read && 'params' in read ? paramValues(found.definition, read.params) : undefined
    if (!found || !checked || !('values' in checked)) return []
    const inputs: Record<string, TensorSpec[]> = {}
    const ports = found.definition.usedInputs?.(checked.values) ?? found.definition.inputs
    for (const { port, tensor } of portsOfArguments(ports, call).entering)
      (inputs[port] ??= []).push(specOf(tensor))
    const inferred = found.definition.infer(inputs, checked.values)
    if (!('outputs' in inferred)) return []
    const outputs: OutputsByPort = inferred.outputs
    return found.definition.outputs(checked.values).map(({ name }) => outputs[name] ?? unknown)
  }
  for (const call of calls) specs.set(call, outputsOf(call))
  return specOf
}
