import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { chromium, type Page } from 'playwright-core'
import { serveBuilt } from '../../e2e/serveBuilt.ts'
import type { Project } from '../../shared/project.ts'

/** What the page's main thread has done so far, in ms of processor time. */
export interface Spent {
  readonly script: number
  /** Script, style, layout and painting. */
  readonly work: number
}

/** The built app in a Chromium, with projects to open. */
export interface OpenApp {
  readonly page: Page
  /** The folder its projects are in. */
  readonly root: string
  readonly spent: () => Promise<Spent>
  /** Opens a project by its file's name, in place of the open one, and shows its Train workspace in a page loaded afresh. */
  readonly open: (file: string) => Promise<void>
  readonly go: (workspace: string) => Promise<void>
  readonly close: () => Promise<void>
}

/** Serves the built app with these projects, by file name, and shows it in a window of 1440 × 900. */
export async function openApp(projects: Readonly<Record<string, Project>>): Promise<OpenApp> {
  const home = mkdtempSync(path.join(os.tmpdir(), 'layerloom-bench-'))
  const { app, child } = await serveBuilt(home)
  mkdirSync(app.root, { recursive: true })
  for (const [file, project] of Object.entries(projects))
    writeFileSync(path.join(app.root, file), JSON.stringify(project))
  const browser = await chromium.launch({
    executablePath: process.env['LAYERLOOM_CHROMIUM'] ?? '/usr/bin/chromium',
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  })
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, locale: 'en-US' })
  await page.goto(app.address)
  const devtools = await page.context().newCDPSession(page)
  // Time on the processor, not on the clock: what else the machine does then hardly matters.
  await devtools.send('Performance.enable', { timeDomain: 'threadTicks' })
  const go = (workspace: string) =>
    page.getByRole('navigation', { name: 'Workspaces' }).getByText(workspace, { exact: true }).click()
  return {
    page,
    root: app.root,
    spent: async () => {
      const { metrics } = await devtools.send('Performance.getMetrics')
      const spent = (name: string) => 1000 * (metrics.find((metric) => metric.name === name)?.value ?? 0)
      return { script: spent('ScriptDuration'), work: spent('TaskDuration') }
    },
    go,
    open: async (file) => {
      await page.evaluate(() => sessionStorage.clear())
      await page.reload()
      await page.getByRole('button', { name: /Open project/ }).click()
      await page.getByRole('dialog').getByText(file, { exact: true }).dblclick()
      await go('Train')
      await page.reload()
      await page.getByRole('heading', { name: 'Runs', exact: true }).waitFor()
    },
    close: async () => {
      await browser.close()
      const ended = new Promise((resolve) => child.once('exit', resolve))
      child.kill()
      await ended
      rmSync(home, { recursive: true, force: true })
    },
  }
}
