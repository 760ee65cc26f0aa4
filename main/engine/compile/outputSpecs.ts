import { serialization } from '@tensorflow/tfjs-core'
import { layers } from '@tensorflow/tfjs-layers'
import type { KerasLayer, Shape, TensorSpec } from '../../../shared/layers/define.ts'
import { installOwnLayers } from '../layers/ownLayers.ts'
import { hasWeights, tfjsConfig } from './tfjsConfig.ts'

const camelCase = (text: string) => text.replace(/_+(\w)/g, (_, letter: string) => letter.toUpperCase())

/** A config as tfjs' layers take it when they are not read from a file: keys and names in camelCase. */
const camel = (value: unknown): unknown => {
  if (typeof value === 'string') return camelCase(value)
  if (Array.isArray(value)) return value.map(camel)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [camelCase(key), camel(inner)]))
}

/** What a tfjs layer puts out for these inputs, as tfjs itself says. */
export const outputSpecs = (
  { className, config }: KerasLayer,
  inputs: readonly TensorSpec[],
): readonly TensorSpec[] => {
  installOwnLayers()
  const [type, read] = serialization.SerializationMap.getMap().classNameMap[className] ?? []
  if (!type || !read) throw new Error(`tfjs has no layer ${className}.`)
  const layer = read(type, camel(tfjsConfig(config)) as serialization.ConfigDict)
  if (!(layer instanceof layers.Layer)) throw new Error(`${className} is no layer.`)
  const entering = inputs.map(({ shape }) => [null, ...shape])
  const found = layer.computeOutputShape(entering.length === 1 ? (entering[0] ?? []) : entering)
  const shapes = (Array.isArray(found[0]) ? found : [found]) as Shape[]
  const dtype = hasWeights(config) ? 'float32' : (inputs[0]?.dtype ?? 'float32')
  return shapes.map((shape) => ({ shape: shape.slice(1), dtype }))
}
