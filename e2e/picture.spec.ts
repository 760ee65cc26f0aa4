import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { expect, test } from './servedApp.ts'

/** Runs a command of the palette by its name. */
async function run(page: Page, command: string): Promise<void> {
  await page.keyboard.press('Control+KeyK')
  await page
    .getByRole('dialog')
    .getByRole('combobox')
    .or(page.getByPlaceholder('Type a command'))
    .fill(command)
  await page.keyboard.press('Enter')
}

test('the graph is saved as a picture that browsers read, in either look, and as pixels', async ({
  page,
  app,
}) => {
  await page.goto(app.address)
  await page.getByRole('button', { name: 'Open Headlines: two inputs, two outputs' }).click()
  await page.getByRole('navigation', { name: 'Workspaces' }).getByText('Model', { exact: true }).click()
  await expect(page.locator('.react-flow__node').first()).toBeVisible()

  const saved = async (command: string) => {
    const download = page.waitForEvent('download')
    await run(page, command)
    const file = await download
    return { name: file.suggestedFilename(), bytes: readFileSync(await file.path()) }
  }
  const svg = await saved('Save the graph as SVG, dark')
  expect(svg.name).toMatch(/\.svg$/)
  const read = await page.evaluate((text) => {
    const document = new DOMParser().parseFromString(text, 'image/svg+xml')
    const { width, height } = document.documentElement as unknown as SVGSVGElement
    return {
      errors: document.querySelectorAll('parsererror').length,
      nodes: document.querySelectorAll('[data-node]').length,
      edges: document.querySelectorAll('[data-edge]').length,
      size: [width.baseVal.value, height.baseVal.value],
    }
  }, svg.bytes.toString())
  expect(read).toMatchObject({ errors: 0, nodes: 12, edges: 11 })

  // The background, which is dark although the page is light.
  const [, background = ''] = /<rect [^>]*fill="#(..)/.exec(svg.bytes.toString()) ?? []
  expect(Number.parseInt(background, 16)).toBeLessThan(60)

  const png = await saved('Save the graph as PNG, light')
  expect(png.name).toMatch(/\.png$/)
  const [width, height] = [png.bytes.readUInt32BE(16), png.bytes.readUInt32BE(20)]
  expect([width, height]).toEqual(read.size.map((pixels) => 2 * pixels))
})
