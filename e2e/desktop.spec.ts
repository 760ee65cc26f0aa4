import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Page } from '@playwright/test'
import { projectSchema } from '../shared/project.ts'
import { expect, test } from './electron-double/launch.ts'

/* The built desktop app: main process, preload, page and training process as they are shipped, under the Electron double. */

const repository = path.resolve(import.meta.dirname, '..')
const bar = (page: Page) => page.getByRole('banner')
const train = (page: Page) => bar(page).getByRole('button', { name: 'Train', exact: true }).click()
const openExample = (page: Page, title: string) => page.getByRole('button', { name: `Open ${title}` }).click()
const state = (page: Page) =>
  page
    .getByRole('main')
    .getByText(/^(Training|Done|Stopped|Interrupted|Failed)$/)
    .first()
const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

test('the window opens with the page at its own address, connected to the core', async ({ desktop }) => {
  const { page } = desktop
  await expect(page).toHaveTitle(/Layerloom/)
  await expect(page.getByText('Credit card share')).toBeVisible()
  expect(desktop.said()).toBe('')
})

test('the page has no Node, no Electron and nothing that the preload left behind', async ({
  desktop: { page },
}) => {
  await expect(page.getByText('Credit card share')).toBeVisible()
  const found = await page.evaluate(() =>
    [
      'require',
      'module',
      'process',
      'Buffer',
      'global',
      'electron',
      'ipcRenderer',
      '__toMain',
      '__fromMain',
    ].filter((name) => name in window),
  )
  expect(found).toEqual([])
})

test('the page can neither leave, nor open windows, nor reach the network', async ({ desktop }) => {
  const { page } = desktop
  await expect(page.getByText('Credit card share')).toBeVisible()
  await page.evaluate(() => {
    location.href = 'https://example.com/'
  })
  expect((await desktop.waitFor('navigationPrevented')).url).toBe('https://example.com/')
  await page.evaluate(() => void window.open('https://example.com/'))
  await page.evaluate(() => void window.open('https://layerloom.example/docs'))
  expect((await desktop.waitFor('openExternal')).url).toBe('https://layerloom.example/docs')
  await expect.poll(() => page.context().pages().length).toBe(1)
  expect(desktop.reports.filter(({ type }) => type === 'openExternal')).toHaveLength(1)
  await expect(page.getByText('Credit card share')).toBeVisible()
})

test('an example trains in a process of its own, which sees no secrets and ends with the app', async ({
  desktop,
}) => {
  const { page } = desktop
  // Long enough to be looked at while it trains; the engine asked for what it can do has ended by then.
  await openExample(page, 'Credit card share')
  await train(page)
  await expect(state(page)).toHaveText('Training', { timeout: 20_000 })
  const engines = () =>
    desktop.reports.flatMap((report) => (report.type === 'engine' && isAlive(report.pid) ? [report.pid] : []))
  await expect.poll(engines).toHaveLength(1)
  const [pid = 0] = engines()
  expect(pid).not.toBe(desktop.pid)
  if (process.platform === 'linux')
    expect(readFileSync(`/proc/${pid}/environ`, 'utf8')).not.toContain('not-for-engines')
  await expect(state(page)).toHaveText('Done', { timeout: 60_000 })
  desktop.order({ type: 'quit' })
  expect(await desktop.exited).toBe(0)
  await expect.poll(() => isAlive(pid)).toBe(false)
})

test('the system’s dialog says where a project is saved, and Save then needs none', async ({ desktop }) => {
  const { page } = desktop
  const file = path.join(desktop.folder, '내 모델 (1).loom')
  await openExample(page, 'Credit card share')
  await expect(page.locator('.react-flow__node').first()).toBeVisible()
  desktop.order({ type: 'answer', method: 'showSaveDialog', value: { canceled: false, filePath: file } })
  await page.keyboard.press('Control+s')
  await expect(bar(page).getByText('Saved', { exact: true })).toBeVisible()
  expect(projectSchema.parse(JSON.parse(readFileSync(file, 'utf8'))).format).toBe(1)
  const asked = desktop.reports.filter(({ type }) => type === 'dialog').length
  await page.keyboard.press('Control+s')
  expect(desktop.reports.filter(({ type }) => type === 'dialog')).toHaveLength(asked)
})

test('a menu item does what its key does', async ({ desktop }) => {
  const { page } = desktop
  const file = path.join(desktop.folder, 'by-menu.loom')
  await openExample(page, 'XOR by a perceptron')
  await expect(page.locator('.react-flow__node').first()).toBeVisible()
  desktop.order({ type: 'menu', id: 'palette' })
  await expect(page.getByRole('dialog')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toBeHidden()
  desktop.order({ type: 'answer', method: 'showSaveDialog', value: { canceled: false, filePath: file } })
  desktop.order({ type: 'menu', id: 'saveAs' })
  await expect.poll(() => existsSync(file)).toBe(true)
})

test('a second start hands its project to the window that is open', async ({ desktop }) => {
  const { page, folder } = desktop
  await expect(page.getByText('Credit card share')).toBeVisible()
  const file = path.join(folder, 'second.loom')
  writeFileSync(file, readFileSync(path.join(repository, 'examples/xor-mlp/project.loom')))
  desktop.order({ type: 'secondInstance', argv: ['layerloom', '--flag', 'second.loom'], folder })
  await desktop.waitFor('windowFocused')
  await expect(bar(page).getByText('XOR by a multilayer perceptron')).toBeVisible()
  await expect(page.locator('.react-flow__node').first()).toBeVisible()
})

test('a window with unsaved changes asks before it closes', async ({ desktop }) => {
  const { page } = desktop
  await page.getByRole('button', { name: /^Empty project/ }).click()
  await page.getByRole('navigation', { name: 'Workspaces' }).getByRole('button', { name: 'Model' }).click()
  await page.getByRole('button', { name: 'Add Dense', exact: true }).press('Enter')
  await expect(page.locator('.react-flow__node').first()).toBeVisible()
  desktop.order({ type: 'answer', method: 'showMessageBoxSync', value: 0 })
  desktop.order({ type: 'closeWindow' })
  await desktop.waitFor('dialog')
  await expect(page.locator('.react-flow__node').first()).toBeVisible()
  desktop.order({ type: 'answer', method: 'showMessageBoxSync', value: 1 })
  desktop.order({ type: 'closeWindow' })
  expect(await desktop.exited).toBe(0)
})

test('a training process that is killed leaves the app up, the run interrupted, and a next run works', async ({
  desktop,
}) => {
  const { page } = desktop
  await openExample(page, 'Credit card share')
  await train(page)
  await expect(page.locator('.recharts-line-curve').first()).toBeVisible()
  const pids = desktop.reports.flatMap((report) => (report.type === 'engine' ? [report.pid] : []))
  for (const pid of pids.filter(isAlive)) process.kill(pid, 'SIGKILL')
  await expect(state(page)).toHaveText('Interrupted', { timeout: 5000 })
  await train(page)
  await desktop.waitFor('engine', pids.length + 1)
  await expect(state(page)).toHaveText('Done', { timeout: 40_000 })
  expect(desktop.said()).toContain('Layerloom engine ended: killed')
})

test('a reload gets a new line to the core and the same project', async ({ desktop }) => {
  const { page } = desktop
  await openExample(page, 'Infertility: case or control')
  await expect(page.locator('.react-flow__node').first()).toBeVisible()
  const nodes = await page.locator('.react-flow__node').count()
  await page.reload()
  await expect(page.locator('.react-flow__node')).toHaveCount(nodes)
  await train(page)
  await desktop.waitFor('engine')
})

test.describe('started with a project', () => {
  test.use({ projects: [path.join(repository, 'examples/xor-mlp/project.loom')] })
  test('it opens', async ({ desktop: { page } }) => {
    await expect(page.locator('.react-flow__node').first()).toBeVisible()
  })
})
