import type { Page } from '@playwright/test'
import { card, emptyGraph, place, type, wire } from './graphByMouse.ts'
import { headlineGraph, inceptionGraph, kerasGraph } from './kerasGraph.ts'
import { expect, test } from './servedApp.ts'

test.use({ viewport: { width: 1720, height: 1080 } })
test.setTimeout(240_000)

/** Chooses from a list of the settings. */
async function choose(page: Page, list: string, option: string): Promise<void> {
  await page
    .locator('[data-inspector]')
    .getByRole('button', { name: new RegExp(`${list}$`) })
    .click()
  await page.getByRole('option', { name: option, exact: true }).click()
}

test('builds the Inception module by mouse', async ({ page, app }) => {
  await emptyGraph(page, app.address)
  const conv = async (name: string, size: number, across: number, down: number) => {
    await place(page, 'Conv2D', across, down)
    await type(page, 'Name', name)
    await type(page, 'Filters', '64')
    await type(page, 'Kernel size: Axis 1', String(size))
    await type(page, 'Kernel size: Axis 2', String(size))
    await choose(page, 'Padding', 'same')
    await choose(page, 'Activation', 'relu')
  }
  await place(page, 'Input', 0.12, 0.4)
  await type(page, 'Name', 'image')
  await type(page, 'Shape', '256, 256, 3')
  await conv('tower_1_reduce', 1, 0.36, 0.2)
  await conv('tower_1', 3, 0.6, 0.2)
  await conv('tower_2_reduce', 1, 0.36, 0.4)
  await conv('tower_2', 5, 0.6, 0.4)
  await place(page, 'MaxPooling2D', 0.36, 0.6)
  await type(page, 'Name', 'tower_3_pool')
  for (const axis of [1, 2]) {
    await type(page, `Pool size: Axis ${axis}`, '3')
    await type(page, `Strides: Axis ${axis}`, '1')
  }
  await choose(page, 'Padding', 'same')
  await conv('tower_3', 1, 0.6, 0.6)
  await place(page, 'Concatenate', 0.85, 0.3)
  await type(page, 'Name', 'joined')
  await place(page, 'Output', 0.85, 0.6)
  const image = card(page, 'Input image')
  const joined = card(page, 'Concatenate joined')
  for (const tower of [1, 2]) {
    await wire(page, image, card(page, `Conv2D tower_${tower}_reduce`))
    await wire(page, card(page, `Conv2D tower_${tower}_reduce`), card(page, `Conv2D tower_${tower}`))
    await wire(page, card(page, `Conv2D tower_${tower}`), joined)
  }
  await wire(page, image, card(page, 'MaxPooling2D tower_3_pool'))
  await wire(page, card(page, 'MaxPooling2D tower_3_pool'), card(page, 'Conv2D tower_3'))
  await wire(page, card(page, 'Conv2D tower_3'), joined)
  await wire(page, joined, card(page, 'Output output'))
  await expect(page.getByRole('contentinfo')).toContainText('140,160 parameters')
  await expect(page.getByRole('contentinfo')).toContainText('No problems')
  await expect(joined).toContainText('[256, 256, 192]')
  expect(await kerasGraph(page)).toEqual(inceptionGraph)
})

test('builds the headline model by mouse', async ({ page, app }) => {
  await emptyGraph(page, app.address)
  const dense = async (name: string, units: number, activation: string, across: number, down: number) => {
    await place(page, 'Dense', across, down)
    await type(page, 'Name', name)
    await type(page, 'Units', String(units))
    await choose(page, 'Activation', activation)
  }
  await place(page, 'Input', 0.12, 0.15)
  await type(page, 'Name', 'main_input')
  await type(page, 'Shape', '100')
  await choose(page, 'Number type', 'int32')
  await place(page, 'Embedding', 0.36, 0.15)
  await type(page, 'Input dimension', '10000')
  await type(page, 'Output dimension', '512')
  await place(page, 'LSTM', 0.6, 0.15)
  await dense('aux', 1, 'sigmoid', 0.85, 0.15)
  await place(page, 'Output', 0.85, 0.38)
  await place(page, 'Input', 0.12, 0.4)
  await type(page, 'Name', 'aux_input')
  await type(page, 'Shape', '5')
  await place(page, 'Concatenate', 0.36, 0.4)
  await dense('dense_1', 64, 'relu', 0.6, 0.5)
  await dense('dense_2', 64, 'relu', 0.12, 0.65)
  await dense('dense_3', 64, 'relu', 0.36, 0.65)
  await dense('main', 1, 'sigmoid', 0.6, 0.75)
  await place(page, 'Output', 0.85, 0.75)
  const chain = (...names: readonly string[]) => names.map((name) => card(page, name))
  const edges = [
    chain('Input main_input', 'Embedding embedding', 'LSTM lstm', 'Dense aux', 'Output output'),
    chain(
      'LSTM lstm',
      'Concatenate concatenate',
      'Dense dense_1',
      'Dense dense_2',
      'Dense dense_3',
      'Dense main',
    ),
    chain('Input aux_input', 'Concatenate concatenate'),
    chain('Dense main', 'Output output'),
  ]
  for (const cards of edges)
    for (const [index, to] of cards.slice(1).entries()) {
      const from = cards[index]
      if (from) await wire(page, from, to)
    }
  await expect(page.getByRole('contentinfo')).toContainText('5,200,610 parameters')
  await expect(page.getByRole('contentinfo')).toContainText('No problems')
  expect(await kerasGraph(page)).toEqual(headlineGraph)
})
