import { type LayersModel, models } from '@tensorflow/tfjs-layers'
import { installOwnLayers } from '../layers/ownLayers.ts'
import type { Topology } from './topology.ts'

/** The tfjs model of a topology, its weights at zero. */
export const buildModel = (topology: Topology): Promise<LayersModel> => {
  installOwnLayers()
  return models.modelFromJSON(topology as never)
}
