import type { Locator, Page } from '@playwright/test'
import { expect, test } from './servedApp.ts'
import { violations } from './violations.ts'

const bar = (page: Page) => page.getByRole('banner')
const nodes = (page: Page) => page.locator('.react-flow__node')
const card = (page: Page, label: RegExp) => page.getByRole('group', { name: label })
const edge = (page: Page, from: string, to: string) =>
  page.getByRole('group', { name: new RegExp(`^Edge from ${from} to ${to}(,|$)`) })
const box = (page: Page) => page.getByRole('combobox')

interface Point {
  readonly x: number
  readonly y: number
}

async function middle(locator: Locator): Promise<Point> {
  const rect = await locator.boundingBox()
  if (!rect) throw new Error('not on screen')
  return { x: rect.x + rect.width / 2, y: rect.y + rect.height / 2 }
}

/** The middle of an edge's line on the screen. */
const onLine = (line: Locator): Promise<Point> =>
  line
    .locator('path')
    .first()
    .evaluate((path: SVGPathElement) => {
      const { x, y } = path.getPointAtLength(path.getTotalLength() / 2)
      const matrix = path.getScreenCTM()!
      return { x: x * matrix.a + matrix.e, y: y * matrix.d + matrix.f }
    })

/** Presses at one place, moves in steps and, unless told not to, lets go at another. */
async function drag(page: Page, from: Point, to: Point, letGo = true): Promise<void> {
  await page.mouse.move(from.x, from.y)
  await page.mouse.down()
  await page.mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2, { steps: 6 })
  await page.mouse.move(to.x, to.y, { steps: 6 })
  if (letGo) await page.mouse.up()
}

/** A place on the canvas where nothing is. */
async function emptyPlace(page: Page): Promise<Point> {
  const area = (await page.locator('.react-flow').boundingBox())!
  return { x: area.x + area.width / 2, y: area.y + area.height * 0.85 }
}

async function openXor(page: Page, address: string): Promise<void> {
  await page.goto(address)
  await page.getByRole('button', { name: 'Open XOR by a multilayer perceptron' }).click()
  await page.getByRole('navigation', { name: 'Workspaces' }).getByText('Model', { exact: true }).click()
  await expect(nodes(page)).toHaveCount(4)
}

const undo = (page: Page) => bar(page).getByRole('button', { name: 'Undo' })

test('quick add: a double click on empty canvas, found by loose letters, in one step', async ({
  page,
  app,
}) => {
  await openXor(page, app.address)
  const place = await emptyPlace(page)
  await page.mouse.dblclick(place.x, place.y)
  await box(page).fill('bn')
  await expect(page.getByRole('option').first()).toContainText('BatchNormalization')
  await page.keyboard.press('Escape')
  await expect(box(page)).toBeHidden()
  await page.mouse.dblclick(place.x, place.y)
  await box(page).fill('drop')
  await page
    .getByRole('option', { name: /Dropout/ })
    .first()
    .click()
  await expect(nodes(page)).toHaveCount(5)
  const added = card(page, /^Dropout dropout/)
  await expect(added).toBeFocused()
  const at = await middle(added)
  expect(Math.hypot(at.x - place.x, at.y - place.y)).toBeLessThan(12)
  await undo(page).click()
  await expect(nodes(page)).toHaveCount(4)
  await expect(undo(page)).toBeDisabled()
})

test('an edge let go on empty canvas offers what fits its tensor and connects it', async ({ page, app }) => {
  await openXor(page, app.address)
  const place = await emptyPlace(page)
  await drag(page, await middle(card(page, /^Dense hidden,/).locator('.source')), place)
  await expect(page.getByRole('option', { name: /^Conv2D/ })).toHaveCount(0)
  await expect(page.getByRole('option', { name: /^Output/ })).toHaveCount(1)
  await box(page).fill('conv2d')
  await expect(page.getByRole('group', { name: 'Would not fit as they are' })).toContainText('Conv2D')
  await box(page).fill('flatten')
  await page.keyboard.press('Enter')
  await expect(edge(page, 'hidden', 'flatten')).toHaveCount(1)
  await undo(page).click()
  await expect(nodes(page)).toHaveCount(4)
  await expect(edge(page, 'hidden', 'flatten')).toHaveCount(0)
})

test('a layer dropped on an edge is inserted there, and deleting it heals the edge', async ({
  page,
  app,
}) => {
  await openXor(page, app.address)
  const before = await page.locator('.react-flow__edge').count()
  const line = page.locator('.react-flow__edge').nth(1)
  await page.getByRole('textbox', { name: 'Search layers' }).fill('dropout')
  const entry = page.getByRole('button', { name: 'Add Dropout', exact: true })
  await drag(page, await middle(entry), await onLine(line), false)
  await expect(line.locator('path[data-drop]')).toHaveCount(1)
  await page.mouse.up()
  await expect(nodes(page)).toHaveCount(5)
  await expect(page.locator('.react-flow__edge')).toHaveCount(before + 1)
  await expect(page.getByText('No problems')).toBeVisible()
  await page.keyboard.press('Delete')
  await expect(nodes(page)).toHaveCount(4)
  await expect(page.locator('.react-flow__edge')).toHaveCount(before)
  await expect(page.getByText('No problems')).toBeVisible()
  await undo(page).click()
  await undo(page).click()
  await expect(undo(page)).toBeDisabled()
})

test('a loose node dragged onto an edge is inserted in one step', async ({ page, app }) => {
  await openXor(page, app.address)
  const place = await emptyPlace(page)
  await page.mouse.dblclick(place.x, place.y)
  await box(page).fill('dropout')
  await page.keyboard.press('Enter')
  const loose = card(page, /^Dropout dropout/)
  await expect(loose).toBeVisible()
  const line = page.locator('.react-flow__edge').nth(1)
  await drag(page, await middle(loose), await onLine(line), false)
  await expect(line.locator('path[data-drop]')).toHaveCount(1)
  await page.mouse.up()
  await expect(page.getByText('No problems')).toBeVisible()
  await undo(page).click()
  await expect(page.getByText('No problems')).toBeHidden()
  const back = await middle(loose)
  expect(Math.hypot(back.x - place.x, back.y - place.y)).toBeLessThan(12)
})

test('bypassing takes a layer out of the model until it is taken back', async ({ page, app }) => {
  await openXor(page, app.address)
  const status = page.getByRole('contentinfo')
  const counted = await status.getByText(/parameters/).textContent()
  await card(page, /^Dense hidden,/).click({ button: 'right' })
  await page.getByRole('menuitem', { name: /^Bypass/ }).click()
  await expect(card(page, /^Dense hidden, Bypassed/)).toContainText('Bypassed')
  await expect(status.getByText(/parameters/)).not.toHaveText(counted!)
  await page.keyboard.press('KeyB')
  await expect(card(page, /^Dense hidden, Bypassed/)).toHaveCount(0)
  await expect(status.getByText(/parameters/)).toHaveText(counted!)
})

test('a note is written, moved, sized, copied and deleted', async ({ page, app }) => {
  await openXor(page, app.address)
  const place = await emptyPlace(page)
  await page.mouse.click(place.x, place.y, { button: 'right' })
  await page.getByRole('menuitem', { name: 'Add a note' }).click()
  await page.getByRole('textbox', { name: 'Text of the note' }).fill('Two units are enough.')
  await page.keyboard.press('Escape')
  const note = card(page, /^Note: Two units/)
  await expect(note).toBeFocused()
  const start = (await note.boundingBox())!
  await drag(page, { x: start.x + 40, y: start.y + start.height - 12 }, { x: start.x + 140, y: start.y + 20 })
  const moved = (await note.boundingBox())!
  expect(moved.x).toBeGreaterThan(start.x + 50)
  const corner = { x: moved.x + moved.width, y: moved.y + moved.height }
  await drag(page, corner, { x: corner.x + 80, y: corner.y + 40 })
  expect((await note.boundingBox())!.width).toBeGreaterThan(moved.width + 40)
  await undo(page).click()
  await expect.poll(async () => Math.round((await note.boundingBox())!.width)).toBe(Math.round(moved.width))
  await note.focus()
  await page.keyboard.press('Enter')
  await page.keyboard.type('Three.')
  await page.keyboard.press('Escape')
  await expect(card(page, /^Note: Three/)).toBeFocused()
  await page.keyboard.press('Control+D')
  await expect(card(page, /^Note: Three/)).toHaveCount(2)
  await page.keyboard.press('Delete')
  await expect(card(page, /^Note: Three/)).toHaveCount(1)
})

test('several nodes are aligned, given equal gaps and laid out, each in one step', async ({ page, app }) => {
  await openXor(page, app.address)
  await page.locator('.react-flow__pane').click({ position: { x: 20, y: 20 } })
  await page.keyboard.press('Control+a')
  const tools = page.getByRole('toolbar', { name: 'Arrange the selection' })
  await tools.getByRole('button', { name: 'Align left edges' }).click()
  const lefts = async () => {
    const rects = await Promise.all((await nodes(page).all()).map((one) => one.boundingBox()))
    return new Set(rects.map((rect) => Math.round(rect!.x)))
  }
  await expect.poll(async () => (await lefts()).size).toBe(1)
  await tools.getByRole('button', { name: 'Equal gaps down' }).click()
  await page.keyboard.press('Shift+L')
  await expect.poll(async () => (await lefts()).size, { timeout: 20_000 }).toBe(4)
  for (let step = 0; step < 2; step++) await undo(page).click()
})

/** Presses a key as a keyboard with the Korean layout does: the same place, another letter. */
async function koreanKeys(page: Page) {
  const session = await page.context().newCDPSession(page)
  const letters: Record<string, string> = { KeyC: 'ㅊ', KeyB: 'ㅠ', KeyZ: 'ㅋ', KeyL: 'ㅣ', KeyN: 'ㅜ' }
  return async (code: string, modifiers = 0) => {
    const key = letters[code] ?? code
    const virtual = code.charCodeAt(3)
    const press = { code, key, windowsVirtualKeyCode: virtual, modifiers }
    await session.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...press })
    await session.send('Input.dispatchKeyEvent', { type: 'keyUp', ...press })
  }
}

test('by keyboard alone, with a Korean layout at 200 %: built, wired, walked, bypassed, healed, undone', async ({
  page,
  app,
}) => {
  await page.goto(app.address)
  for (let step = 0; step < 6; step++) await page.keyboard.press('Control+Equal')
  await page.getByRole('button', { name: /^Empty project/ }).focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('navigation')).toBeVisible()
  await page.keyboard.press('Alt+Digit2')
  await expect(page.locator('.react-flow')).toBeVisible()
  const press = await koreanKeys(page)
  const add = async (text: string, focused: RegExp) => {
    await page.keyboard.press('Slash')
    await expect(box(page)).toBeFocused()
    await page.keyboard.insertText(text)
    await page.keyboard.press('Enter')
    await expect(card(page, focused)).toBeFocused()
  }
  await add('input', /^Input input/)
  await add('dense', /^Dense dense,/)
  await add('dropout', /^Dropout dropout/)
  await page.keyboard.press('Alt+ArrowLeft')
  await expect(card(page, /^Dense dense,/)).toBeFocused()
  await add('dense', /^Dense dense_1/)
  await add('add', /^Add add/)

  // The other branch into Add, by its name.
  await page.keyboard.press('Alt+ArrowLeft')
  await page.keyboard.press('Alt+ArrowUp')
  await expect(card(page, /^Dropout dropout/)).toBeFocused()
  await press('KeyC')
  await expect(box(page)).toBeFocused()
  await page.keyboard.insertText('add')
  await page.keyboard.press('Enter')
  await expect(card(page, /^Dropout dropout/)).toBeFocused()
  await page.keyboard.press('Alt+ArrowRight')
  await expect(card(page, /^Add add/)).toBeFocused()
  await add('output', /^Output/)
  await expect(nodes(page)).toHaveCount(6)
  await expect(page.locator('.react-flow__edge')).toHaveCount(6)
  await expect(page.getByText('No problems')).toBeVisible()

  // The settings and back; the units are one step.
  await page.keyboard.press('Alt+ArrowLeft')
  await page.keyboard.press('Alt+ArrowLeft')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('textbox', { name: 'Name' })).toBeFocused()
  await page.keyboard.press('Escape')

  // An input method that composes keeps Enter and Esc to itself.
  await card(page, /^Dense dense,/).focus()
  await page.keyboard.press('Slash')
  await expect(box(page)).toBeFocused()
  const session = await page.context().newCDPSession(page)
  await session.send('Input.imeSetComposition', { text: '잔', selectionStart: 1, selectionEnd: 1 })
  await expect(box(page)).toHaveValue('잔')
  await page.keyboard.press('Enter')
  await expect(nodes(page)).toHaveCount(6)
  await session.send('Input.insertText', { text: '잔' })
  await box(page).fill('잔차')
  await expect(page.getByRole('option', { name: /^Add/ })).toHaveCount(1)
  await page.keyboard.press('Escape')
  await expect(box(page)).toBeHidden()
  await expect(card(page, /^Dense dense,/)).toBeFocused()

  await press('KeyB')
  await expect(card(page, /^Dense dense, Bypassed/)).toBeFocused()
  await press('KeyB')
  await page.keyboard.press('Delete')
  await expect(nodes(page)).toHaveCount(5)
  await expect(edge(page, 'input', 'dropout')).toHaveCount(1)
  await expect(edge(page, 'input', 'dense_1')).toHaveCount(1)
  const control = 2
  for (let step = 0; step < 30; step++) await press('KeyZ', control)
  await expect(nodes(page)).toHaveCount(0)
})

for (const colorScheme of ['light', 'dark'] as const) {
  test(`the boxes, menus, notes and tools of the canvas keep nobody out, ${colorScheme}`, async ({
    page,
    app,
  }) => {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    await openXor(page, app.address)
    await card(page, /^Dense hidden,/).click()
    await page.keyboard.press('KeyB')
    await page.keyboard.press('Slash')
    await box(page).fill('pool')
    expect(await violations(page), 'quick add').toEqual([])
    await page.keyboard.press('Escape')
    await page.keyboard.press('KeyC')
    await expect(box(page)).toBeVisible()
    expect(await violations(page), 'connecting').toEqual([])
    await page.keyboard.press('Escape')
    await card(page, /^Dense hidden,/).click({ button: 'right' })
    await expect(page.getByRole('menu')).toBeVisible()
    expect(await violations(page), 'menu').toEqual([])
    await page.keyboard.press('Escape')
    await page.keyboard.press('Shift+N')
    await page.keyboard.type('One line\nand another,\nand a third,\nand a fourth,\nand a fifth.')
    await page.keyboard.press('Escape')
    await page.keyboard.press('Control+a')
    expect(await violations(page), 'note and tools').toEqual([])
  })
}
