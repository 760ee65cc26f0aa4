import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Page } from '@playwright/test'
import { build } from 'vite'
import { go, openFile } from './changedExample.ts'
import { encodeAll } from './encodeAll.ts'
import { expect, test } from './servedApp.ts'

test('encodes alike in the page and in Node, bit for bit', async ({ page }) => {
  const built = await build({
    configFile: false,
    logLevel: 'silent',
    build: {
      write: false,
      lib: { entry: path.join(import.meta.dirname, 'encodeAll.ts'), formats: ['iife'], name: 'encoded' },
    },
  })
  const [output] = [built].flat()
  const code = output && 'output' in output ? output.output[0].code : ''
  await page.addScriptTag({ content: code })
  const here = encodeAll()
  const there = await page.evaluate(() =>
    (globalThis as unknown as { encoded: { encodeAll: typeof encodeAll } }).encoded.encodeAll(),
  )
  expect(Object.keys(here).length).toBeGreaterThan(35)
  for (const [asked, bits] of Object.entries(here)) expect(there[asked] === bits, asked).toBe(true)
})

const pixels = Array.from({ length: 16 }, (_, index) => `p${index}`)
const table = () => {
  const rows = Array.from({ length: 60 }, (_, row) =>
    [...pixels.map((_, index) => (row * 31 + index * 17) % 256), `2024-01-${1 + (row % 28)}`, row % 7].join(
      ',',
    ),
  )
  return [[...pixels, 'day', 'level'].join(','), ...rows].join('\n')
}

const option = async (page: Page, field: RegExp, choice: RegExp) => {
  await page.getByRole('button', { name: field }).last().click()
  await page.getByRole('option', { name: choice }).click()
}

test('changes many columns at once, makes them an image, and takes each act back by one undo', async ({
  page,
  app,
}) => {
  mkdirSync(app.root, { recursive: true })
  writeFileSync(path.join(app.root, 'pixels.csv'), table())
  const column = (name: string) => ({
    column: name,
    encoding: { kind: 'number', scale: 'standard', missing: 'median' },
  })
  const document = {
    format: 1,
    id: 'pixels',
    name: 'pixels',
    layers: { head: { type: 'dense', name: 'head', params: { units: 1 } } },
    nodes: {
      in: { input: { name: 'in', shape: [16], columns: pixels.map(column) }, x: 0, y: 0 },
      head: { layer: 'head', x: 300, y: 0 },
      out: {
        output: { target: { column: 'level', encoding: { kind: 'number', missing: 'drop' } } },
        x: 600,
        y: 0,
      },
    },
    edges: [
      { from: 'in', out: 'output', to: 'head', in: 'input' },
      { from: 'head', out: 'output', to: 'out', in: 'input' },
    ],
    data: { sources: [{ id: 'a', file: 'pixels.csv' }] },
  }
  writeFileSync(path.join(app.root, 'pixels.loom'), JSON.stringify(document))
  await page.goto(app.address)
  await openFile(page, 'pixels.loom')
  await go(page, 'Data')
  const columns = page.getByRole('listbox', { name: 'Columns' })
  await columns.getByText('p0', { exact: true }).click()
  await columns.getByText('p15', { exact: true }).click({ modifiers: ['Shift'] })
  await expect(page.getByRole('heading', { name: '16 columns' })).toBeVisible()

  await option(page, /Scaling/, /^Fixed range/)
  await columns.getByText('p7', { exact: true }).click()
  await expect(page.getByRole('button', { name: /Scaling/ })).toContainText('Fixed range')
  // The first cell of p7 is 119.
  const sample = page.getByRole('table', { name: 'The first cells and their numbers' })
  await expect(sample.getByRole('row').first()).toContainText('0.4667')
  await page.keyboard.press('Control+z')
  await expect(page.getByRole('button', { name: /Scaling/ })).toContainText('Standard')

  await columns.getByText('p0', { exact: true }).click()
  await columns.getByText('p15', { exact: true }).click({ modifiers: ['Shift'] })
  await option(page, /These 16 columns are/, /^An image/)
  await page.getByRole('button', { name: 'Make them one input' }).click()
  await go(page, 'Model')
  await page.getByRole('group', { name: /^Input in,/ }).click()
  await expect(page.getByRole('textbox', { name: 'Shape' })).toHaveValue('4, 4, 1')
  await page.keyboard.press('Control+z')
  await expect(page.getByRole('textbox', { name: 'Shape' })).toHaveValue('16')

  await page.getByRole('button', { name: /Time series/ }).click()
  await page.getByText('Windows of rows', { exact: true }).click()
  await expect(page.getByRole('textbox', { name: 'Shape' })).toHaveValue('10, 16')
  await page.getByRole('textbox', { name: 'Rows of a window' }).fill('6')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('textbox', { name: 'Shape' })).toHaveValue('6, 16')
})
