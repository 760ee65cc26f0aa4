import type { Page } from 'playwright-core'

const steps = 90

interface Point {
  readonly x: number
  readonly y: number
}

/** The middle of the canvas on the screen. */
export const middleOf = async (page: Page): Promise<Point> => {
  const box = await page.locator('.react-flow').boundingBox()
  if (!box) throw new Error('The canvas is not on screen.')
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 }
}

const dragAlong = async (
  page: Page,
  start: Point,
  button: 'left' | 'middle',
  at: (step: number) => Point,
) => {
  await page.mouse.move(start.x, start.y)
  await page.mouse.down({ button })
  for (let step = 0; step < steps; step++) {
    const { x, y } = at(step)
    await page.mouse.move(start.x + x, start.y + y)
  }
  await page.mouse.up({ button })
  return steps
}

/** Pulls the canvas to and fro by the middle button. */
export const pan = async (page: Page): Promise<number> =>
  dragAlong(page, await middleOf(page), 'middle', (step) => {
    const along = step < steps / 2 ? step : steps - step
    return { x: -12 * along, y: -5 * along }
  })

/** Where a point of the canvas is on the screen now. */
const onScreen = async (page: Page, { x, y }: Point): Promise<Point & { readonly scale: number }> => {
  const pane = await page.locator('.react-flow').boundingBox()
  if (!pane) throw new Error('The canvas is not on screen.')
  const { a, e, f } = await page
    .locator('.react-flow__viewport')
    .evaluate((viewport) => new DOMMatrix(getComputedStyle(viewport).transform))
  return { x: pane.x + e + x * a, y: pane.y + f + y * a, scale: a }
}

/** Fits the graph, then zooms in over a point of the canvas until cards are read at their own size. */
export const comeNear = async (page: Page, place: Point): Promise<void> => {
  await page.locator('.react-flow').focus()
  await page.keyboard.press('Shift+Digit1')
  await page.waitForTimeout(500)
  for (;;) {
    const { x, y, scale } = await onScreen(page, place)
    if (Math.abs(scale - 1) < 0.02) break
    const doublings = Math.max(-0.4, Math.min(0.4, Math.log2(1 / scale)))
    await page.mouse.move(x, y)
    await page.mouse.wheel(0, -500 * doublings)
    await page.waitForTimeout(60)
  }
  await page.waitForTimeout(300)
}

/** Drags the card at a point of the canvas in circles. */
export const dragCard = async (page: Page, place: Point): Promise<number> =>
  dragAlong(page, await onScreen(page, place), 'left', (step) => ({
    x: 100 * Math.sin(step / 8),
    y: 100 * Math.cos(step / 8) - 100,
  }))

/** Selects the card at a point of the canvas. */
export const selectCard = async (page: Page, place: Point): Promise<void> => {
  const { x, y } = await onScreen(page, place)
  await page.mouse.click(x, y)
}

/** Turns the wheel in over the middle of the canvas, and as far out again. */
export const zoom = async (page: Page): Promise<number> => {
  const { x, y } = await middleOf(page)
  await page.mouse.move(x, y)
  for (let step = 0; step < steps; step++)
    await page.mouse.wheel(0, Math.floor(step / 15) % 2 === 0 ? -16 : 16)
  return steps
}
