import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { bigGraph } from '../bench/canvas/bigGraph.ts'
import { go, openFile } from './changedExample.ts'
import { expect, test } from './servedApp.ts'

test('a large graph from afar is a drawing that can be pointed at, selected, dragged and come near to', async ({
  page,
  app,
}) => {
  const large = bigGraph({ nodes: 400, edges: 520, lanes: 12 }, 1)
  const [id, node] = Object.entries(large.nodes).find(([, { x, y }]) => x > 3000 && y > 1500)!
  mkdirSync(app.root, { recursive: true })
  writeFileSync(path.join(app.root, 'large.loom'), JSON.stringify(large))
  await page.goto(app.address)
  await openFile(page, 'large.loom')
  await go(page, 'Model')
  const drawing = page.locator('[data-overview="drawn"]')
  const cards = page.locator('.react-flow__node')
  await expect(drawing).toHaveCount(1)
  await expect(cards).toHaveCount(1)

  const onScreen = async (x: number, y: number) => {
    const pane = (await page.locator('.react-flow').boundingBox())!
    const { a, e, f } = await page
      .locator('.react-flow__viewport')
      .evaluate((viewport) => new DOMMatrix(getComputedStyle(viewport).transform))
    return [pane.x + e + x * a, pane.y + f + y * a] as const
  }
  const middle = await onScreen(node.x + 100, node.y + 48)
  await page.mouse.move(...middle)
  const card = page.locator(`.react-flow__node[data-id="${id}"]`)
  await expect(card).toHaveCount(1)
  await page.mouse.click(...middle)
  await expect(card).toHaveClass(/selected/)

  await page.mouse.down()
  await page.mouse.move(middle[0] + 20, middle[1] + 20, { steps: 4 })
  await page.mouse.up()
  await expect(page.getByRole('banner').getByText('Unsaved changes')).toBeVisible()
  await page.keyboard.press('Control+KeyZ')
  await expect(page.getByRole('banner').getByText('Unsaved changes')).toHaveCount(0)

  await page.mouse.move(...middle)
  for (let turn = 0; turn < 12; turn++) await page.mouse.wheel(0, -200)
  await expect(drawing).toHaveCount(0)
  await expect(card).toBeVisible()
  expect(await cards.count()).toBeLessThan(100)
})
