import { writeFileSync } from 'node:fs'
import { createRandom } from '../shared/prep/random.ts'
import { expect, test } from './servedApp.ts'

/** Habits of people: from them follow their age, roughly, whether they walk, and which of three fares they pay. */
const habits = (rows: number): string => {
  const random = createRandom(3, 'habits')
  const lines = Array.from({ length: rows }, () => {
    const [hours, distance] = [random.uniform() * 10, random.uniform() * 4]
    const city = ['서울', '부산', '제주'][random.below(3)] ?? ''
    const age = Math.round(20 + 6 * hours + random.normal())
    const walks = distance < 2 ? 'yes' : 'no'
    const fare = { 서울: 'adult', 부산: 'senior', 제주: 'free' }[city] ?? ''
    return [hours.toFixed(2), distance.toFixed(2), city, age, walks, fare].join(';')
  })
  return ['hours;distance;city;age;walks;fare', ...lines].join('\n')
}

test('three targets of different kinds are learned from one table', async ({ page, app }, info) => {
  const file = info.outputPath('habits.csv')
  writeFileSync(file, habits(600))
  await page.goto(app.address)
  await page.getByRole('button', { name: /New from CSV/ }).click()
  const chooser = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: 'Choose a file…' }).click()
  await (await chooser).setFiles(file)
  const dialog = page.getByRole('dialog')
  for (const target of ['age', 'walks', 'fare'])
    await dialog
      .getByRole('row', { name: new RegExp(`^${target}`) })
      .getByRole('checkbox')
      .nth(1)
      .check({ force: true })
  await dialog.getByRole('button', { name: 'Create model' }).click()
  await expect(dialog).toBeHidden()
  await expect(page.getByText('No problems')).toBeVisible()

  const go = (workspace: string) =>
    page.getByRole('navigation', { name: 'Workspaces' }).getByText(workspace, { exact: true }).click()
  await go('Train')
  await page.getByRole('textbox', { name: 'Epochs' }).fill('40')
  await page.keyboard.press('Enter')
  await page.getByRole('banner').getByRole('button', { name: 'Train', exact: true }).click()
  await expect(page.getByRole('main').getByText('Done', { exact: true }).first()).toBeVisible({
    timeout: 60_000,
  })

  // A loss and metrics of its own kind for each.
  await go('Evaluate')
  const metrics = page.getByRole('table', { name: 'Metrics by output and part' })
  const onTest = async (metric: string, place: number) => {
    const row = metrics.getByRole('row').filter({ hasText: metric }).nth(place)
    return Number(await row.getByRole('cell').last().textContent())
  }
  expect(await onTest('R²', 0)).toBeGreaterThan(0.8)
  expect(await onTest('Accuracy', 0)).toBeGreaterThan(0.85)
  expect(await onTest('Accuracy', 1)).toBeGreaterThan(0.95)
  await expect(page.getByRole('table', { name: 'Ten predictions' }).getByRole('row')).toHaveCount(11)
})
