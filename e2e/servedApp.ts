import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { test as base } from '@playwright/test'

const repository = path.resolve(import.meta.dirname, '..')

/** The built app, served to a browser from folders of its own. */
export interface ServedApp {
  /** Address with a one-time login code. */
  readonly address: string
  /** Where its projects are. */
  readonly root: string
  /** Its own folder: cache, journal, untitled projects. */
  readonly data: string
  readonly pid: number
}

const start = `const { main } = await import('./out/serve/index.js'); await main(process.argv.slice(1))`

/** Starts the app and waits for the address it prints. */
async function serve(home: string): Promise<{ app: ServedApp; child: ChildProcess }> {
  const root = path.join(home, 'projects')
  const data = path.join(home, 'data')
  const child = spawn(
    process.execPath,
    ['--input-type=module', '-e', start, '--', '--no-open', '--port', '0', '--root', root, '--data', data],
    { cwd: repository, stdio: ['pipe', 'pipe', 'pipe'] },
  )
  const address = await new Promise<string>((resolve, reject) => {
    let said = ''
    const listen = (chunk: Buffer) => {
      said += chunk.toString()
      const found = /http:\/\/127\.0\.0\.1:\d+\/\S*/.exec(said)
      if (found) resolve(found[0])
    }
    child.stdout.on('data', listen)
    child.stderr.on('data', listen)
    child.once('exit', (code) => reject(new Error(`the app ended with ${code}: ${said}`)))
  })
  return { app: { address, root, data, pid: child.pid! }, child }
}

/** Tests with a served app each, an English light page logged in to it, and no content-security violation in it. */
export const test = base.extend<{ app: ServedApp; strict: undefined }>({
  app: async ({ browserName: _ }, use) => {
    const home = mkdtempSync(path.join(os.tmpdir(), 'layerloom-e2e-'))
    const { app, child } = await serve(home)
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
