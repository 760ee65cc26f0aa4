// npm run screenshots: the pictures of README, taken of the built app with the headline example. Needs a Chromium.
import { spawn } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { chromium } from 'playwright-core'
import { findChromium } from './chromium.mjs'
import { buildStale } from './ready.mjs'
import { root } from './sources.mjs'

const say = (text) => process.stderr.write(`[screenshots] ${text}\n`)
const images = path.join(root, 'docs', 'images')
const home = fs.mkdtempSync(path.join(os.tmpdir(), 'layerloom-shots-'))

/** Starts the app on folders of its own and resolves to its address. */
function serve() {
  const code = `const { main } = await import('./out/serve/index.js'); await main(process.argv.slice(1))`
  const folders = ['--root', path.join(home, 'projects'), '--data', path.join(home, 'data')]
  const child = spawn(process.execPath, ['--input-type=module', '-e', code, '--', '--no-open', ...folders], {
    cwd: root,
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  const address = new Promise((resolve) => {
    child.stdout.on('data', (chunk) => {
      const found = /http:\/\/\S+/.exec(chunk.toString())
      if (found) resolve(found[0])
    })
  })
  return { child, address }
}

await buildStale(say)
fs.mkdirSync(images, { recursive: true })
const { child, address } = serve()
const browser = await chromium.launch({
  executablePath: await findChromium(say),
  args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
})
const page = await browser.newPage({ viewport: { width: 1920, height: 1080 }, colorScheme: 'light' })
await page.goto(await address)
await page.getByRole('button', { name: 'Open Headlines: two inputs, two outputs' }).click()
const go = (workspace) =>
  page.getByRole('navigation', { name: 'Workspaces' }).getByText(workspace, { exact: true }).click()
await go('Model')
await page.getByRole('group', { name: /^LSTM lstm,/ }).click()
await page.waitForTimeout(500)
await page.screenshot({ path: path.join(images, 'model.png') })
await page.getByRole('banner').getByRole('button', { name: 'Train', exact: true }).click()
await go('Train')
await page
  .getByText(/Epoch 3 of/)
  .first()
  .waitFor({ timeout: 120_000 })
await page.waitForTimeout(2000)
await page.screenshot({ path: path.join(images, 'train.png') })
await browser.close()
child.kill()
fs.rmSync(home, { recursive: true, force: true })
say(`written to ${path.relative(root, images)}`)
