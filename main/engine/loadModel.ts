import { type LayersModel, loadLayersModel } from '@tensorflow/tfjs-layers'
import { asLossName } from '../../shared/losses.ts'
import { type Pipeline, pipelineSchema } from '../../shared/pipeline.ts'
import type { RunnableModel } from './compile/compile.ts'
import { disposeModel } from './compile/disposeModel.ts'
import { createExecute, type Execute } from './compile/execute.ts'
import { idLimits } from './compile/idLimits.ts'
import type { Topology } from './compile/topology.ts'
import type { EngineHost } from './host.ts'
import { installOwnLayers, ownLayersModule } from './layers/ownLayers.ts'
import { createLoss } from './train/losses.ts'
import type { OutputLoss } from './train/trainStep.ts'

/** A saved model, ready to answer. */
export interface LoadedModel {
  readonly compiled: RunnableModel
  readonly pipeline: Pipeline
  /** See `idLimits`. */
  readonly limits: readonly (number | null)[]
  readonly losses: readonly OutputLoss[]
  readonly dispose: () => void
}

interface ModelFile {
  readonly modelTopology: Topology
  readonly weightsManifest: readonly { readonly weights: readonly unknown[] }[]
}

const readModel = async (host: EngineHost, dir: string) =>
  JSON.parse(await host.readText(dir, 'model.json')) as ModelFile

/** The text of `layers.mjs` for the model in a folder, see `ownLayersModule`. */
export const ownLayersOf = async (host: EngineHost, dir: string): Promise<string | null> =>
  ownLayersModule((await readModel(host, dir)).modelTopology)

/** Runs a model the way plain tfjs does. */
const executePlain =
  (model: LayersModel): Execute =>
  (inputs) =>
    [model.predictOnBatch([...inputs])].flat()

/** Reads the folder that `saveModel` wrote; see `PredictPlan` for `plain`. */
export const loadModel = async (host: EngineHost, dir: string, plain = false): Promise<LoadedModel> => {
  const file = await readModel(host, dir)
  const pipeline = pipelineSchema.parse(JSON.parse(await host.readText(dir, 'layerloom.json')))
  const bytes = await host.readBytes(dir, 'weights.bin')
  const artifacts = {
    modelTopology: file.modelTopology,
    weightSpecs: file.weightsManifest.flatMap(({ weights }) => weights),
    weightData: Uint8Array.from(bytes).buffer,
  }
  installOwnLayers(plain ? file.modelTopology : undefined)
  const model = await loadLayersModel({ load: () => Promise.resolve(artifacts as never) })
  const losses = pipeline.outputs.map(({ loss, lossWeight }) => ({
    loss: createLoss(asLossName(loss) ?? 'meanSquaredError', null),
    weight: lossWeight,
  }))
  return {
    compiled: {
      execute: plain ? executePlain(model) : createExecute(model, file.modelTopology),
      heads: losses.map(() => null),
    },
    pipeline,
    limits: idLimits(file.modelTopology),
    losses,
    dispose: () => disposeModel(model),
  }
}
