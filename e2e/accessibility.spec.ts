import { expect, test } from './servedApp.ts'
import { violations } from './violations.ts'

const workspaces = ['Data', 'Model', 'Train', 'Evaluate', 'Export']

for (const colorScheme of ['light', 'dark'] as const) {
  test(`nothing keeps anybody from using the page, ${colorScheme}`, async ({ page, app }) => {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    await page.goto(app.address)
    await expect(page.getByRole('button', { name: 'Open XOR by a perceptron' })).toBeVisible()
    expect(await violations(page)).toEqual([])
    await page.getByRole('button', { name: 'Open XOR by a perceptron' }).click()
    await page.getByRole('banner').getByRole('button', { name: 'Train', exact: true }).click()
    await expect(page.getByText('Done', { exact: true }).first()).toBeVisible({ timeout: 30_000 })
    for (const workspace of workspaces) {
      await page.getByRole('navigation', { name: 'Workspaces' }).getByText(workspace, { exact: true }).click()
      await page.waitForTimeout(500)
      expect(await violations(page), workspace).toEqual([])
    }
  })
}
