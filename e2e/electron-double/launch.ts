import { type ChildProcess, fork } from 'node:child_process'
import { copyFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { test as base, chromium, type Page } from '@playwright/test'
import { build } from 'vite'
import type { Order, Report } from './control.ts'

const repository = path.resolve(import.meta.dirname, '../..')

/** The built desktop app under the double, with what a test may do around it. */
export interface DesktopApp {
  readonly page: Page
  /** Its own folder, gone after the test. */
  readonly folder: string
  /** Everything the app did outside its window so far. */
  readonly reports: readonly Report[]
  /** What it wrote to its log. */
  readonly said: () => string
  readonly pid: number
  order(order: Order): void
  /** Waits until the app did such a thing and gives the last of them. */
  waitFor<T extends Report['type']>(type: T, count?: number): Promise<Extract<Report, { type: T }>>
  /** Its exit code, once it ended. */
  readonly exited: Promise<number | null>
}

/** Builds the double for Node, once a worker. */
const buildDouble = async (outDir: string): Promise<void> => {
  for (const name of ['electron', 'register'])
    await build({
      configFile: false,
      logLevel: 'warn',
      ssr: { external: ['playwright-core'] },
      build: {
        ssr: path.join(import.meta.dirname, `${name}.ts`),
        outDir,
        emptyOutDir: false,
        target: 'node20',
        minify: false,
        rolldownOptions: { output: { entryFileNames: `${name}.mjs`, codeSplitting: false } },
      },
    })
  copyFileSync(path.join(import.meta.dirname, 'parentPort.mjs'), path.join(outDir, 'parentPort.mjs'))
}

const start = async (
  double: string,
  args: readonly string[],
): Promise<{ app: DesktopApp; child: ChildProcess }> => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'layerloom-desktop-'))
  const { LAYERLOOM_CHROMIUM = '/usr/bin/chromium', PATH = '' } = process.env
  const child = fork(path.join(repository, 'out/main/index.js'), args, {
    cwd: folder,
    execArgv: ['--import', path.join(double, 'register.mjs')],
    env: { PATH, HOME: folder, DOUBLE_FOLDER: folder, LAYERLOOM_CHROMIUM, SECRET_TOKEN: 'not-for-engines' },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (chunk: Buffer) => (said += chunk.toString()))
  const reports: Report[] = []
  const listeners = new Set<() => void>()
  child.on('message', (report: Report) => {
    reports.push(report)
    for (const listener of listeners) listener()
  })
  const exited = new Promise<number | null>((resolve) => child.once('exit', resolve))
  const waitFor: DesktopApp['waitFor'] = (type, count = 1) =>
    new Promise((resolve, reject) => {
      const look = () => {
        const found = reports.filter((report) => report.type === type)
        if (found.length < count) return
        listeners.delete(look)
        resolve(found.at(-1) as never)
      }
      listeners.add(look)
      void exited.then((code) => reject(new Error(`the app ended with ${code}: ${said}`)))
      look()
    })
  await waitFor('window')
  const [port] = readFileSync(path.join(folder, 'chromium', 'DevToolsActivePort'), 'utf8').split('\n')
  const browser = await chromium.connectOverCDP(`http://127.0.0.1:${port}`)
  const page = browser.contexts()[0]?.pages()[0]
  if (!page) throw new Error('the app has no window')
  // The app answers questions about leaving; without a listener Playwright would.
  page.on('dialog', () => {})
  const app: DesktopApp = {
    page,
    folder,
    reports,
    said: () => said,
    pid: child.pid ?? 0,
    order: (order) => void child.send(order),
    waitFor,
    exited,
  }
  return { app, child }
}

/** Tests with the built desktop app each; a violation of the content security policy or an error of the page fails them. */
export const test = base.extend<{ desktop: DesktopApp; projects: readonly string[] }, { double: string }>({
  double: [
    // oxlint-disable-next-line no-empty-pattern
    async ({}, use, { workerIndex }) => {
      const outDir = path.join(repository, 'out', 'e2e', `double-${workerIndex}`)
      await buildDouble(outDir)
      await use(outDir)
    },
    { scope: 'worker' },
  ],
  projects: [[], { option: true }],
  desktop: async ({ double, projects }, use) => {
    const { app, child } = await start(double, projects)
    const wrong: string[] = []
    app.page.on('pageerror', (error) => wrong.push(String(error)))
    app.page.on('console', (message) => {
      if (message.type() === 'error' && /Content.Security|Uncaught/i.test(message.text()))
        wrong.push(message.text())
    })
    await app.page.waitForURL('https://layerloom.app.invalid/')
    await use(app)
    // Asked first, so that it ends its Chromium too.
    if (child.connected) child.send({ type: 'quit' })
    const limit = setTimeout(() => child.kill('SIGKILL'), 10_000)
    await app.exited
    clearTimeout(limit)
    await app.page.context().browser()?.close()
    rmSync(app.folder, { recursive: true, force: true, maxRetries: 3 })
    if (wrong.length > 0) throw new Error(`The page reported: ${wrong.join('\n')}`)
  },
})
export { expect } from '@playwright/test'
