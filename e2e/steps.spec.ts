import type { Page } from '@playwright/test'
import { expect, test } from './servedApp.ts'
import { violations } from './violations.ts'

const go = (page: Page, workspace: string) =>
  page.getByRole('navigation', { name: 'Workspaces' }).getByText(workspace, { exact: true }).click()
const bar = (page: Page) => page.getByRole('banner')
const status = (page: Page) => page.getByRole('contentinfo')
const steps = (page: Page) => page.getByRole('grid', { name: 'Steps' }).getByRole('row')

async function add(page: Page, kind: string): Promise<void> {
  await page.getByRole('button', { name: 'Add step' }).click()
  await page.getByRole('menuitem', { name: kind }).click()
}

async function fill(page: Page, label: string, text: string): Promise<void> {
  const field = page.getByRole('textbox', { name: label, exact: true })
  await field.fill(text)
  await field.press('Enter')
}

test('a formula column and a row rule, made, moved, and trained with', async ({ page, app }) => {
  await page.goto(app.address)
  await page.getByText('Infertility: case or control').click()
  await go(page, 'Data')
  await page.getByRole('tab', { name: 'Steps' }).click()

  // A column of its own from a formula; a mistake shows while it is typed and is kept out of nothing.
  await add(page, 'New column from a formula')
  await fill(page, 'Name', 'years a child')
  const formula = page.getByRole('textbox', { name: 'Formula', exact: true })
  await formula.fill('age / paritty')
  await expect(page.getByText('Was “parity” meant?')).toBeVisible()
  await fill(page, 'Formula', 'age / parity')
  await expect(steps(page)).toContainText(['No cell missing'])

  // It is an input like any other.
  await page.getByRole('listbox', { name: 'Columns' }).getByText('years a child').click()
  await page.getByRole('tab', { name: 'Column', exact: true }).click()
  await page.getByRole('button', { name: 'Not used Role' }).click()
  await page
    .getByRole('option', { name: /^Input: / })
    .first()
    .click()

  // A rule on it, then in the wrong order and back.
  await page.getByRole('tab', { name: 'Steps' }).click()
  await add(page, 'Keep rows')
  await page.getByRole('button', { name: /Keep where it/ }).click()
  await page.getByRole('option', { name: 'is below', exact: true }).click()
  await fill(page, 'Value', '30')
  await expect(steps(page).nth(1)).toContainText('years a child < 30')
  await expect(steps(page).nth(1)).toContainText(/[1-9]\d* rows left out/)
  await steps(page).nth(1).click()
  await page.keyboard.press('Alt+ArrowUp')
  await expect(steps(page).first()).toContainText('Step 1 needs the column “years a child”')
  await expect(status(page).getByRole('button', { name: '1 problem' })).toBeVisible()
  expect(await violations(page)).toEqual([])
  await bar(page).getByRole('button', { name: 'Undo' }).click()
  await expect(steps(page).nth(1)).toContainText('rows left out')
  await expect(status(page).getByText('No problems')).toBeVisible()
  await expect(status(page).getByRole('button', { name: '1 warning' })).toBeVisible()

  await go(page, 'Train')
  await fill(page, 'Epochs', '3')
  await bar(page).getByRole('button', { name: 'Train', exact: true }).click()
  await expect(page.getByRole('main').getByText('Done', { exact: true }).first()).toBeVisible({
    timeout: 20_000,
  })
  // Raw rows are what a prediction needs: the new column is none of theirs.
  await go(page, 'Evaluate')
  const predictions = page.getByRole('table', { name: 'Ten predictions' })
  await expect(predictions.getByRole('columnheader', { name: 'parity' })).toBeVisible()
  await expect(predictions.getByRole('columnheader', { name: 'years a child' })).toHaveCount(0)
  await page.getByRole('button', { name: 'Predict' }).click()
  await expect(page.getByText(/^[01]$/).last()).toBeVisible()
})
