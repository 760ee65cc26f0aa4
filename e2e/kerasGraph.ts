import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'

interface KerasLayer {
  readonly class_name: string
  readonly name: string
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

/** The open model as its Keras JSON tells it: by layer, its class and, for each of its calls, what feeds it. */
export async function kerasGraph(page: Page): Promise<Readonly<Record<string, string>>> {
  await page.getByRole('button', { name: 'Code', exact: true }).click()
  await page.getByRole('button', { name: 'Keras JSON' }).click()
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Download', exact: true }).click()
  const model = JSON.parse(readFileSync(await (await download).path(), 'utf8')) as {
    readonly config: { readonly layers: readonly KerasLayer[] }
  }
  return Object.fromEntries(
    model.config.layers.map(({ class_name, name, inbound_nodes }) => {
      const calls = inbound_nodes.map(({ args }) => feeding(args).join(' + ')).filter(Boolean)
      return [name, [class_name, ...calls].join(' < ')]
    }),
  )
}

/** The Inception module of the functional API's guide. */
export const inceptionGraph = {
  image: 'InputLayer',
  tower_1_reduce: 'Conv2D < image',
  tower_1: 'Conv2D < tower_1_reduce',
  tower_2_reduce: 'Conv2D < image',
  tower_2: 'Conv2D < tower_2_reduce',
  tower_3_pool: 'MaxPooling2D < image',
  tower_3: 'Conv2D < tower_3_pool',
  joined: 'Concatenate < tower_1 + tower_2 + tower_3',
}

/** The model with an auxiliary input and output of the functional API's guide. */
export const headlineGraph = {
  main_input: 'InputLayer',
  aux_input: 'InputLayer',
  embedding: 'Embedding < main_input',
  lstm: 'LSTM < embedding',
  aux: 'Dense < lstm',
  concatenate: 'Concatenate < lstm + aux_input',
  dense_1: 'Dense < concatenate',
  dense_2: 'Dense < dense_1',
  dense_3: 'Dense < dense_2',
  main: 'Dense < dense_3',
}
