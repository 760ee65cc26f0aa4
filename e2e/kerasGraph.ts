import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'

interface KerasLayer {
  readonly class_name: string
  readonly name: string
  readonly config: Readonly<Record<string, unknown>>
  readonly inbound_nodes: readonly { readonly args: unknown }[]
}

/** Names of the layers whose tensors stand in the arguments of a call. */
const feeding = (value: unknown): readonly string[] => {
  if (Array.isArray(value)) return value.flatMap(feeding)
  if (typeof value !== 'object' || value === null) return []
  const { config } = value as { config?: { keras_history?: readonly [string, number, number] } }
  if (config?.keras_history) return [config.keras_history[0]]
  return Object.values(value).flatMap(feeding)
}

/** What of a layer's config makes its shapes and its function; the rest are defaults in these models. */
const telling = [
  'batch_shape',
  'input_dim',
  'output_dim',
  'units',
  'filters',
  'kernel_size',
  'pool_size',
  'strides',
  'padding',
  'activation',
]

const called = (name: string, config: KerasLayer['config']) => {
  const plain = (value: unknown) => JSON.stringify(value).replace(/["[\]]/g, '')
  const told = telling.flatMap((key) => (config[key] === undefined ? [] : [`${key} ${plain(config[key])}`]))
  return told.length ? `${name}: ${told.join(', ')}` : name
}

/** The open model as its Keras JSON tells it: by layer, its class, its config and, for each of its calls, what feeds it. */
export async function kerasGraph(page: Page): Promise<Readonly<Record<string, string>>> {
  await page.getByRole('button', { name: 'Code', exact: true }).click()
  await page.getByRole('button', { name: 'Keras JSON' }).click()
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Download', exact: true }).click()
  const model = JSON.parse(readFileSync(await (await download).path(), 'utf8')) as {
    readonly config: { readonly layers: readonly KerasLayer[] }
  }
  return Object.fromEntries(
    model.config.layers.map(({ class_name, name, config, inbound_nodes }) => {
      const calls = inbound_nodes.map(({ args }) => feeding(args).join(' + ')).filter(Boolean)
      return [name, [called(class_name, config), ...calls].join(' < ')]
    }),
  )
}

/** An Input of these axes. */
export const input = (...axes: readonly number[]) => `InputLayer: batch_shape ${['null', ...axes].join(',')}`
/** A Dense layer. */
export const dense = (units: number, activation: string) => `Dense: units ${units}, activation ${activation}`
const conv = (size: number) =>
  `Conv2D: filters 64, kernel_size ${size},${size}, strides 1,1, padding same, activation relu`

/** The Inception module of the functional API's guide. */
export const inceptionGraph = {
  image: input(256, 256, 3),
  tower_1_reduce: `${conv(1)} < image`,
  tower_1: `${conv(3)} < tower_1_reduce`,
  tower_2_reduce: `${conv(1)} < image`,
  tower_2: `${conv(5)} < tower_2_reduce`,
  tower_3_pool: 'MaxPooling2D: pool_size 3,3, strides 1,1, padding same < image',
  tower_3: `${conv(1)} < tower_3_pool`,
  joined: 'Concatenate < tower_1 + tower_2 + tower_3',
}

/** The model with an auxiliary input and output of the functional API's guide. */
export const headlineGraph = {
  main_input: input(100),
  aux_input: input(5),
  embedding: 'Embedding: input_dim 10000, output_dim 512 < main_input',
  lstm: 'LSTM: units 32, activation tanh < embedding',
  aux: `${dense(1, 'sigmoid')} < lstm`,
  concatenate: 'Concatenate < lstm + aux_input',
  dense_1: `${dense(64, 'relu')} < concatenate`,
  dense_2: `${dense(64, 'relu')} < dense_1`,
  dense_3: `${dense(64, 'relu')} < dense_2`,
  main: `${dense(1, 'sigmoid')} < dense_3`,
}

/** How many layers of each class a model has. */
export const classCounts = (graph: Readonly<Record<string, string>>): Readonly<Record<string, number>> => {
  const counts: Record<string, number> = {}
  for (const layer of Object.values(graph)) {
    const name = layer.match(/^\w+/)?.[0] ?? ''
    counts[name] = (counts[name] ?? 0) + 1
  }
  return counts
}

/** Layers of three Inception modules and a classifier. */
export const threeInceptions = {
  InputLayer: 1,
  Conv2D: 18,
  MaxPooling2D: 3,
  Concatenate: 3,
  GlobalAveragePooling2D: 1,
  Dense: 1,
}
