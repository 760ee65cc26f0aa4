import { mkdirSync, readFileSync } from 'node:fs'
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { go, type Loom, openChanged } from './changedExample.ts'
import { expect, test } from './servedApp.ts'

const strip = (page: Page) => page.getByRole('toolbar', { name: 'Views of the whole model' })
const problems = (page: Page) => page.getByRole('region', { name: 'Problems' })
const status = (page: Page) => page.getByRole('contentinfo')
const node = (page: Page, name: RegExp) => page.getByRole('group', { name })

const openBroken = async (page: Page, root: string, change: (project: Loom) => void) => {
  await openChanged(page, root, change)
  await go(page, 'Model')
  await strip(page)
    .getByRole('button', { name: /Problems/ })
    .click()
}

test.beforeEach(async ({ page, app }) => {
  mkdirSync(app.root, { recursive: true })
  await page.goto(app.address)
})

const breaks: readonly (readonly [string, (project: Loom) => void, string])[] = [
  [
    'units that the target does not have',
    ({ layers }) => (layers['share']!.params['units'] = 3),
    'Set units to 1',
  ],
  [
    'a last activation that the target cannot have',
    ({ layers }) => (layers['share']!.params['activation'] = 'softmax'),
    'Set the activation to linear',
  ],
  ['a value that is none', ({ layers }) => (layers['hidden_1']!.params['units'] = -4), 'Set Units to 1'],
  [
    'an edge to nowhere',
    ({ edges }) => edges.push({ from: 'hidden_1', out: 'output', to: 'gone', in: 'input' }),
    'Remove the edge',
  ],
  [
    'a loop',
    ({ edges }) => (edges.find(({ to }) => to === 'hidden_1')!.from = 'hidden_2'),
    'Draw the edge from “applicant” instead',
  ],
  [
    'a picture where a row is needed',
    ({ layers, nodes, edges }) => {
      layers['wide'] = { type: 'reshape', name: 'wide', params: { targetShape: [2, 32] } }
      nodes['wide'] = { layer: 'wide', x: 0, y: 300 }
      const edge = edges.find(({ to }) => to === 'share')!
      edges.push({ ...edge, to: 'wide' })
      edge.from = 'wide'
    },
    'Insert Flatten',
  ],
  [
    'a result that nothing uses',
    ({ layers, nodes, edges }) => {
      layers['side'] = { type: 'dense', name: 'side', params: { units: 2 } }
      nodes['side'] = { layer: 'side', x: 0, y: 300 }
      edges.push({ from: 'hidden_1', out: 'output', to: 'side', in: 'input' })
    },
    'Delete this node',
  ],
]

for (const [what, change, repair] of breaks)
  test(`${what} is repaired by one click`, async ({ page, app }) => {
    await openBroken(page, app.root, change)
    await problems(page).getByRole('button', { name: repair, exact: true }).first().click()
    await expect(status(page).getByText('No problems')).toBeVisible()
    await expect(page.getByText('Repaired. 0 problems are left.')).toBeAttached()
    await page.keyboard.press('Control+z')
    await expect(status(page).getByText(/\d problems?$/)).toBeVisible()
  })

test('F8 goes to the node with a problem, and its badge repairs it', async ({ page, app }) => {
  await openBroken(page, app.root, ({ layers }) => {
    layers['share']!.params['units'] = 3
    layers['hidden_1']!.params['units'] = -4
  })
  await page.keyboard.press('F8')
  await expect(node(page, /^Dense hidden_1,/)).toBeFocused()
  await node(page, /^Dense hidden_1,/)
    .getByRole('button', { name: '1 problem' })
    .click()
  await page.getByRole('dialog').getByRole('button', { name: 'Set Units to 1' }).click()
  await expect(status(page).getByText('1 problem')).toBeVisible()
  await page.keyboard.press('Shift+F8')
  await page.getByRole('button', { name: 'Repair what has one answer' }).click()
  await expect(status(page).getByText('No problems')).toBeVisible()
})

test('several layers are edited together in one step', async ({ page, app }) => {
  await openBroken(page, app.root, () => {})
  await node(page, /^Dense hidden_1,/).click()
  await node(page, /^Dense share,/).click({ modifiers: ['Control'] })
  const units = page.getByRole('textbox', { name: 'Units' })
  await expect(units).toHaveAttribute('placeholder', 'Mixed')
  await units.fill('12')
  await units.press('Enter')
  await expect(node(page, /^Dense hidden_1, output \[12\]/)).toBeVisible()
  await expect(node(page, /^Dense share, output \[12\]/)).toBeVisible()
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(units).toHaveAttribute('placeholder', 'Mixed')
  await expect(node(page, /^Dense share, output \[1\]/)).toBeVisible()
})

test('a rate is dragged in one step and the field beside it follows', async ({ page, app }) => {
  await openBroken(page, app.root, ({ layers, nodes }) => {
    layers['drop'] = { type: 'dropout', name: 'drop', params: { rate: 0.3 } }
    nodes['drop'] = { layer: 'drop', x: 0, y: 300 }
  })
  await node(page, /^Dropout drop,/).click()
  const rate = page.getByRole('textbox', { name: 'Rate' })
  const slider = page.getByRole('slider', { name: 'Rate' })
  const box = (await slider.locator('..').boundingBox())!
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2)
  await page.mouse.down()
  for (const x of [10, 25, 40]) await page.mouse.move(box.x + x, box.y + 5)
  await page.mouse.up()
  const dragged = await rate.inputValue()
  expect(dragged).not.toBe('0.3')
  await expect(slider).toHaveValue(dragged)
  await rate.focus()
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(rate).toHaveValue('0.3')
})

test('the summary lists every layer and leads to it', async ({ page, app }) => {
  await openBroken(page, app.root, () => {})
  await strip(page).getByRole('button', { name: 'Summary' }).click()
  const table = page.getByRole('grid', { name: 'Summary' })
  await expect(table.getByRole('row')).toHaveCount(5)
  await table.getByRole('row', { name: /hidden_2 \(Dense\).*\[64\].*4,160.*hidden_1/ }).click()
  await expect(node(page, /^Dense hidden_2,/)).toBeFocused()
  await expect(page.getByText('Parameters: 4,801; trainable 4,801, not trained 0')).toBeVisible()
  const saved = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Save as CSV' }).click()
  const text = readFileSync((await (await saved).path())!, 'utf8')
  expect(text).toContain('hidden_2,Dense,"(None, 64)",4160,hidden_1,')
})

for (const colorScheme of ['light', 'dark'] as const)
  test(`problems, repairs, settings and summary can be used by everybody, ${colorScheme}`, async ({
    page,
    app,
  }) => {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    await openBroken(page, app.root, ({ layers, nodes }) => {
      layers['share']!.params['units'] = 3
      layers['drop'] = { type: 'dropout', name: 'drop', params: { rate: 0.3 } }
      nodes['drop'] = { layer: 'drop', x: 0, y: 300 }
    })
    const violations = async () => {
      const { violations: found } = await new AxeBuilder({ page }).analyze()
      return found
        .filter(({ impact }) => impact === 'serious' || impact === 'critical')
        .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)
    }
    await expect(problems(page).getByRole('button', { name: 'Set units to 1' })).toBeVisible()
    expect(await violations(), 'problems').toEqual([])
    await node(page, /^Dropout drop,/).click()
    await expect(page.getByRole('slider', { name: 'Rate' })).toBeVisible()
    await expect(page.locator('.katex').first()).toBeVisible()
    expect(await violations(), 'settings').toEqual([])
    await node(page, /^Dropout drop,/)
      .getByRole('button', { name: /problem/ })
      .click()
    await expect(page.getByRole('dialog').getByRole('button').first()).toBeVisible()
    expect(await violations(), 'badge').toEqual([])
    await page.keyboard.press('Escape')
    await node(page, /^Dense hidden_1,/).click()
    await node(page, /^Dense share,/).click({ modifiers: ['Control'] })
    await strip(page).getByRole('button', { name: 'Summary' }).click()
    await expect(page.getByRole('grid', { name: 'Summary' })).toBeVisible()
    expect(await violations(), 'summary').toEqual([])
  })
