import * as core from '@tensorflow/tfjs-core'
import * as tfjsLayers from '@tensorflow/tfjs-layers'
import { beforeAll, describe, expect, it } from 'vitest'
import { loadWasmForTests } from '../backends/wasmBytes.test-support.ts'
import { installOwnLayers, ownLayersModule } from './ownLayers.ts'
import type { Tfjs } from './tfjs.ts'

const { tensor, tidy } = core
type Layer = InstanceType<typeof tfjsLayers.layers.Layer>

const make = (className: string, config: Record<string, unknown>) => {
  const [type, read] = core.serialization.SerializationMap.getMap().classNameMap[className] ?? []
  if (!type || !read) throw new Error(`${className} is not registered.`)
  return read(type, config as core.serialization.ConfigDict) as unknown as Layer
}
const range = (count: number, scale: number, less: number, reversed = false) =>
  Array.from({ length: count }, (_, index) => {
    const [row, column] = [Math.floor(index / 6), index % 6]
    return (reversed ? (1 - row) * 6 + column : index) / scale - less
  })

describe('layers that tfjs lacks', () => {
  beforeAll(async () => {
    await loadWasmForTests()
    installOwnLayers()
  })

  it('compute GRU with reset_after as Keras 3.15 does', () => {
    const config = { units: 2, returnSequences: true, recurrentActivation: 'sigmoid' }
    const gru = make('GRUResetAfter', config)
    const x = tensor([
      [
        [0.5, -1],
        [2, 0.25],
        [-0.75, 1.5],
      ],
    ]) // prettier-ignore
    gru.apply(x)
    const weights = [range(12, 10, 0.5), range(12, 8, 0.6, true), range(12, 7, 0.8)]
    gru.setWeights(weights.map((values) => tensor(values, [2, 6])))
    // Made with keras.layers.GRU(2, return_sequences=True) and these weights.
    const wanted = [-0.3798298, -0.2506584, -0.2064438, 0.1376981, 0.3252395, 0.4862824]
    const found = (gru.apply(x) as core.Tensor).dataSync()
    for (const [at, value] of wanted.entries()) expect(found[at]).toBeCloseTo(value, 5)
    expect(gru.getConfig()).toMatchObject({ units: 2, resetAfter: true, returnSequences: true })
  })

  it('stretch images while training only, to places in the middle of pixels', () => {
    const image = tensor([1, 10, 5, 50], [1, 1, 2, 2])
    const run = (interpolation: string, training: boolean) => {
      const layer = make('StretchWidth', { factor: 0.5, interpolation })
      return tidy(() => [...(layer.apply(image, { training }) as core.Tensor).dataSync()])
    }
    const original = Math.random
    try {
      Math.random = () => 1
      expect(run('bilinear', false)).toEqual([1, 10, 5, 50])
      expect(run('nearest', true)).toEqual([1, 10, 5, 50, 5, 50])
      expect(run('bilinear', true)).toEqual([1, 10, 3, 30, 5, 50])
      Math.random = () => 0
      expect(run('bilinear', true)).toEqual([3, 30])
    } finally {
      Math.random = original
    }
  })

  it('come with a saved model as a module that needs nothing but tfjs', async () => {
    const layer = (class_name: string, config = {}) => ({ class_name, config, inbound_nodes: [] })
    expect(ownLayersModule({ config: { layers: [layer('Dense')] } })).toBeNull()
    const gru = layer('Bidirectional', { layer: layer('GRUResetAfter') })
    const text = ownLayersModule({ config: { layers: [gru, layer('Math')] } }) ?? ''
    const { registerLayers } = (await import(
      /* @vite-ignore */ `data:text/javascript,${encodeURIComponent(text)}`
    )) as { registerLayers: (tf: Tfjs) => void }
    const { classNameMap } = core.serialization.SerializationMap.getMap()
    const before = { ...classNameMap }
    registerLayers({ ...core, ...tfjsLayers })
    for (const name of ['GRUResetAfter', 'GRUResetAfterCell', 'Math'])
      expect(classNameMap[name]?.[0]).not.toBe(before[name]?.[0])
    const log = make('Math', { operation: 'log' })
    expect(tidy(() => (log.apply(tensor([1, Math.E])) as core.Tensor).dataSync()[1])).toBeCloseTo(1, 6)
  })
})
