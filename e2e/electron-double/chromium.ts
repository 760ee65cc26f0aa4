import path from 'node:path'
import { type BrowserContext, chromium } from 'playwright-core'
import { folder } from './folder.ts'

let context: Promise<BrowserContext> | null = null

/** The one Chromium of this app; the test attaches to it by the port that it writes into its folder. */
export const chromiumContext = (): Promise<BrowserContext> =>
  (context ??= chromium.launchPersistentContext(path.join(folder, 'chromium'), {
    executablePath: process.env['LAYERLOOM_CHROMIUM'] ?? '/usr/bin/chromium',
    headless: true,
    viewport: null,
    acceptDownloads: true,
    args: ['--remote-debugging-port=0', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])],
  }))
