import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { type CDPSession, chromium, type Page } from 'playwright-core'
import { serveBuilt } from '../../e2e/serveBuilt.ts'
import type { Project } from '../../shared/project.ts'

/** The built app in a Chromium, with projects to open. */
export interface OpenApp {
  readonly page: Page
  readonly devtools: CDPSession
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
  await devtools.send('Performance.enable')
  const go = (workspace: string) =>
    page.getByRole('navigation', { name: 'Workspaces' }).getByText(workspace, { exact: true }).click()
  return {
    page,
    devtools,
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
