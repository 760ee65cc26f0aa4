import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { Page } from '@playwright/test'
import { runSchema } from '../shared/run.ts'
import { diabetesTable } from './diabetesTable.ts'
import { expect, test } from './servedApp.ts'

/** Drops a file on the window as the system does. */
async function dropFile(page: Page, name: string, text: string): Promise<void> {
  const dataTransfer = await page.evaluateHandle(
    ([file = '', content = '']) => {
      const transfer = new DataTransfer()
      transfer.items.add(new File([content], file, { type: 'text/csv' }))
      return transfer
    },
    [name, text],
  )
  for (const event of ['dragenter', 'dragover', 'drop'])
    await page.getByRole('main').dispatchEvent(event, { dataTransfer })
}

const choose = async (page: Page, field: string, choice: string) => {
  await page.getByRole('button', { name: new RegExp(field) }).click()
  await page.getByRole('option', { name: choice }).click()
}

test('a table with many missing cells, from the drop to a model trained with imputation, strata and class weights', async ({
  page,
  app,
}) => {
  await page.goto(app.address)
  await expect(page.getByRole('button', { name: /New from CSV/ })).toBeVisible()
  await dropFile(page, 'pimaindiansdiabetes2.csv', diabetesTable())
  const dialog = page.getByRole('dialog')
  await dialog
    .getByRole('row', { name: /^diabetes/ })
    .getByRole('checkbox')
    .nth(1)
    .check({ force: true })
  await dialog.getByRole('button', { name: 'Create model' }).click()
  await expect(dialog).toBeHidden()
  const go = (workspace: string) =>
    page.getByRole('navigation', { name: 'Workspaces' }).getByText(workspace, { exact: true }).click()

  // What stands in for the missing cells of a column.
  await go('Data')
  const main = page.getByRole('main')
  const shows = async (column: string) => {
    await main.getByRole('option', { name: new RegExp(` ${column}\\b`) }).click()
    await expect(page.getByRole('heading', { name: column, exact: true })).toBeVisible()
  }
  await shows('insulin')
  await choose(page, 'Missing values', 'Mean')
  await expect(page.getByRole('button', { name: /Missing values/ })).toContainText('Mean')

  // The split: exact counts, strata kept, the shares by keyboard, and undone.
  await page.getByRole('tab', { name: 'Split' }).click()
  const details = page.getByRole('tabpanel', { name: 'Split' })
  const rowsOf = (part: string) =>
    details.locator('dl > div').filter({ hasText: part }).getByRole('definition')
  await expect(details.getByRole('combobox', { name: 'Keep shares of' })).toHaveValue('diabetes')
  await expect(rowsOf('Training')).toHaveText('70%538')
  await expect(rowsOf('Test')).toHaveText('15%115')
  const bars = details.getByRole('img', { name: /^neg \d+%, pos \d+%$/ })
  await expect(bars).toHaveCount(3)
  const names = await bars.evaluateAll((all) => all.map((one) => one.getAttribute('aria-label')))
  expect(new Set(names).size).toBe(1)
  await details.getByRole('slider', { name: 'Where test begins' }).focus()
  await page.keyboard.press('ArrowLeft')
  await expect(rowsOf('Test')).toHaveText('16%123')
  await page.keyboard.press('Control+z')
  await expect(rowsOf('Test')).toHaveText('15%115')

  // Nothing to warn of; classes weighed all the same.
  await page.getByRole('tab', { name: 'Checks' }).click()
  await expect(page.getByText('Nothing to warn of in these rows')).toBeVisible()
  await page.getByRole('tab', { name: 'Column' }).click()
  await shows('diabetes')
  await choose(page, 'Class weights', 'Balanced')
  await expect(page.getByText(/Rare classes count more: neg 0\.\d+, pos 1\.\d+/)).toBeVisible()

  await go('Train')
  await page.getByRole('textbox', { name: 'Epochs' }).fill('12')
  await page.keyboard.press('Enter')
  await page.getByRole('banner').getByRole('button', { name: 'Train', exact: true }).click()
  await expect(main.getByText('Done', { exact: true }).first()).toBeVisible({ timeout: 60_000 })

  // What was learned stands in the run: insulin's mean, which is far from its median of 120, and the class weights.
  const files = readdirSync(app.data, { recursive: true }).map(String)
  const manifest = files.find((file) => path.basename(file) === 'run.json') ?? ''
  const { result } = runSchema.parse(JSON.parse(readFileSync(path.join(app.data, manifest), 'utf8')))
  expect(result?.rows).toMatchObject({ train: 538, validation: 115, test: 115, dropped: 0 })
  const insulin = result?.pipeline.inputs[0]?.columns.find(({ column }) => column === 'insulin')?.fitted
  expect(insulin).toMatchObject({ kind: 'number' })
  expect(Math.abs(((insulin as { fill?: number }).fill ?? 0) - 155)).toBeLessThan(15)
  const [neg = 0, pos = 0] = result?.pipeline.outputs[0]?.classWeights ?? []
  expect(neg).toBeLessThan(1)
  expect(pos).toBeGreaterThan(1)
  expect(result?.metrics.test?.['diabetes']?.['accuracy']).toBeGreaterThan(0.75)
})
