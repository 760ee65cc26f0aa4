import type { KerasLayer } from '../../../shared/layers/define.ts'

type Config = KerasLayer['config']

const isWrapped = (value: unknown): value is { class_name: string; config: Config } =>
  typeof value === 'object' && value !== null && 'class_name' in value && 'config' in value

/** The config that says how a layer's weights start: its own, or that of the layer inside a wrapper. */
export const weightsConfig = (config: Config): Config =>
  isWrapped(config.layer) ? weightsConfig(config.layer.config) : config

/** Whether a layer of this config has weights. */
export const hasWeights = (config: Config): boolean =>
  Object.keys(weightsConfig(config)).some((key) => key.endsWith('_initializer'))

/** tfjs knows L1 and L2 only as parts of L1L2. */
const regularizer = (value: unknown): unknown => {
  if (!isWrapped(value)) return value
  const { l1 = 0, l2 = 0 } = value.config as { l1?: number; l2?: number }
  return { class_name: 'L1L2', config: { l1, l2 } }
}

/** Activation functions that tfjs knows by another name. */
const renamed: Readonly<Record<string, string>> = { silu: 'swish' }

const tfjsValue = (key: string, value: unknown): unknown => {
  if (key.endsWith('_initializer')) return { class_name: 'Zeros', config: {} }
  if (key.endsWith('activation')) return renamed[String(value)] ?? value
  if (key.endsWith('_regularizer')) return regularizer(value)
  if (key === 'layer' && isWrapped(value)) return { ...value, config: tfjsConfig(value.config) }
  return value
}

/** The shape Keras gives a weight that tfjs keeps in another: `kernel_shape`, `bias_shape`. First values and constraints go by it. */
export const kerasShape = (config: Config, weight: string): readonly number[] | undefined =>
  config[`${weight.slice(weight.lastIndexOf('/') + 1)}_shape`] as readonly number[] | undefined

/** What tfjs must not see. */
const ownKeys = ['seed', 'kernel_shape', 'bias_shape']

/**
 * A config as tfjs reads it. Weights start at zero: their values come from `initialValues` or from a file. A seed would
 * give a dropout layer the same mask at every step.
 */
export const tfjsConfig = (config: Config): Config =>
  Object.fromEntries(
    Object.entries(config)
      .filter(([key]) => !ownKeys.includes(key))
      .map(([key, value]) => [key, tfjsValue(key, value)]),
  )
