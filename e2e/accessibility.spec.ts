import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Page } from '@playwright/test'
import { bigGraph } from '../bench/canvas/bigGraph.ts'
import { go, openFile } from './changedExample.ts'
import { expect, test } from './servedApp.ts'
import { violations } from './violations.ts'

const fixtures = path.resolve(import.meta.dirname, '../shared/fixtures')
const workspaces = ['Data', 'Model', 'Train', 'Evaluate', 'Export']
const schemes = ['light', 'dark'] as const

for (const colorScheme of schemes) {
  test(`nothing keeps anybody from using the page, ${colorScheme}`, async ({ page, app }) => {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    await page.goto(app.address)
    await expect(page.getByRole('button', { name: 'Open XOR by a perceptron' })).toBeVisible()
    expect(await violations(page)).toEqual([])
    await page.getByRole('button', { name: 'Open XOR by a perceptron' }).click()
    await page.getByRole('banner').getByRole('button', { name: 'Train', exact: true }).click()
    await expect(page.getByText('Done', { exact: true }).first()).toBeVisible({ timeout: 30_000 })
    for (const workspace of workspaces) {
      await go(page, workspace)
      await page.waitForTimeout(500)
      expect(await violations(page), workspace).toEqual([])
    }
  })
}

/** Brings the page into one state after another and lists what each keeps somebody from. */
async function violationsIn(page: Page, states: Readonly<Record<string, () => Promise<unknown>>>) {
  const found: Record<string, readonly string[]> = {}
  for (const [state, enter] of Object.entries(states)) {
    await enter()
    await page.waitForTimeout(300)
    const here = await violations(page)
    if (here.length > 0) found[state] = here
  }
  return found
}

const press = (page: Page, key: string) => () => page.keyboard.press(key)
const select = (page: Page, node: string) => () =>
  page.locator(`.react-flow__node[data-id="${node}"]`).click({ position: { x: 60, y: 14 } })
/** By place and not by name, so that it is found in every language. */
const openView = (page: Page, id: string) => () => page.locator(`[aria-controls="bottom-${id}"]`).click()

/** Each look and each language once: neither changes what the other does. */
const guises = [
  ['light', 'English'],
  ['dark', '한국어'],
] as const
for (const [colorScheme, language] of guises)
  test(`nothing in the Model workspace keeps anybody out, ${colorScheme}, ${language}`, async ({
    page,
    app,
  }) => {
    // Each state is looked at as a whole, which takes seconds.
    test.setTimeout(180_000)
    mkdirSync(app.root, { recursive: true })
    copyFileSync(path.join(fixtures, 'nestedGroups.loom'), path.join(app.root, 'groups.loom'))
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    await page.goto(app.address)
    await openFile(page, 'groups.loom')
    await go(page, 'Model')
    await page.keyboard.press('Control+KeyK')
    await page.keyboard.type(language)
    await page.keyboard.press('Enter')
    await expect(page.locator('html')).toHaveAttribute('lang', language === 'English' ? 'en' : 'ko')

    const found = await violationsIn(page, {
      'nothing selected': press(page, 'Escape'),
      'an input': select(page, 'facts'),
      'a layer': select(page, 'pool'),
      'an output': select(page, 'kind'),
      'a block': select(page, 'group:block'),
      all: press(page, 'Control+KeyA'),
      'the outline': press(page, 'Shift+KeyO'),
      'a name in the outline': press(page, 'F2'),
      'the menu of the outline': async () => {
        await page.keyboard.press('Escape')
        await page.keyboard.press('Shift+F10')
      },
      problems: async () => {
        await page.keyboard.press('Escape')
        await openView(page, 'problems')()
      },
      summary: openView(page, 'summary'),
      code: openView(page, 'code'),
      commands: press(page, 'Control+KeyK'),
    })
    expect(found).toEqual({})
  })

test('an empty graph, and a large one from afar, keep nobody out', async ({ page, app }) => {
  mkdirSync(app.root, { recursive: true })
  const large = bigGraph({ nodes: 400, edges: 520, lanes: 12 }, 1)
  const empty = { ...large, id: 'empty', layers: {}, nodes: {}, edges: [] }
  writeFileSync(path.join(app.root, 'large.loom'), JSON.stringify(large))
  writeFileSync(path.join(app.root, 'empty.loom'), JSON.stringify(empty))
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await page.goto(app.address)
  for (const file of ['empty.loom', 'large.loom']) {
    await page.evaluate(() => sessionStorage.clear())
    await page.reload()
    await openFile(page, file)
    await go(page, 'Model')
    await page.waitForTimeout(500)
    expect(await violations(page), file).toEqual([])
    await page.keyboard.press('Shift+KeyO')
    expect(await violations(page), `${file}, outline`).toEqual([])
  }
  await expect(page.locator('[data-overview="drawn"]')).toHaveCount(1)
})
