import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { test as base } from '@playwright/test'
import { type ServedApp, serveBuilt } from './serveBuilt.ts'

/** Tests with a served app each, an English light page logged in to it, and no content-security violation in it. */
export const test = base.extend<{ app: ServedApp; strict: undefined }>({
  app: async ({ browserName: _ }, use) => {
    const home = mkdtempSync(path.join(os.tmpdir(), 'layerloom-e2e-'))
    const { app, child } = await serveBuilt(home)
    await use(app)
    const ended = new Promise((resolve) => child.once('exit', resolve))
    child.kill()
    await ended
    rmSync(home, { recursive: true, force: true })
  },
  strict: [
    async ({ page }, use) => {
      const wrong: string[] = []
      page.on('pageerror', (error) => wrong.push(String(error)))
      page.on('console', (message) => {
        if (message.type() === 'error' && /Content.Security|Uncaught/i.test(message.text()))
          wrong.push(message.text())
      })
      await use(undefined)
      if (wrong.length > 0) throw new Error(`The page reported: ${wrong.join('\n')}`)
    },
    { auto: true },
  ],
})
export { expect } from '@playwright/test'
