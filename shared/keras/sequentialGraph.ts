import { callModel } from './callModel.ts'
import { findKerasClass } from './kerasClasses.ts'
import { inputClass, type KerasGraph, type KerasLayerEntry, type KerasTensor } from './kerasGraph.ts'

/** A layer of a Sequential model, or a model in it. */
export type SequentialItem = KerasLayerEntry | KerasGraph
const isModel = (item: SequentialItem): item is KerasGraph => 'outputs' in item

/** The input that a first layer's own arguments describe, as an `InputLayer`'s config; empty when they don't. */
const impliedInput = ({ className, config }: KerasLayerEntry): Readonly<Record<string, unknown>> => {
  const takesIds = 'inputDim' in (findKerasClass(className)?.definition.params ?? {})
  const { batch_input_shape: batch, batch_shape: batchShape = batch, input_shape: shape } = config
  const { input_dim: size, input_length: length, input_dtype: inputDtype } = config
  const dtype = inputDtype ?? (takesIds ? 'int32' : 'float32')
  if (batchShape) return { batch_shape: batchShape, dtype }
  if (shape) return { shape, dtype }
  if (takesIds) return { shape: [length ?? null].flat(), dtype }
  if (size === undefined || size === null) return { dtype }
  return { shape: length === undefined ? [size] : [length, size], dtype }
}

const inputFor = (item: KerasLayerEntry, inputName: string): KerasLayerEntry =>
  item.className === inputClass
    ? item
    : {
        className: inputClass,
        name: inputName,
        config: impliedInput(item),
        ...(item.line ? { line: item.line } : {}),
      }

/** A chain of layers as a graph: each takes the first output of the one before it; the first says what comes in. */
export const sequentialGraph = (
  name: string,
  items: readonly SequentialItem[],
  inputName: string,
): KerasGraph => {
  const inputs: KerasTensor[] = []
  let last: KerasTensor | undefined
  const call = (layer: KerasLayerEntry, args: readonly KerasTensor[]): KerasTensor => ({
    call: { layer, args, kwargs: {}, group: null },
    output: 0,
  })
  for (const item of items) {
    if (isModel(item)) {
      if (!last) inputs.push(...item.inputs)
      last = callModel(item, last ? [last] : [], null)[0]
      continue
    }
    if (!last) {
      last = call(inputFor(item, inputName), [])
      inputs.push(last)
      if (item.className === inputClass) continue
    }
    last = call(item, [last])
  }
  return { name, inputs, outputs: last ? [last] : [], compile: null }
}
