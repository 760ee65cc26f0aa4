import type { LayersModel } from '@tensorflow/tfjs-layers'

/** Frees a model's weights, those of layers that are called several times too: tfjs counts calls and leaves these behind. */
export const disposeModel = (model: LayersModel): void => {
  const variables = model.weights.map((weight) => weight.read())
  model.dispose()
  for (const variable of variables) variable.dispose()
}
