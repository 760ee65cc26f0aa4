import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import type { Page } from '@playwright/test'
import iconv from 'iconv-lite'
import { serveBuilt } from './serveBuilt.ts'
import { expect, test } from './servedApp.ts'

const bar = (page: Page) => page.getByRole('banner')
const go = (page: Page, workspace: string) =>
  page.getByRole('navigation', { name: 'Workspaces' }).getByText(workspace, { exact: true }).click()

/** Drops a file on the window, as a file manager does. */
const drop = (page: Page, name: string, bytes: Buffer) =>
  page.evaluate(
    ([file, base64]) => {
      const dataTransfer = new DataTransfer()
      dataTransfer.items.add(new File([Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0))], file))
      const target = document.querySelector('main, [role="main"], #root > *') ?? document.body
      for (const kind of ['dragover', 'drop'])
        target.dispatchEvent(new DragEvent(kind, { dataTransfer, bubbles: true, cancelable: true }))
    },
    [name, bytes.toString('base64')] as const,
  )

const paste = (page: Page, text: string) =>
  page.evaluate((pasted) => {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/plain', pasted)
    document.dispatchEvent(new ClipboardEvent('paste', { clipboardData, cancelable: true }))
  }, text)

async function train(page: Page, epochs: number): Promise<void> {
  await go(page, 'Train')
  const field = page.getByRole('textbox', { name: 'Epochs' })
  await field.fill(String(epochs))
  await field.press('Enter')
  await bar(page).getByRole('button', { name: 'Train', exact: true }).click()
  const state = page.getByRole('main').getByText(/^(Done|Failed|Interrupted)$/)
  await expect(state.first()).toHaveText('Done', { timeout: 30_000 })
}

const csv = (header: string, rows: number, row: (index: number) => string): string =>
  `${[header, ...Array.from({ length: rows }, (_, index) => row(index))].join('\n')}\n`

test('a CP949 file with Korean headers, dropped on the window, is read and trained', async ({
  page,
  app,
}) => {
  await page.goto(app.address)
  await expect(page.getByRole('button', { name: /New from CSV/ })).toBeVisible()
  const places = ['서울', '부산', '똠방각하']
  const text = csv(
    '나이,지역,합격',
    150,
    (row) => `${20 + (row % 40)},${places[row % 3]},${row % 3 ? '예' : '아니요'}`,
  )
  await drop(page, '명단.csv', iconv.encode(text, 'cp949'))
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('row', { name: /^합격/ }).getByRole('checkbox').nth(1).check({ force: true })
  await expect(dialog.getByRole('row', { name: /^지역/ })).toContainText('똠방각하')
  await dialog.getByRole('button', { name: 'Create model' }).click()
  await expect(dialog).toBeHidden()
  await go(page, 'Data')
  await expect(page.getByRole('button', { name: /^Encoding: .*CP949/ })).toBeVisible()
  await expect(page.getByRole('grid').getByText('똠방각하').first()).toBeVisible()
  await train(page, 5)
  await go(page, 'Evaluate')
  await expect(page.getByText('명단.csv')).toBeVisible()

  // Next month the file is another one: said when the window is looked at again, here of the run, in Data of the source.
  writeFileSync(path.join(app.root, '명단', 'data', '명단.csv'), iconv.encode(`${text}51,서울,예\n`, 'cp949'))
  await page.evaluate(() => window.dispatchEvent(new Event('focus')))
  await expect(page.getByText('The file is another one now.')).toBeVisible()
  await page.getByRole('button', { name: 'Show', exact: true }).click()
  await page.getByRole('button', { name: 'Accept the file' }).click()
  await expect(page.getByRole('button', { name: 'Accept the file' })).toBeHidden()
})

const twoInputs = `from tensorflow import keras
person = keras.Input((1,), name='person')
town = keras.Input((1,), name='town')
both = keras.layers.concatenate([person, town])
won = keras.layers.Dense(1, activation='sigmoid', name='won')(both)
model = keras.Model([person, town], won)
`

/** Gives a column of the shown table a role. */
async function setRole(page: Page, column: string, role: string | RegExp): Promise<void> {
  await page
    .getByRole('listbox', { name: 'Columns' })
    .getByRole('option', { name: new RegExp(`\\b${column}\\b`) })
    .click()
  await page.getByRole('tab', { name: 'Column', exact: true }).click()
  await page.getByRole('button', { name: /Role/ }).last().click()
  await page.getByRole('option', { name: role }).click()
}

test('two tables joined by a key feed two inputs', async ({ page, app }) => {
  await page.goto(app.address)
  await page.getByRole('button', { name: /Empty project/ }).click()
  await go(page, 'Model')
  await expect(page.locator('.react-flow')).toBeVisible()
  await paste(page, twoInputs)
  await page.getByRole('button', { name: 'Replace the graph' }).click()
  await expect(page.locator('.react-flow__node')).toHaveCount(5)
  await go(page, 'Data')
  const people = csv('age,city,won', 120, (row) => `${row % 40},${'abcdx'[row % 5]},${row % 5 > 1 ? 1 : 0}`)
  await drop(page, 'people.csv', Buffer.from(people))
  await expect(page.getByRole('heading', { name: 'people.csv' })).toBeVisible()
  await setRole(page, 'age', 'Input: person')
  await setRole(page, 'won', /^Target of/)
  // Pasted from a spreadsheet: its city names its rows, so that it is joined by it.
  await paste(page, 'city\tsize\r\na\t10\r\nb\t20\r\nc\t30\r\nd\t40\r\nd\t50\r\n')
  const dialog = page.getByRole('dialog', { name: 'Pasted table' })
  await dialog.getByRole('textbox', { name: 'Name of the file' }).fill('towns')
  await dialog.getByRole('button', { name: 'Add to this project' }).click()
  await expect(page.getByRole('heading', { name: 'towns.tsv' })).toBeVisible()
  await page.getByRole('button', { name: /How its rows meet the main table/ }).click()
  await page.getByRole('option', { name: /^Joined by a key/ }).click()
  const meeting = page.getByRole('group', { name: 'Which rows meet' })
  await expect(meeting.getByRole('listitem')).toHaveText([
    /find a row ?96/,
    /find none ?24.*Such as x/,
    /came before ?1.*Such as d/,
  ])
  await setRole(page, 'size', 'Input: town')
  await expect(page.getByText('No problems')).toBeVisible()
  await train(page, 3)
  expect(readdirSync(path.join(app.data, 'untitled'), { recursive: true }).map(String)).toContainEqual(
    expect.stringMatching(/data\/towns\.tsv$/),
  )
})

test('a pack opens elsewhere: its run predicts, and its project trains', async ({ page, app }) => {
  await page.goto(app.address)
  await page.getByRole('button', { name: 'Open XOR by a perceptron' }).click()
  await train(page, 3)
  await bar(page).getByRole('button', { name: 'File' }).click()
  await page.getByRole('menuitem', { name: 'Pack…' }).click()
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Pack and download' }).click()
  const home = mkdtempSync(path.join(os.tmpdir(), 'layerloom-elsewhere-'))
  const pack = path.join(home, 'xor.loompack')
  await (await download).saveAs(pack)
  const elsewhere = await serveBuilt(home)
  try {
    await page.goto(elsewhere.app.address)
    await page.getByRole('button', { name: 'Open project' }).click()
    const chooser = page.waitForEvent('filechooser')
    await page.getByRole('button', { name: 'From this computer…' }).click()
    await (await chooser).setFiles(pack)
    const dialog = page.getByRole('dialog', { name: 'Open a pack' })
    await expect(dialog).toContainText('1 table · 1 run')
    await dialog.getByRole('button', { name: 'Unpack here and open' }).click()
    await expect(page.locator('.react-flow__node').first()).toBeVisible()
    await go(page, 'Evaluate')
    await page.getByRole('button', { name: 'Predict' }).click()
    await expect(page.locator('form dl dd').first()).toBeVisible()
    await train(page, 2)
    await expect(page.getByText('Run 2').first()).toBeVisible()
  } finally {
    const ended = new Promise((resolve) => elsewhere.child.once('exit', resolve))
    elsewhere.child.kill()
    await ended
    rmSync(home, { recursive: true, force: true })
  }
})
