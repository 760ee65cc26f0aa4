import type { LayersModel } from '@tensorflow/tfjs-layers'
import { batchNormalize, type NormalizationLayer } from './batchNormalize.ts'
import { type LayerNormalizationLayer, layerNormalize } from './layerNormalize.ts'

type Layer = LayersModel['layers'][number]
type Call = Layer['call']

/** How layers whose training tfjs gets wrong are to be called while training; without training they are right. */
const trainingCalls: Readonly<Record<string, (layer: Layer, ...args: Parameters<Call>) => ReturnType<Call>>> =
  {
    BatchNormalization: (layer, inputs) => batchNormalize(layer as unknown as NormalizationLayer, inputs),
    LayerNormalization: (layer, inputs) =>
      layerNormalize(layer as unknown as LayerNormalizationLayer, inputs),
  }

/** Makes a model train as Keras trains it where tfjs does not; its saved form stays plain tfjs. */
export const followKerasInTraining = ({ layers }: LayersModel): void => {
  for (const layer of layers) {
    const train = trainingCalls[layer.getClassName()]
    if (!train) continue
    const infer = layer.call.bind(layer)
    layer.call = (inputs, kwargs) =>
      kwargs['training'] ? train(layer, inputs, kwargs) : infer(inputs, kwargs)
  }
}
