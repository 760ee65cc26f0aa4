// npm run bench:table: how a table of millions of rows feels in the built app in a real Chromium.
import type { Page } from 'playwright-core'
import { countScript, openBigProject, wheelFrames, writeBigProject } from '../e2e/bigTable.ts'
import { openApp } from './canvas/openApp.ts'
import { report, reportLoad } from './canvas/report.ts'

const rowsText = (rows: number) => `${rows.toLocaleString('en-US')} rows`
const smooth = { is: 'atMost', limit: 8 } as const

/** Milliseconds until something is so. */
const timeOf = async (work: () => Promise<unknown>): Promise<number> => {
  const start = performance.now()
  await work()
  return performance.now() - start
}

/** From choosing the file to its first rows, then scrolling while the rest is read. */
async function benchLoading(page: Page, rows: number): Promise<void> {
  const devtools = await countScript(page)
  const first = await timeOf(async () => {
    await openBigProject(page)
    await page.getByRole('gridcell').first().waitFor()
  })
  report('project opened to first rows', 'ms', [first])
  report('scroll while reading, script a frame', 'ms', await wheelFrames(page, devtools, 40, 120), smooth)
  const read = await timeOf(() =>
    page.getByText(rowsText(rows), { exact: true }).waitFor({ timeout: 180_000 }),
  )
  report('rest of the reading', 'ms', [read])
  report('scroll, script a frame', 'ms', await wheelFrames(page, devtools, 60, 300), smooth)
  report('fast scroll, script a frame', 'ms', await wheelFrames(page, devtools, 60, 2500), smooth)
}

/** A jump to the end by keyboard, and scrolling there. */
async function benchEnd(page: Page, rows: number): Promise<void> {
  await page.getByRole('grid').focus()
  const jump = await timeOf(async () => {
    await page.keyboard.press('Control+End')
    await page
      .locator(`[aria-rowindex="${rows + 1}"] [role=gridcell]`, { hasText: String(rows - 1) })
      .waitFor()
  })
  report('to the last row', 'ms', [jump])
  const devtools = await countScript(page)
  report('scroll at the end, script a frame', 'ms', await wheelFrames(page, devtools, 40, -300), smooth)
}

const settled = async (page: Page) => {
  await page.waitForTimeout(30)
  await page.getByRole('progressbar').waitFor({ state: 'detached' })
}

/** Sorting by a number, a word and a text, three times each. */
async function benchSorting(page: Page): Promise<void> {
  await page.getByRole('grid').focus()
  await page.keyboard.press('Control+Home')
  for (const column of ['key', 'town', 'note']) {
    const button = page.getByRole('button', { name: `Sort by ${column}`, exact: true })
    await page.getByRole('columnheader', { name: new RegExp(`^${column}`) }).hover()
    const times: number[] = []
    for (const _ of ['up', 'down']) times.push(await timeOf(() => button.click().then(() => settled(page))))
    await button.click()
    report(`sort by ${column}`, 'ms', times)
  }
}

async function benchTable(rows: number): Promise<void> {
  process.stdout.write(`\n${rowsText(rows)}\n`)
  const app = await openApp({})
  try {
    writeBigProject(app.root, rows)
    await benchLoading(app.page, rows)
    await benchEnd(app.page, rows)
    await benchSorting(app.page)
  } finally {
    await app.close()
  }
}

reportLoad()
await benchTable(1_000_000)
await benchTable(5_000_000)
reportLoad()
