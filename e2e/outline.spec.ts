import type { Page } from '@playwright/test'
import { go } from './changedExample.ts'
import { expect, test } from './servedApp.ts'

/** What is read out of the line that the keyboard is at. */
const line = (page: Page) =>
  page.evaluate(() => {
    const at = document.activeElement?.getAttribute('aria-activedescendant')
    return (at && document.getElementById(at)?.getAttribute('aria-label')) ?? null
  })

test('the outline does by keyboard what the canvas does, in step with it', async ({ page, app }) => {
  await page.goto(app.address)
  await page.getByRole('button', { name: 'Open Headlines: two inputs, two outputs' }).click()
  await go(page, 'Model')
  await expect(page.locator('.react-flow__node').first()).toBeVisible()
  await page.keyboard.press('Shift+KeyO')
  await expect(page.getByRole('tree', { name: 'Outline' })).toBeFocused()
  const press = async (key: string, expected: RegExp) => {
    await page.keyboard.press(key)
    await expect.poll(() => line(page), key).toMatch(expected)
  }
  await press('ArrowDown', /^Input auxiliary_input/)
  await press('End', /^Output main/)
  await press('Home', /^Input main_input/)
  await press('l', /^LSTM lstm/)
  await press('Alt+ArrowRight', /^(Dense auxiliary|Concatenate concatenate)/)
  await press('d', /^Dense dense_1/)
  await expect(page.locator('.react-flow__node.selected')).toHaveAttribute('aria-label', /^Dense dense_1/)

  await page.keyboard.press('F2')
  await page.keyboard.type('hidden')
  await press('Enter', /^Dense hidden/)
  await press('Delete', /^Dense dense_2/)
  await expect(page.locator('.react-flow__node')).toHaveCount(11)
  await press('Control+KeyZ', /^Dense (hidden|dense_2)/)
  await expect(page.locator('.react-flow__node')).toHaveCount(12)

  await page.locator('.react-flow__node[aria-label^="Embedding"]').click()
  await expect(page.getByRole('treeitem', { name: /^Embedding/ })).toHaveAttribute('aria-selected', 'true')
  await page.keyboard.press('Shift+KeyO')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('textbox', { name: 'Name' })).toBeFocused()
})
