import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Page } from '@playwright/test'
import { go, openChanged, openFile } from './changedExample.ts'
import { expect, test } from './servedApp.ts'

const bar = (page: Page) => page.getByRole('banner')

test.beforeEach(async ({ page, app }) => {
  mkdirSync(app.root, { recursive: true })
  await page.goto(app.address)
})

test('a file that is no project says so, where, and leaves the file alone', async ({ page, app }) => {
  const broken = '{"format":1,"id":"x","name":"x","layers":{},"nodes":{"a":{"layer":3}},"edges":[]}'
  writeFileSync(path.join(app.root, 'broken.loom'), broken)
  await openFile(page, 'broken.loom')
  await expect(page.getByText(/nodes\.a/)).toBeVisible()
  expect(readFileSync(path.join(app.root, 'broken.loom'), 'utf8')).toBe(broken)
})

test('a missing CSV is told in Data with the way to find it; the model stays', async ({ page, app }) => {
  await openChanged(page, app.root, () => {}, false)
  await go(page, 'Data')
  await expect(page.getByText(/creditcard\.csv/).first()).toBeVisible()
  await expect(page.getByRole('button', { name: 'Find the file' })).toBeVisible()
  await go(page, 'Model')
  await expect(page.locator('.react-flow__node')).toHaveCount(5)
})

test('a cycle is marked on its nodes', async ({ page, app }) => {
  await openChanged(page, app.root, ({ edges }) => {
    const edge = edges.find(({ to }) => to === 'hidden_1')!
    edge.from = 'hidden_2'
  })
  await go(page, 'Model')
  await expect(page.getByRole('group', { name: /^Dense hidden_1,.* 1 problem/ })).toBeVisible()
  await page
    .getByRole('group', { name: /^Dense hidden_1,/ })
    .getByRole('button', { name: '1 problem' })
    .hover()
  await expect(page.getByText(/feeds itself through a loop/).first()).toBeVisible()
})

test('an unconnected node is marked, and Train leads to it', async ({ page, app }) => {
  await openChanged(page, app.root, (project) => {
    project.edges = project.edges.filter(({ to }) => to !== 'hidden_2')
  })
  await go(page, 'Model')
  await expect(page.getByRole('group', { name: /^Dense hidden_2,.* problem/ })).toBeVisible()
  await bar(page).getByRole('button', { name: 'Train', exact: true }).click()
  await expect(
    page.getByText(/keep the model from training|keeps the model from training/).first(),
  ).toBeVisible()
})

test('a wrong shape says what was needed and found', async ({ page, app }) => {
  await openChanged(page, app.root, ({ layers }) => {
    layers['share']!.params['units'] = 3
  })
  await go(page, 'Model')
  await page.getByRole('button', { name: '1 problem' }).first().hover()
  await expect(page.getByText(/needs an output of the shape \[1\], but \[3\] arrives/).first()).toBeVisible()
})

test('a file that changed elsewhere is loaded on request, without a word of error', async ({ page, app }) => {
  await openChanged(page, app.root, () => {})
  await go(page, 'Model')
  await page.getByRole('group', { name: /^Dense hidden_1,/ }).click()
  const units = page.getByRole('textbox', { name: 'Units' })
  await units.fill('21')
  await units.press('Enter')
  const file = path.join(app.root, 'cards.loom')
  const changed = JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>
  writeFileSync(file, JSON.stringify({ ...changed, name: 'Elsewhere' }))
  await page.keyboard.press('Control+s')
  await page.getByRole('button', { name: 'Load the file' }).click()
  await expect(bar(page).getByText('Elsewhere')).toBeVisible()
  await expect(bar(page).getByText('Saved', { exact: true })).toBeVisible()
  await page.waitForTimeout(500)
  await expect(page.getByText(/no longer open/)).toHaveCount(0)
})

test('a changed file that cannot be read is not loaded over the edits', async ({ page, app }) => {
  await openChanged(page, app.root, () => {})
  await go(page, 'Model')
  await page.getByRole('group', { name: /^Dense hidden_1,/ }).click()
  const units = page.getByRole('textbox', { name: 'Units' })
  await units.fill('21')
  await units.press('Enter')
  writeFileSync(path.join(app.root, 'cards.loom'), 'no project any more')
  await page.keyboard.press('Control+s')
  await page.getByRole('button', { name: 'Load the file' }).click()
  await expect(page.getByRole('group', { name: /^Dense hidden_1, output \[21\]/ })).toBeVisible()
  await page.keyboard.press('Escape')
  await page.keyboard.press('Control+s')
  await page.getByRole('button', { name: 'Overwrite the file' }).click()
  await expect(bar(page).getByText('Saved', { exact: true })).toBeVisible()
  expect(readFileSync(path.join(app.root, 'cards.loom'), 'utf8')).toContain('"units": 21')
})
