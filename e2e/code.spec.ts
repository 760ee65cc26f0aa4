import { mkdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { Page } from '@playwright/test'
import AxeBuilder from '@axe-core/playwright'
import { expect, test } from './servedApp.ts'

const fixtures = path.resolve(import.meta.dirname, '../shared/fixtures/keras')
const listing = `from keras.models import Sequential
from keras.layers import Dense, Activation
import numpy as np

model = Sequential([
    Dense(32, input_shape=(784,)),
    Activation('relu'),
    Dense(10),
    Activation('softmax'),
])
data = np.random.random((1000, 784))
`

/** What pasting on the canvas does, without the system's clipboard. */
const paste = (page: Page, text: string) =>
  page.evaluate((pasted) => {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/plain', pasted)
    document.dispatchEvent(new ClipboardEvent('paste', { clipboardData, cancelable: true }))
  }, text)

const dialog = (page: Page) => page.getByRole('dialog', { name: 'Open a Keras model' })
const nodes = (page: Page) => page.locator('.react-flow__node')
const code = (page: Page) => page.getByRole('region', { name: /Code of the graph/ })

test.beforeEach(async ({ page, app }) => {
  mkdirSync(app.root, { recursive: true })
  await page.goto(app.address)
  await page
    .getByRole('button', { name: /New project|Empty project/ })
    .first()
    .click()
  await page.getByRole('navigation', { name: 'Workspaces' }).getByText('Model', { exact: true }).click()
})

test('a listing pasted on the canvas becomes the graph in one step, and its code shows', async ({ page }) => {
  await page.locator('.react-flow__pane').click({ position: { x: 5, y: 5 } })
  await paste(page, listing)
  await expect(dialog(page).getByText('25,450')).toBeVisible()
  await expect(
    dialog(page).getByRole('listitem').filter({ hasText: 'np.random.random((1000, 784))' }),
  ).toBeVisible()
  const { violations } = await new AxeBuilder({ page }).include('[role=dialog]').analyze()
  expect(violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')).toEqual([])
  await dialog(page).getByRole('button', { name: 'Replace the graph' }).click()
  await expect(nodes(page)).toHaveCount(6)

  await page.getByRole('button', { name: 'Code', exact: true }).click()
  await expect(code(page)).toContainText('dense = layers.Dense(32)(input_1)')
  await code(page).getByText('Activation', { exact: true }).first().click()
  await expect(page.getByRole('group', { name: /^Activation activation,/ })).toBeVisible()
  await expect(code(page).locator('[data-selected]')).toContainText('layers.Activation("relu")')
  await code(page).press('ArrowDown')
  await expect(code(page).locator('[data-selected]')).toContainText('dense_1 = layers.Dense(10)')
  await page.getByRole('button', { name: 'Keras JSON' }).click()
  await expect(code(page).locator('[data-selected]').first()).toBeVisible()
  const all = await new AxeBuilder({ page }).include('#bottom-code').analyze()
  expect(all.violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')).toEqual([])

  await page.locator('.react-flow__pane').click({ position: { x: 5, y: 5 } })
  await page.keyboard.press('Control+z')
  await expect(nodes(page)).toHaveCount(0)
})

test('a file of Keras JSON joins the graph; a file of weights is answered with what to do', async ({
  page,
}) => {
  await page.getByRole('button', { name: 'Code', exact: true }).click()
  const choose = async (file: { name: string; mimeType: string; buffer: Buffer }) => {
    const chooser = page.waitForEvent('filechooser')
    await dialog(page).getByRole('button', { name: 'Choose file…' }).click()
    await (await chooser).setFiles(file)
  }
  await page.getByRole('button', { name: 'Open Keras model…' }).click()
  await choose({ name: 'model.h5', mimeType: 'application/octet-stream', buffer: Buffer.from([137, 72]) })
  await expect(dialog(page).getByText(/model\.to_json\(\)/)).toBeVisible()
  await expect(dialog(page).getByRole('button', { name: 'Add to the graph' })).toBeDisabled()
  const buffer = readFileSync(path.join(fixtures, 'siamese.keras3.json'))
  await choose({ name: 'siamese.json', mimeType: 'application/json', buffer })
  await expect(dialog(page).getByText('817')).toBeVisible()
  await dialog(page).getByRole('button', { name: 'Add to the graph' }).click()
  await expect(code(page)).toContainText('model = keras.Model(inputs=[left, right]')
})
