import { expect, test } from './servedApp.ts'

test('Korean and the interface size are kept, and nothing overflows at 200 %', async ({ page, app }) => {
  await page.goto(app.address)
  await page.getByRole('button', { name: 'Open XOR by a multilayer perceptron' }).click()
  await page
    .getByRole('contentinfo')
    .getByRole('button', { name: /Language|English/ })
    .click()
  await page.getByText('한국어').click()
  await expect(page.locator('html')).toHaveAttribute('lang', 'ko')
  await expect(page.getByRole('banner').getByRole('button', { name: '학습', exact: true })).toBeVisible()
  const before = await page.evaluate(() =>
    Number.parseFloat(getComputedStyle(document.documentElement).fontSize),
  )
  // A Korean keyboard sends other keys, but the same codes.
  for (let step = 0; step < 6; step++) await page.keyboard.press('Control+Equal')
  const size = () =>
    page.evaluate(() => Number.parseFloat(getComputedStyle(document.documentElement).fontSize))
  await expect.poll(size).toBe(before * 2)
  for (const workspace of ['데이터', '모델', '학습', '평가', '내보내기']) {
    await page.getByRole('navigation').first().getByRole('button', { name: workspace, exact: true }).click()
    await page.waitForTimeout(300)
    const overflow = await page.evaluate(() => {
      const { scrollWidth, clientWidth, scrollHeight, clientHeight } = document.documentElement
      return [scrollWidth - clientWidth, scrollHeight - clientHeight]
    })
    expect(overflow, workspace).toEqual([0, 0])
  }
  await page.waitForTimeout(700)
  await page.reload()
  await expect(page.locator('html')).toHaveAttribute('lang', 'ko')
  await expect.poll(size).toBe(before * 2)
})

test('undo works with the Korean input method on', async ({ page, app }) => {
  await page.goto(app.address)
  await page.getByRole('button', { name: 'Open XOR by a multilayer perceptron' }).click()
  await page.getByRole('navigation', { name: 'Workspaces' }).getByText('Model', { exact: true }).click()
  const nodes = page.locator('.react-flow__node')
  await expect(nodes).toHaveCount(4)
  await page.getByRole('group', { name: /^Dense hidden,/ }).click()
  await page.keyboard.press('Delete')
  await expect(nodes).toHaveCount(3)
  await page.evaluate(() =>
    document.activeElement?.dispatchEvent(
      new KeyboardEvent('keydown', {
        code: 'KeyZ',
        key: 'ㅋ',
        ctrlKey: true,
        bubbles: true,
        cancelable: true,
      }),
    ),
  )
  await expect(nodes).toHaveCount(4)
})
