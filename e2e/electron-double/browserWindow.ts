import { EventEmitter } from 'node:events'
import type { BrowserWindowConstructorOptions } from 'electron'
import type { Page } from 'playwright-core'
import { toChromium } from './address.ts'
import { app } from './app.ts'
import { chromiumContext } from './chromium.ts'
import { orders, report } from './control.ts'
import { session } from './session.ts'
import { announce, WebContents } from './webContents.ts'

const windows = new Set<BrowserWindow>()

const mustBeSafe = ({ webPreferences = {} }: BrowserWindowConstructorOptions): string => {
  const { sandbox, contextIsolation, nodeIntegration, webSecurity, preload } = webPreferences
  if (sandbox !== true || contextIsolation !== true || nodeIntegration !== false || webSecurity !== true)
    throw new Error('insecure webPreferences')
  if (!preload) throw new Error('no preload')
  return preload
}

/** A window: a page of Chromium that the test sees too. */
export class BrowserWindow extends EventEmitter {
  static getAllWindows = (): BrowserWindow[] => [...windows]
  static fromWebContents = (contents: WebContents): BrowserWindow | null =>
    [...windows].find((window) => window.webContents === contents) ?? null

  readonly webContents = new WebContents()
  private readonly opened: Promise<Page>

  constructor(options: BrowserWindowConstructorOptions) {
    super()
    session.defaultSession.mustBeGuarded()
    windows.add(this)
    announce(this.webContents)
    this.opened = this.open(mustBeSafe(options), options)
  }
  private async open(
    preload: string,
    { width = 800, height = 600 }: BrowserWindowConstructorOptions,
  ): Promise<Page> {
    const context = await chromiumContext()
    const page = context.pages()[0] ?? (await context.newPage())
    await page.setViewportSize({ width, height })
    await this.webContents.attach(page, preload)
    page.on('close', () => {
      windows.delete(this)
      this.emit('closed')
      if (windows.size === 0) app.emit('window-all-closed')
    })
    report({ type: 'window' })
    return page
  }
  async loadURL(url: string): Promise<void> {
    const page = await this.opened
    await page.goto(toChromium(url))
    this.emit('ready-to-show')
  }
  /** Closes as a user does: the page may object. */
  close(): void {
    void this.opened.then((page) => page.close({ runBeforeUnload: true }))
  }
  show(): void {}
  restore(): void {}
  isMinimized(): boolean {
    return false
  }
  focus(): void {
    report({ type: 'windowFocused' })
  }
}

orders.on('closeWindow', () => {
  for (const window of windows) window.close()
})
