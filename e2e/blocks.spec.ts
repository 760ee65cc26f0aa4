import type { Page } from '@playwright/test'
import { card, chooseFor, emptyGraph, place, type, wire } from './graphByMouse.ts'
import { classCounts, dense, input, kerasGraph, threeInceptions } from './kerasGraph.ts'
import { expect, test } from './servedApp.ts'

test.use({ viewport: { width: 1600, height: 1000 } })

const parameters = (page: Page) => page.getByText(/^[\d,]+ parameters$/).first()
const edges = (page: Page) => page.locator('.react-flow__edge')

/** The towers of the Inception example and what joins them. */
const towers = [
  'tower_0',
  'tower_1_reduce',
  'tower_1',
  'tower_2_reduce',
  'tower_2',
  'tower_3_pool',
  'tower_3',
  'concatenate',
]

test('an Inception module becomes a saved block that is used three times', async ({ page, app }) => {
  await page.goto(app.address)
  await page.getByRole('button', { name: /^Open .*Inception/ }).click()
  await page.getByRole('navigation', { name: 'Workspaces' }).getByText('Model', { exact: true }).click()
  for (const [index, name] of towers.entries())
    await card(page, `\\w+ ${name}`).click(index ? { modifiers: ['Control'] } : {})

  // Grouped: one card with one port a side; the graph is what it was.
  const before = await parameters(page).textContent()
  await chooseFor(page, card(page, 'Concatenate concatenate'), 'Group into a block')
  await expect(page.locator('.react-flow__node')).toHaveCount(5)
  await expect(edges(page)).toHaveCount(4)
  await expect(parameters(page)).toHaveText(before ?? '')

  // Named, with one parameter to be seen from outside, and saved.
  await type(page, 'Name', 'Inception')
  await page.getByRole('button', { name: 'Choose what shows' }).click()
  await page.getByRole('group', { name: 'tower_0' }).getByText('Filters', { exact: true }).click()
  await page.getByRole('button', { name: 'Save to My blocks' }).click()
  await expect(page.getByRole('button', { name: 'Add Inception', exact: true })).toBeVisible()

  // Three times in another project.
  await page.keyboard.press('Control+n')
  await page.getByRole('button', { name: 'Don’t save' }).click()
  await page.getByRole('navigation', { name: 'Workspaces' }).getByText('Model', { exact: true }).click()
  await place(page, 'Input', 0.12, 0.3)
  await type(page, 'Shape', '8, 8, 1')
  for (const across of [0.36, 0.6, 0.84]) await place(page, 'Inception', across, 0.3)
  await place(page, 'GlobalAveragePooling2D', 0.36, 0.65)
  await place(page, 'Dense', 0.6, 0.65)
  await type(page, 'Units', '10')
  await place(page, 'Output', 0.84, 0.65)
  const blocks = card(page, 'Block Inception')
  await expect(blocks).toHaveCount(3)
  await wire(page, card(page, 'Input input'), blocks.nth(0))
  await wire(page, blocks.nth(0), blocks.nth(1))
  await wire(page, blocks.nth(1), blocks.nth(2))
  await wire(page, blocks.nth(2), card(page, 'GlobalAveragePooling2D global\\w*'))
  await wire(page, card(page, 'GlobalAveragePooling2D global\\w*'), card(page, 'Dense dense'))
  await wire(page, card(page, 'Dense dense'), card(page, 'Output output'))
  await expect(page.getByText('No problems')).toBeVisible()
  // 8,864 on one channel, twice 12,896 on 64 channels, and 650 of the classifier.
  await expect(parameters(page)).toHaveText('35,306 parameters')
  await expect(blocks.nth(2)).toContainText('8, 8, 64')

  // The parameter that shows outside changes the second block alone, in one step.
  await blocks.nth(1).click()
  await type(page, 'Filters', '8')
  await expect(parameters(page)).toHaveText('34,274 parameters')
  await expect(blocks.nth(1)).toContainText('8, 8, 56')
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(parameters(page)).toHaveText('35,306 parameters')

  // Opened in place, nothing lies on anything; closed again, everything is as before.
  await blocks.nth(0).dblclick()
  await expect(page.locator('.react-flow__node-frame')).toHaveCount(1)
  await page.getByRole('button', { name: 'Collapse Inception into a block' }).click()
  await expect(blocks).toHaveCount(3)

  // Deleted from the library, and brought back.
  await page.getByRole('button', { name: 'Add Inception', exact: true }).hover()
  await page.getByRole('button', { name: 'More about Inception' }).click()
  await page.getByRole('menuitem', { name: 'Delete' }).click()
  await expect(page.getByRole('button', { name: 'Add Inception', exact: true })).toBeHidden()
  await page.getByRole('button', { name: 'Bring back' }).click()
  await expect(page.getByRole('button', { name: 'Add Inception', exact: true })).toBeVisible()
  expect(classCounts(await kerasGraph(page))).toEqual(threeInceptions)
})

test('two towers share a group: drawn together, edited together, counted once, split again', async ({
  page,
  app,
}) => {
  await emptyGraph(page, app.address)
  await place(page, 'Input', 0.12, 0.25)
  await type(page, 'Shape', '8')
  await place(page, 'Input', 0.12, 0.6)
  await type(page, 'Shape', '8')
  await place(page, 'Dense', 0.36, 0.25)
  await place(page, 'Dense', 0.58, 0.25)
  await place(page, 'Subtract', 0.78, 0.42)
  await place(page, 'Output', 0.78, 0.7)
  await wire(page, card(page, 'Subtract subtract'), card(page, 'Output output'))
  await wire(page, card(page, 'Input input'), card(page, 'Dense dense'))
  await wire(page, card(page, 'Dense dense'), card(page, 'Dense dense_1'))
  await wire(page, card(page, 'Dense dense_1'), card(page, 'Subtract subtract'))

  // One block, then the same weights again.
  await card(page, 'Dense dense').click()
  await card(page, 'Dense dense_1').click({ modifiers: ['Control'] })
  await chooseFor(page, card(page, 'Dense dense_1'), 'Group into a block')
  await type(page, 'Name', 'Tower')
  await expect(parameters(page)).toHaveText('4,736 parameters')
  await page.getByRole('button', { name: 'Use same weights' }).click()
  const blocks = card(page, 'Block Tower')
  await expect(blocks).toHaveCount(2)
  await wire(page, card(page, 'Input input_1'), blocks.nth(1))
  await wire(page, blocks.nth(1), card(page, 'Subtract subtract'), 'Second')
  await expect(parameters(page)).toHaveText('4,736 parameters')
  await expect(blocks.nth(0)).toContainText('×2')
  await expect(blocks.nth(1)).toContainText('×2')

  expect(await kerasGraph(page)).toEqual({
    input: input(8),
    input_1: input(8),
    dense: `${dense(64, 'linear')} < input < input_1`,
    dense_1: `${dense(64, 'linear')} < dense < dense`,
    subtract: 'Subtract < dense_1 + dense_1',
  })
  await page.getByRole('button', { name: 'Code', exact: true }).click()

  // A layer added inside the first tower is added in the second.
  await blocks.nth(0).dblclick()
  const inner = card(page, 'Dense dense_1')
  await inner.click()
  await page.getByRole('button', { name: 'Add Dropout', exact: true }).dblclick()
  await expect(card(page, 'Dropout dropout')).toHaveCount(1)
  await card(page, 'Block Tower').click()
  await expect(page.getByText('3 nodes', { exact: true }).last()).toBeVisible()

  // One node can't be split from its twin; the whole group can.
  await inner.click()
  await page.keyboard.press('Shift+U')
  await expect(page.getByText(/has the same weights as other groups/).first()).toBeVisible()
  await card(page, 'Block Tower').click()
  await page.getByRole('button', { name: 'Unshare' }).click()
  await expect(parameters(page)).toHaveText('9,472 parameters')
  await expect(page.getByText('×2')).toHaveCount(0)
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(parameters(page)).toHaveText('4,736 parameters')
})
