import type { Locator, Page } from '@playwright/test'
import { expect } from './servedApp.ts'

type Point = { readonly x: number; readonly y: number }

/** The middle of something on the screen. */
const middle = async (locator: Locator): Promise<Point> => {
  const box = await locator.boundingBox()
  if (!box) throw new Error('not on screen')
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 }
}

/** Presses at one place, moves in steps, and lets go at another: a drag as a hand does it. */
const dragTo = async (page: Page, from: Locator, to: Point): Promise<void> => {
  const start = await middle(from)
  await page.mouse.move(start.x, start.y)
  await page.mouse.down()
  await page.mouse.move((start.x + to.x) / 2, (start.y + to.y) / 2, { steps: 6 })
  await page.mouse.move(to.x, to.y, { steps: 6 })
  await page.mouse.up()
}

/** Cards and blocks on the canvas by what they are called: type and name. */
export const card = (page: Page, name: string): Locator =>
  page.getByRole('group', { name: new RegExp(`^${name}(,|$)`) })

/** Starts an empty project and shows its graph. */
export const emptyGraph = async (page: Page, address: string): Promise<void> => {
  await page.goto(address)
  await page.getByRole('button', { name: /Empty project/ }).click()
  await page.getByRole('navigation', { name: 'Workspaces' }).getByText('Model', { exact: true }).click()
  await expect(page.getByText('No layers yet')).toBeVisible()
}

/** Drags an entry of the palette to a place on the canvas, given as shares of its width and height. */
export const place = async (page: Page, entry: string, across: number, down: number): Promise<void> => {
  const line = page.getByRole('button', { name: `Add ${entry}`, exact: true })
  await line.scrollIntoViewIfNeeded()
  const area = await page.locator('.react-flow').boundingBox()
  if (!area) throw new Error('no canvas')
  const before = await page.locator('.react-flow__node').count()
  await dragTo(page, line, { x: area.x + area.width * across, y: area.y + area.height * down })
  await expect(page.locator('.react-flow__node')).toHaveCount(before + 1)
}

/** Draws an edge from the first output of a card to an input of another, the first unless it is named. */
export const wire = async (page: Page, from: Locator, to: Locator, port = ''): Promise<void> => {
  const edges = page.locator('.react-flow__edge')
  const before = await edges.count()
  await dragTo(
    page,
    from.locator('.react-flow__handle.source').first(),
    await middle(to.getByRole('img', { name: `Input port ${port}` }).first()),
  )
  await expect(edges).toHaveCount(before + 1)
}

/** Types into a field of the settings and leaves it. */
export const type = async (page: Page, field: string, text: string): Promise<void> => {
  const box = page.getByRole('textbox', { name: field, exact: true })
  await box.fill(text)
  await box.press('Enter')
}

/** Chooses a line of the menu that a right click on something opens. */
export const chooseFor = async (page: Page, target: Locator, item: string): Promise<void> => {
  await target.click({ button: 'right' })
  await page.getByRole('menuitem', { name: item }).click()
}
