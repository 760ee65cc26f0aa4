import type { Page } from '@playwright/test'
import {
  classCounts,
  dense,
  headlineGraph,
  inceptionGraph,
  input,
  kerasGraph,
  threeInceptions,
} from './kerasGraph.ts'
import { Typist } from './keyboard.ts'
import { expect, test } from './servedApp.ts'

/** Opens an empty project in the Model workspace. */
async function empty(page: Page, keys: Typist): Promise<void> {
  await keys.tabTo(/^Empty project/)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('navigation', { name: 'Workspaces' })).toBeVisible()
  await page.keyboard.press('Alt+Digit2')
  await expect(page.locator('.react-flow')).toBeVisible()
}

const relu = { Activation: { choose: 'relu' } }
const same = { Padding: { choose: 'same' } }
const conv = (name: string, size: number) => ({
  Name: name,
  Filters: '64',
  'Kernel size: Axis 1': String(size),
  'Kernel size: Axis 2': String(size),
  ...same,
  ...relu,
})

/** The Inception module of the functional API's guide: three towers over one image, joined by channel. */
async function inception(keys: Typist): Promise<void> {
  const layer = async (kind: string, fields: Parameters<Typist['set']>[0]) => {
    await keys.add(kind)
    await keys.set(fields)
  }
  await layer('Input', { Name: 'image', Shape: '256, 256, 3' })
  await layer('Conv2D', conv('tower_1_reduce', 1))
  await layer('Conv2D', conv('tower_1', 3))
  await layer('Concatenate', { Name: 'joined' })
  await keys.walk('ArrowLeft', 'ArrowLeft', 'ArrowLeft')
  await layer('Conv2D', conv('tower_2_reduce', 1))
  await layer('Conv2D', conv('tower_2', 5))
  await keys.connect('joined')
  await keys.walk('ArrowLeft', 'ArrowLeft')
  await layer('MaxPooling2D', {
    Name: 'tower_3_pool',
    'Pool size: Axis 1': '3',
    'Pool size: Axis 2': '3',
    'Strides: Axis 1': '1',
    'Strides: Axis 2': '1',
    ...same,
  })
  await layer('Conv2D', conv('tower_3', 1))
  await keys.connect('joined')
  await keys.walk('ArrowRight')
  await keys.add('Output')
}

test('builds the Inception module by the keyboard alone', async ({ page, app }) => {
  test.setTimeout(240_000)
  await page.goto(app.address)
  const keys = new Typist(page, 'english')
  await empty(page, keys)
  await inception(keys)
  await expect(page.getByRole('contentinfo')).toContainText('140,160 parameters')
  await expect(page.getByRole('contentinfo')).toContainText('No problems')
  await expect(page.getByRole('group', { name: /^Concatenate joined,/ })).toContainText('[256, 256, 192]')
  expect(await kerasGraph(page)).toEqual(inceptionGraph)
})

test('builds the headline model with a Korean keyboard at 200 %', async ({ page, app }) => {
  test.setTimeout(240_000)
  await page.goto(app.address)
  const keys = new Typist(page, 'korean')
  await empty(page, keys)
  for (let step = 0; step < 6; step++) await page.keyboard.press('Control+Equal')
  await keys.add('Input')
  await keys.set({ Name: 'main_input', Shape: '100', 'Number type': { choose: 'int32' } })
  await keys.add('Embedding')
  await keys.set({ 'Input dimension': '10000', 'Output dimension': '512' })
  await keys.add('LSTM')
  await keys.add('Dense')
  await keys.set({ Name: 'aux', Units: '1', Activation: { choose: 'sigmoid' } })
  await keys.add('Output')
  await keys.walk('ArrowLeft', 'ArrowLeft')
  await keys.add('Concatenate')
  for (const name of ['dense_1', 'dense_2', 'dense_3']) {
    await keys.add('Dense')
    await keys.set({ Name: name, ...relu })
  }
  await keys.add('Dense')
  await keys.set({ Name: 'main', Units: '1', Activation: { choose: 'sigmoid' } })
  await keys.add('Output')
  await keys.press('Escape')
  await keys.add('Input')
  await keys.set({ Name: 'aux_input', Shape: '5' })
  await keys.connect('concatenate')
  await expect(page.getByRole('contentinfo')).toContainText('5,200,610 parameters')
  await expect(page.getByRole('contentinfo')).toContainText('No problems')
  await keys.press('Control+KeyZ')
  await expect(page.getByRole('contentinfo')).not.toContainText('No problems')
  await keys.press('Control+Shift+KeyZ')
  await page.keyboard.press('Control+Digit0')
  expect(await kerasGraph(page)).toEqual(headlineGraph)
})

test('builds two towers with a shared group by a Korean keyboard alone', async ({ page, app }) => {
  test.setTimeout(240_000)
  await page.goto(app.address)
  const keys = new Typist(page, 'korean')
  const status = page.getByRole('contentinfo')
  await empty(page, keys)
  await keys.add('Input')
  await keys.set({ Name: 'left', Shape: '8' })
  await keys.add('Dense')
  await keys.add('Dense')
  await keys.add('Subtract')
  await keys.walk('ArrowLeft')
  await keys.walkSelecting('ArrowLeft')
  await keys.press('Control+KeyG')
  await expect(page.getByRole('group', { name: /^Block / })).toHaveCount(1)
  await keys.press('Shift+KeyW')
  await expect(page.getByRole('group', { name: /^Block / })).toHaveCount(2)
  await keys.connect('subtract')
  await keys.walk('ArrowRight')
  await keys.add('Output')
  await keys.press('Escape')
  await keys.add('Input')
  await keys.set({ Name: 'right', Shape: '8' })
  await keys.connect('block')
  // 8 · 64 + 64 and 64 · 64 + 64, once for both towers.
  await expect(status).toContainText('4,736 parameters')
  await expect(status).toContainText('No problems')
  expect(await kerasGraph(page)).toEqual({
    left: input(8),
    right: input(8),
    dense: `${dense(64, 'linear')} < left < right`,
    dense_1: `${dense(64, 'linear')} < dense < dense`,
    subtract: 'Subtract < dense_1 + dense_1',
  })
})

test('uses a saved Inception block three times by the keyboard alone', async ({ page, app }) => {
  test.setTimeout(240_000)
  await page.goto(app.address)
  const keys = new Typist(page, 'english')
  const status = page.getByRole('contentinfo')
  await keys.tabTo(/^Open .*Inception/)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('navigation', { name: 'Workspaces' })).toBeVisible()
  await page.keyboard.press('Alt+Digit2')
  await expect(page.locator('.react-flow')).toBeVisible()
  await expect(status).toContainText('No problems')
  // To the image, into the module, and with Shift through the rest of it.
  await page.keyboard.press('Alt+ArrowRight')
  await keys.walk('ArrowRight')
  await keys.walkSelecting('ArrowRight', 'ArrowRight', 'ArrowLeft')
  await keys.walkSelecting('ArrowUp', 'ArrowUp', 'ArrowUp', 'ArrowDown', 'ArrowDown', 'ArrowDown')
  await keys.walkSelecting('ArrowLeft', 'ArrowUp', 'ArrowUp')
  await expect(page.locator('.react-flow__node.selected')).toHaveCount(8)
  await keys.press('Control+KeyG')
  await keys.set({ Name: 'Inception' })
  await page.keyboard.press('Enter')
  await keys.tabTo('Save to My blocks')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Control+n')
  await keys.tabTo('Don’t save')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Alt+Digit2')
  await expect(page.getByText('No layers yet')).toBeVisible()
  await keys.add('Input')
  await keys.set({ Shape: '8, 8, 1' })
  for (let count = 0; count < 3; count++) await keys.add('Inception')
  await keys.add('GlobalAveragePooling2D')
  await keys.add('Dense')
  await keys.set({ Units: '10' })
  await keys.add('Output')
  // 8,864 on one channel, twice 12,896 on 64 channels, and 650 of the classifier.
  await expect(status).toContainText('35,306 parameters')
  await expect(status).toContainText('No problems')
  expect(classCounts(await kerasGraph(page))).toEqual(threeInceptions)
})
