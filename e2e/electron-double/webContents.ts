import { EventEmitter } from 'node:events'
import { readFileSync } from 'node:fs'
import type { CDPSession, Page, Route } from 'playwright-core'
import { toElectron } from './address.ts'
import { app, Preventable } from './app.ts'
import { makeCodec } from './codec.ts'
import { report } from './control.ts'
import { type Crossing, runPreload } from './isolatedWorld.ts'
import type { PortMain } from './ports.ts'
import { session } from './session.ts'

/** Electron's `ipcMain`. */
export const ipcMain = new EventEmitter()

const codec = makeCodec()
const worldName = 'Electron Isolated Context'
const keyNames: Readonly<Record<string, string>> = {
  control: 'Control',
  shift: 'Shift',
  alt: 'Alt',
  meta: 'Meta',
}

/** The top frame, as the main process sees it. */
interface Frame {
  readonly url: string
  readonly parent: null
  postMessage(channel: string, message: unknown, ports?: readonly PortMain[]): void
}

/** Contents of a window: a page of Chromium, with the preload in a world of its own. */
export class WebContents extends EventEmitter {
  readonly session = session.defaultSession
  readonly mainFrame: Frame
  private page: Page | null = null
  private cdp: CDPSession | null = null
  private worldId: number | null = null
  private readonly ports = new Map<number, PortMain>()
  private portCount = 0
  private openHandler: (details: { url: string }) => { action: string } = () => ({ action: 'allow' })

  constructor() {
    super()
    const url = () => this.getURL()
    this.mainFrame = {
      get url() {
        return url()
      },
      parent: null,
      postMessage: (channel, message, ports = []) => this.post(channel, message, ports),
    }
  }
  getURL(): string {
    return toElectron(this.page?.url() ?? '')
  }
  setWindowOpenHandler(handler: (details: { url: string }) => { action: string }): void {
    this.openHandler = handler
  }
  sendInputEvent({
    type,
    keyCode,
    modifiers = [],
  }: {
    type: string
    keyCode: string
    modifiers?: readonly string[]
  }): void {
    if (type !== 'keyDown') return
    const key = /^[A-Z]$/.test(keyCode) ? `Key${keyCode}` : /^\d$/.test(keyCode) ? `Digit${keyCode}` : keyCode
    void this.page?.keyboard.press([...modifiers.map((one) => keyNames[one]), key].join('+'))
  }

  /** Makes a page of Chromium these contents. */
  async attach(page: Page, preload: string): Promise<void> {
    this.page = page
    const cdp = await page.context().newCDPSession(page)
    this.cdp = cdp
    await cdp.send('Page.enable')
    await cdp.send('Runtime.enable')
    cdp.on('Runtime.executionContextCreated', ({ context }) => {
      if (context.name === worldName && context.auxData?.['frameId'] !== undefined) this.worldId = context.id
    })
    cdp.on('Runtime.bindingCalled', ({ name, payload }) => {
      if (name === '__toMain') this.receive(codec.decode(payload) as Crossing)
    })
    await cdp.send('Runtime.addBinding', { name: '__toMain', executionContextName: worldName })
    const code = `(${runPreload.toString()})((${makeCodec.toString()})(), (require) => { const module = { exports: {} }; const exports = module.exports; ${readFileSync(preload, 'utf8')}\n})`
    await cdp.send('Page.addScriptToEvaluateOnNewDocument', { source: code, worldName })
    await page.route('**/*', (route) => this.answer(route))
    cdp.on('Page.windowOpen', ({ url }) => {
      if (this.openHandler({ url: toElectron(url) }).action !== 'deny')
        throw new Error('the double opens one window only')
    })
    page.on('popup', (popup) => void popup.close())
    page.on('dialog', (dialog) => {
      if (dialog.type() !== 'beforeunload') return
      const event = new Preventable()
      this.emit('will-prevent-unload', event)
      void (event.defaultPrevented ? dialog.accept() : dialog.dismiss())
    })
    page.on('download', (download) => {
      const event = new Preventable()
      this.session.emit('will-download', event, { getURL: () => toElectron(download.url()) }, this)
      if (event.defaultPrevented) void download.cancel()
    })
    page.on('crash', () => this.emit('render-process-gone', {}, { reason: 'crashed' }))
    page.on('close', () => {
      this.dropPorts()
      this.emit('destroyed')
    })
  }

  private dropPorts(): void {
    for (const port of this.ports.values()) port.closedByOther()
    this.ports.clear()
  }
  private cross(crossing: Crossing): void {
    if (this.worldId === null) return
    const expression = `__fromMain(${JSON.stringify(codec.encode(crossing))})`
    this.cdp?.send('Runtime.evaluate', { expression, contextId: this.worldId }).catch(() => {})
  }
  private post(channel: string, message: unknown, ports: readonly PortMain[]): void {
    const numbers = ports.map((port) => {
      const number = ++this.portCount
      const stays = port.other
      if (!stays) throw new Error('this port has no other end')
      this.ports.set(number, stays)
      stays.remote = {
        send: (value) => this.cross({ kind: 'port', port: number, message: value }),
        close: () => this.cross({ kind: 'portClosed', port: number }),
      }
      return number
    })
    this.cross({ kind: 'send', channel, args: [message], ports: numbers })
  }
  private receive(crossing: Crossing): void {
    if (crossing.kind === 'port') this.ports.get(crossing.port)?.receive(crossing.message)
    else if (crossing.kind === 'portClosed') this.ports.get(crossing.port)?.closedByOther()
    else
      ipcMain.emit(
        crossing.channel,
        { sender: this, senderFrame: this.mainFrame, ports: [] },
        ...crossing.args,
      )
  }

  /** Answers a request as Electron would: the guards first, then the app's own protocol; nothing reaches the network. */
  private async answer(route: Route): Promise<void> {
    const request = route.request()
    const url = toElectron(request.url())
    if (request.isNavigationRequest() && request.frame() === this.page?.mainFrame()) {
      const isOwn = this.getURL() !== '' && this.getURL() !== 'about:blank'
      const event = Object.assign(new Preventable(), { url, isMainFrame: true, isSameDocument: false })
      if (isOwn) this.emit('will-navigate', event)
      if (event.defaultPrevented) {
        report({ type: 'navigationPrevented', url })
        return route.abort('aborted')
      }
      this.emit('did-start-navigation', { url, isMainFrame: true, isSameDocument: false })
      this.dropPorts()
    }
    const handler = this.session.schemes.get(new URL(url).protocol.slice(0, -1))
    if (!this.session.allows(url) || !handler) return route.abort()
    const response = await handler(new Request(url, { method: request.method() }))
    await route.fulfill({
      status: response.status,
      headers: Object.fromEntries(response.headers),
      body: Buffer.from(await response.arrayBuffer()),
    })
  }
}

/** Tells the app of new contents, as Electron does before anything is loaded. */
export const announce = (contents: WebContents): void => void app.emit('web-contents-created', {}, contents)
