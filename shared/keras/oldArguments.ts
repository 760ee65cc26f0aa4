import { snakeCase } from '../layers/kerasConfig.ts'
import type { LayerDefinition } from '../layers/define.ts'

/** Arguments of Keras 1 by what they are called today; the first that a layer has is meant. */
const renamed: Readonly<Record<string, readonly string[]>> = {
  output_dim: ['units'],
  nb_filter: ['filters'],
  filter_length: ['kernel_size'],
  subsample: ['strides'],
  subsample_length: ['strides'],
  stride: ['strides'],
  pool_length: ['pool_size'],
  length: ['size'],
  border_mode: ['padding'],
  atrous_rate: ['dilation_rate'],
  init: ['kernel_initializer', 'embeddings_initializer', 'alpha_initializer'],
  inner_init: ['recurrent_initializer'],
  inner_activation: ['recurrent_activation'],
  W_regularizer: ['kernel_regularizer', 'embeddings_regularizer'],
  U_regularizer: ['recurrent_regularizer'],
  b_regularizer: ['bias_regularizer'],
  W_constraint: ['kernel_constraint', 'embeddings_constraint'],
  U_constraint: ['recurrent_constraint'],
  b_constraint: ['bias_constraint'],
  bias: ['use_bias'],
  p: ['rate'],
  sigma: ['stddev'],
  dropout_W: ['dropout'],
  dropout_U: ['recurrent_dropout'],
  concat_axis: ['axis'],
  dot_axes: ['axes'],
  dim_ordering: ['data_format'],
  depth_multiplier: ['depth_multiplier'],
}
const values: Readonly<Record<string, unknown>> = { tf: 'channels_last', th: 'channels_first' }

/** A config with arguments of Keras 1 under the names they have today. */
export const withNewArguments = (
  { params }: LayerDefinition,
  config: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> => {
  const names = new Set(Object.keys(params).map(snakeCase))
  const { nb_row: rows, nb_col: columns, ...rest } = config
  const kernel = rows !== undefined && columns !== undefined ? { kernel_size: [rows, columns] } : {}
  const entries = Object.entries(rest).map(([key, value]) => {
    const name = names.has(key) ? undefined : renamed[key]?.find((now) => names.has(now))
    if (name) return [name, value] as const
    return key === 'dim_ordering'
      ? (['data_format', values[String(value)] ?? value] as const)
      : ([key, value] as const)
  })
  return { ...kernel, ...Object.fromEntries(entries) }
}
