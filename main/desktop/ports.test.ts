import { EventEmitter } from 'node:events'
import type { WebContents } from 'electron'
import { ipcMain } from 'electron'
import { beforeEach, describe, expect, it } from 'vitest'
import { pageUrl } from './appScheme.ts'
import type { Port } from './electron.test-support.ts'
import { portChannel } from './portChannel.ts'
import { handOutPorts } from './ports.ts'
import { strangeUrls } from './strangeUrls.test-support.ts'

class Frame {
  readonly posted: (readonly unknown[])[] = []
  readonly url: string
  readonly parent: Frame | null
  constructor(url: string, parent: Frame | null = null) {
    this.url = url
    this.parent = parent
  }
  postMessage = (...args: readonly unknown[]) => void this.posted.push(args)
}
class Contents extends EventEmitter {
  readonly mainFrame: Frame
  constructor(mainFrame: Frame) {
    super()
    this.mainFrame = mainFrame
  }
}

let given: Port[] = []
const ask = (sender: Contents, senderFrame: Frame | null = sender.mainFrame) =>
  ipcMain.emit('layerloom:port', { sender: sender as unknown as WebContents, senderFrame } as never)
const isOpen = (port: Port | undefined): boolean => {
  const before = port?.sent.length ?? 0
  portChannel(port as never).send(1)
  return (port?.sent.length ?? 0) > before
}
const closedOf = (port: Port | undefined): { closed: boolean } => {
  const state = { closed: false }
  port?.on('close', () => (state.closed = true))
  return state
}

beforeEach(() => {
  given = []
  ipcMain.removeAllListeners()
  handOutPorts((port) => given.push(port as unknown as Port))
})

describe('ports', () => {
  it('go to the page’s top frame, one end each', () => {
    const contents = new Contents(new Frame(pageUrl))
    ask(contents)
    expect(given).toHaveLength(1)
    expect(contents.mainFrame.posted).toEqual([['layerloom:port', null, [expect.any(EventEmitter)]]])
    expect(isOpen(given[0])).toBe(true)
  })
  it.each(strangeUrls)('go to nobody at %s', (url) => {
    ask(new Contents(new Frame(url)))
    expect(given).toEqual([])
  })
  it('go to no frame inside the page, no frame that is gone and no frame of another window', () => {
    const contents = new Contents(new Frame(pageUrl))
    ask(contents, new Frame(pageUrl, contents.mainFrame))
    ask(contents, null)
    ask(contents, new Frame(pageUrl))
    expect(given).toEqual([])
  })
  it('close when the page asks for another', () => {
    const contents = new Contents(new Frame(pageUrl))
    ask(contents)
    const first = closedOf(given[0])
    ask(contents)
    expect(first.closed).toBe(true)
    expect(given).toHaveLength(2)
  })
  it.each([
    ['did-start-navigation', { isMainFrame: true, isSameDocument: false }],
    ['render-process-gone', {}],
    ['destroyed', {}],
  ])('close at %s', (event, details) => {
    const contents = new Contents(new Frame(pageUrl))
    ask(contents)
    const port = closedOf(given[0])
    contents.emit(event, details)
    expect(port.closed).toBe(true)
  })
  it('stay open when only the address’s fragment or a frame inside changes', () => {
    const contents = new Contents(new Frame(pageUrl))
    ask(contents)
    const port = closedOf(given[0])
    contents.emit('did-start-navigation', { isMainFrame: true, isSameDocument: true })
    contents.emit('did-start-navigation', { isMainFrame: false, isSameDocument: false })
    expect(port.closed).toBe(false)
  })
})

describe('a channel over a port', () => {
  it('sends nothing after it closed and tells so, also late', () => {
    const contents = new Contents(new Frame(pageUrl))
    ask(contents)
    const port = given[0]
    const channel = portChannel(port as never)
    let closes = 0
    channel.onClose(() => closes++)
    channel.close()
    channel.onClose(() => closes++)
    channel.send('late')
    expect(closes).toBe(2)
    expect(port?.sent).toEqual([])
  })
  it('hands on what the page says', () => {
    const contents = new Contents(new Frame(pageUrl))
    ask(contents)
    const heard: unknown[] = []
    portChannel(given[0] as never).onMessage((message) => heard.push(message))
    given[0]?.emit('message', { data: { id: '1' } })
    expect(heard).toEqual([{ id: '1' }])
  })
})
