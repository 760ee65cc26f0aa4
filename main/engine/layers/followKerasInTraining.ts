import type { Tensor } from '@tensorflow/tfjs-core'
import type { LayersModel } from '@tensorflow/tfjs-layers'
import { batchNormalize, type NormalizationLayer } from './batchNormalize.ts'
import { type LayerNormalizationLayer, layerNormalize } from './layerNormalize.ts'
import { dropChannels, type DropoutLayer } from './spatialDropout.ts'
import { callSpread, isDilated } from './spreadFilter.ts'

type Layer = LayersModel['layers'][number]
type Call = Layer['call']
type TrainingCall = (layer: Layer, ...args: Parameters<Call>) => ReturnType<Call>

const convolve: TrainingCall = (layer, ...args) => (isDilated(layer) ? callSpread : callAsIs)(layer, ...args)
const callAsIs: TrainingCall = (layer, ...args) =>
  (Object.getPrototypeOf(layer) as Layer).call.apply(layer, args)

/** How layers whose training tfjs gets wrong are to be called while training; without training they are right. */
const trainingCalls: Readonly<Record<string, TrainingCall>> = {
  BatchNormalization: (layer, inputs, kwargs) =>
    batchNormalize(layer as unknown as NormalizationLayer, inputs, kwargs['mask'] as Tensor | undefined),
  LayerNormalization: (layer, inputs) => layerNormalize(layer as unknown as LayerNormalizationLayer, inputs),
  Dropout: (layer, ...args) => {
    const { rate, noiseShape } = layer as unknown as DropoutLayer
    return noiseShape ? dropChannels(rate, noiseShape, args[0]) : callAsIs(layer, ...args)
  },
  Conv1D: convolve,
  Conv2D: convolve,
  Conv3D: convolve,
  SeparableConv2D: convolve,
}

/** A layer and the one it wraps. */
const withInner = (layer: Layer): readonly Layer[] => {
  const { layer: inner } = layer as unknown as { readonly layer?: Layer }
  return inner ? [layer, ...withInner(inner)] : [layer]
}

/** Makes a model train as Keras trains it where tfjs does not; its saved form stays plain tfjs. */
export const followKerasInTraining = ({ layers }: LayersModel): void => {
  for (const layer of layers.flatMap(withInner)) {
    const train = trainingCalls[layer.getClassName()]
    if (!train) continue
    const infer = layer.call.bind(layer)
    layer.call = (inputs, kwargs) =>
      kwargs['training'] ? train(layer, inputs, kwargs) : infer(inputs, kwargs)
  }
}
