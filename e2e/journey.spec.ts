import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Locator, Page } from '@playwright/test'
import { unzipSync } from 'fflate'
import type { Answer } from '../shared/engineContract.ts'
import { runSchema } from '../shared/run.ts'
import { expect, test } from './servedApp.ts'

const repository = path.resolve(import.meta.dirname, '..')
const creditCard = path.join(repository, 'examples/credit-card/data/creditcard.csv')

const go = (page: Page, workspace: string) =>
  page.getByRole('navigation', { name: 'Workspaces' }).getByText(workspace, { exact: true }).click()
const bar = (page: Page) => page.getByRole('banner')
const status = (page: Page) =>
  page
    .getByRole('main')
    .getByText(/^(Training|Done|Stopped|Interrupted|Failed)$/)
    .first()

async function middle(locator: Locator): Promise<{ x: number; y: number }> {
  const box = await locator.boundingBox()
  if (!box) throw new Error('not on screen')
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 }
}

/** Presses at one place, moves in steps, and lets go at another: a drag as a hand does it. */
async function drag(page: Page, from: Locator, to: { x: number; y: number }): Promise<void> {
  const start = await middle(from)
  await page.mouse.move(start.x, start.y)
  await page.mouse.down()
  await page.mouse.move((start.x + to.x) / 2, (start.y + to.y) / 2, { steps: 6 })
  await page.mouse.move(to.x, to.y, { steps: 6 })
  await page.mouse.up()
}

async function newFromCreditCard(page: Page): Promise<void> {
  await page.getByRole('button', { name: /New from CSV/ }).click()
  const chooser = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: 'Choose a file…' }).click()
  await (await chooser).setFiles(creditCard)
  const dialog = page.getByRole('dialog')
  await dialog
    .getByText('share as target')
    .or(dialog.getByLabel('share as target'))
    .first()
    .waitFor({ state: 'attached' })
  await dialog
    .getByRole('row', { name: /^share/ })
    .getByRole('checkbox')
    .nth(1)
    .check({ force: true })
  await dialog.getByRole('button', { name: 'Create model' }).click()
  await expect(dialog).toBeHidden()
}

async function setEpochs(page: Page, epochs: number): Promise<void> {
  const field = page.getByRole('textbox', { name: 'Epochs' })
  await field.fill(String(epochs))
  await field.press('Enter')
}

const linePoints = (page: Page) =>
  page
    .locator('.recharts-line-curve')
    .first()
    .getAttribute('d')
    .then((path) => path?.match(/[ML]/g)?.length ?? 0)

test('from a CSV by mouse to a trained, saved and exported model', async ({ page, app }, info) => {
  test.setTimeout(180_000)
  await page.goto(app.address)
  await newFromCreditCard(page)

  // A Dense layer from the palette, dropped on empty canvas and wired between the last hidden layer and the output.
  const canvas = page.getByRole('application').or(page.locator('.react-flow')).first()
  const nodes = page.locator('.react-flow__node')
  await expect(nodes.first()).toBeVisible()
  const before = await nodes.count()
  const area = (await canvas.boundingBox())!
  await drag(page, page.getByRole('button', { name: 'Add Dense', exact: true }), {
    x: area.x + area.width / 2,
    y: area.y + area.height * 0.8,
  })
  await expect(nodes).toHaveCount(before + 1)
  const added = page.locator('.react-flow__node.selected')
  await expect(added).toHaveCount(1)
  const feeding = page.getByRole('group', { name: /^Dense dense_1,/ })
  const edges = page.locator('.react-flow__edge')
  const wired = await edges.count()
  await drag(
    page,
    feeding.locator('.react-flow__handle.source').first(),
    await middle(added.locator('.react-flow__handle.target').first()),
  )
  await expect(edges).toHaveCount(wired + 1)

  // Its units; undone and redone.
  await added.click()
  const units = page.getByRole('textbox', { name: 'Units' })
  await units.fill('48')
  await units.press('Enter')
  await expect(added).toContainText('48')
  await bar(page).getByRole('button', { name: 'Undo' }).click()
  await expect(added).not.toContainText('48')
  await bar(page).getByRole('button', { name: 'Redo' }).click()
  await expect(added).toContainText('48')
  const share = page.getByRole('group', { name: /^Dense share,/ })
  await drag(
    page,
    added.locator('.react-flow__handle.source').first(),
    await middle(share.locator('.react-flow__handle.target').first()),
  )
  await expect(page.getByText('No problems')).toBeVisible()

  // Trained for long: the line grows while it trains; stopped, what was learned is kept.
  await go(page, 'Train')
  await setEpochs(page, 5000)
  await page.getByText('Stop when validation no longer improves').click()
  await bar(page).getByRole('button', { name: 'Train', exact: true }).click()
  await expect.poll(() => linePoints(page)).toBeGreaterThan(3)
  await expect(bar(page).getByRole('button', { name: 'Stop' })).toBeVisible()
  const early = await linePoints(page)
  await expect.poll(() => linePoints(page), { timeout: 20_000 }).not.toBe(early)
  await expect(bar(page).getByRole('button', { name: 'Stop' })).toBeVisible()
  await bar(page).getByRole('button', { name: 'Stop' }).click()
  await expect(status(page)).toHaveText('Stopped', { timeout: 20_000 })

  // Trained to the end.
  await setEpochs(page, 30)
  await bar(page).getByRole('button', { name: 'Train', exact: true }).click()
  await expect(page.getByText('Run 2').first()).toBeVisible()
  await expect(status(page)).toHaveText('Done', { timeout: 60_000 })
  await go(page, 'Evaluate')
  const metrics = page.getByRole('table', { name: 'Metrics by output and part' })
  const r2 = metrics.getByRole('row', { name: /R²/ }).getByRole('cell').last()
  expect(Number(await r2.textContent())).toBeGreaterThan(0.5)
  await expect(page.getByRole('table', { name: 'Ten predictions' }).getByRole('row')).toHaveCount(11)

  // Saved, and there again after a reload.
  await page.keyboard.press('Control+s')
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('textbox', { name: 'File name' }).fill('cards')
  await dialog.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(bar(page).getByText('Saved', { exact: true })).toBeVisible()
  expect(existsSync(path.join(app.root, 'cards.loom'))).toBe(true)
  await page.reload()
  await expect(bar(page).getByText('cards').or(bar(page).getByText('creditcard'))).toBeVisible()
  await go(page, 'Train')
  await expect(page.getByText('Run 2').first()).toBeVisible()

  // Exported: plain TensorFlow.js says of the ten raw rows what the run says.
  await go(page, 'Export')
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Export and download' }).click()
  const zip = info.outputPath('export.zip')
  await (await download).saveAs(zip)
  const folder = info.outputPath('export')
  for (const [name, bytes] of Object.entries(unzipSync(readFileSync(zip)))) {
    const file = path.join(folder, path.basename(name))
    mkdirSync(folder, { recursive: true })
    writeFileSync(file, bytes)
  }
  const runs = path.join(app.root, 'cards.runs')
  const run = readdirSync(runs)
    .map((name) => runSchema.parse(JSON.parse(readFileSync(path.join(runs, name, 'run.json'), 'utf8'))))
    .find(({ number }) => number === 2)
  expectSameAnswers(folder, run!.result!.predictions)
})

/** Asks the exported model about the run's ten raw rows with docs/predict-with-tfjs.mjs. */
function expectSameAnswers(
  folder: string,
  predictions: readonly {
    inputs: Record<string, string | null>
    outputs: readonly { scores: readonly number[] }[]
  }[],
): void {
  expect(predictions).toHaveLength(10)
  const rows = path.join(folder, 'rows.json')
  writeFileSync(rows, JSON.stringify(predictions.map(({ inputs }) => inputs)))
  const script = path.join(repository, 'docs/predict-with-tfjs.mjs')
  const said = execFileSync(process.execPath, [script, folder, rows], { encoding: 'utf8' })
  const answers = JSON.parse(said.trim().split('\n').at(-1)!) as Answer[][]
  predictions.forEach(({ outputs }, row) => {
    outputs.forEach(({ scores }, output) => {
      scores.forEach((score, index) => {
        const found = answers[row]![output]!.scores[index]!
        expect(Math.abs(found - score)).toBeLessThanOrEqual(1e-5 + 1e-5 * Math.abs(score))
      })
    })
  })
}

test('an engine that is killed leaves the app up, the run interrupted, and the next run works', async ({
  page,
  app,
}) => {
  await page.goto(app.address)
  await page.getByRole('button', { name: 'Open Credit card share' }).click()
  await bar(page).getByRole('button', { name: 'Train', exact: true }).click()
  await expect.poll(() => linePoints(page)).toBeGreaterThan(1)
  const engines = execFileSync('pgrep', ['-P', String(app.pid)], { encoding: 'utf8' })
    .trim()
    .split('\n')
    .map(Number)
  for (const pid of engines) process.kill(pid, 'SIGKILL')
  await expect(status(page)).toHaveText('Interrupted', { timeout: 5000 })
  await setEpochs(page, 3)
  await bar(page).getByRole('button', { name: 'Train', exact: true }).click()
  await expect(status(page)).toHaveText('Done', { timeout: 30_000 })
})
