import { expect, test } from './electron-double/launch.ts'

test('the window opens with the page, connected to the core', async ({ desktop: { page } }) => {
  await expect(page).toHaveTitle(/Layerloom/)
  await expect(page.getByText('Credit card share')).toBeVisible()
})
