import type { Page } from '@playwright/test'
import { countScript, openBigProject, scrambled, wheelFrames, writeBigProject } from './bigTable.ts'
import { expect, test } from './servedApp.ts'

const rows = 1_000_000
const median = (values: readonly number[]): number =>
  values.toSorted((one, other) => one - other)[values.length >> 1] ?? Number.NaN

/** The number of the topmost row in sight, from 1. */
const topRow = (page: Page) =>
  page.getByRole('grid').evaluate((grid) => {
    const head = grid.querySelector('[role=columnheader]')?.getBoundingClientRect().bottom ?? 0
    const heads = [...grid.querySelectorAll('[role=rowheader]')]
    return Math.min(
      ...heads
        .filter((one) => one.getBoundingClientRect().bottom > head + 1)
        .map((one) => Number(one.textContent)),
    )
  })
const cellsOf = (page: Page, row: number) =>
  page.locator(`[role=row][aria-rowindex="${row + 2}"] [role=gridcell]`)

test('a million rows are scrolled while they are read and afterwards, sorted, filtered and searched', async ({
  page,
  app,
}, info) => {
  test.setTimeout(90_000)
  writeBigProject(app.root, rows)
  await page.goto(app.address)
  const devtools = await countScript(page)
  await openBigProject(page)

  // The first rows are there while the rest is read, and can be scrolled.
  await expect(cellsOf(page, 0).nth(1)).toHaveText(String(scrambled(0)))
  await expect(page.getByRole('progressbar')).toBeVisible()
  const loading = await wheelFrames(page, devtools, 15, 140)
  const place = await topRow(page)
  expect(place).toBeGreaterThan(50)
  await expect(page.getByText('1,000,000 rows', { exact: true })).toBeVisible({ timeout: 45_000 })
  expect(await topRow(page)).toBe(place)

  const scrolling = await wheelFrames(page, devtools, 30, 300)
  const figures = { loading: median(loading), scrolling: median(scrolling) }
  info.annotations.push({ type: 'script a frame, ms', description: JSON.stringify(figures) })
  expect(figures.loading).toBeLessThanOrEqual(8)
  expect(figures.scrolling).toBeLessThanOrEqual(8)

  // The scroll bar leads anywhere; the keyboard to the very last row.
  const grid = page.getByRole('grid')
  await grid.evaluate((element) => element.scrollTo({ top: element.scrollHeight / 2 }))
  await expect.poll(() => topRow(page)).toBeGreaterThan(rows * 0.49)
  await grid.focus()
  await page.keyboard.press('Control+End')
  await expect(cellsOf(page, rows - 1).nth(0)).toHaveText(String(rows - 1))
  await expect(cellsOf(page, rows - 1).nth(4)).toBeInViewport({ ratio: 0.9 })
  await page.keyboard.press('Control+Home')

  // Sorted by its header: the largest key first, with its row's number.
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('Shift+Enter')
  await expect(cellsOf(page, 0).nth(1)).toHaveText('0')
  await page.keyboard.press('Shift+Enter')
  await expect(cellsOf(page, 0).nth(1)).toHaveText('999999')
  const [row] = await cellsOf(page, 0).allTextContents()
  expect(scrambled(Number(row))).toBe(999_999)

  // Filtered by a value; the chip says how many rows that leaves.
  await page.getByRole('columnheader', { name: /town/ }).hover()
  await page.getByRole('button', { name: 'Filter by town' }).click()
  await page.getByRole('dialog').getByText('Busan').click()
  await page.getByRole('button', { name: 'Apply' }).click()
  await expect(page.getByText('200,000 of 1,000,000 rows')).toBeVisible()
  await expect(page.getByRole('list', { name: 'Filters and order' })).toContainText('town: Busan200,000')

  // Found: 200 of the rows that are left have this note.
  await grid.focus()
  await page.keyboard.press('Control+KeyF')
  await page.keyboard.type('note 761')
  await expect(page.getByText('1 of 1,000', { exact: true })).toBeVisible()
  await page.keyboard.press('F3')
  await expect(page.getByText('2 of 1,000', { exact: true })).toBeVisible()
  await page.keyboard.press('Escape')
  const found = await grid.getAttribute('aria-activedescendant')
  await expect(page.locator(`[id="${found}"]`)).toHaveText('note 761')
})
