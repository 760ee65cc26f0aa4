import type { Pipeline } from '../../shared/pipeline.ts'
import type { CompiledModel } from './compile/compile.ts'
import type { EngineHost } from './host.ts'

/**
 * Writes `model.json`, `weights.bin` and `layerloom.json` into a folder: the tfjs LayersModel format, which plain
 * `tf.loadLayersModel` reads, and what turns raw rows into its inputs. `model.json` comes last, so that a folder with it
 * is whole.
 */
export const saveModel = async (
  { topology, weights }: CompiledModel,
  pipeline: Pipeline,
  host: EngineHost,
  dir: string,
): Promise<void> => {
  const specs = weights.map(({ name, shape }) => ({ name, shape, dtype: 'float32' }))
  const bytes = new Uint8Array(weights.reduce((sum, { variable }) => sum + 4 * variable.size, 0))
  let at = 0
  for (const { variable } of weights) {
    const values = variable.dataSync<'float32'>()
    bytes.set(new Uint8Array(values.buffer, values.byteOffset, values.byteLength), at)
    at += values.byteLength
  }
  const model = {
    format: 'layers-model',
    generatedBy: 'Layerloom',
    convertedBy: null,
    modelTopology: { ...topology, keras_version: 'tfjs-layers 4.22.0', backend: 'tensor_flow.js' },
    weightsManifest: [{ paths: ['weights.bin'], weights: specs }],
  }
  await host.write(dir, 'weights.bin', bytes)
  await host.write(dir, 'layerloom.json', `${JSON.stringify(pipeline, null, 2)}\n`)
  await host.write(dir, 'model.json', `${JSON.stringify(model)}\n`)
}
