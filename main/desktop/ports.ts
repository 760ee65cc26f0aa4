import {
  type IpcMainEvent,
  ipcMain,
  MessageChannelMain,
  type MessagePortMain,
  type WebContents,
} from 'electron'
import { isAppUrl } from './appScheme.ts'

/** The one message that page and main process exchange besides the contract; see ../preload.ts. */
const portMessage = 'layerloom:port'

/** Whether a message comes from the page itself: the top frame of its window, at the page's address. */
const isFromPage = ({ senderFrame, sender }: Pick<IpcMainEvent, 'senderFrame' | 'sender'>): boolean =>
  senderFrame !== null &&
  senderFrame.parent === null &&
  senderFrame === sender.mainFrame &&
  isAppUrl(senderFrame.url)

/** Closes the port a contents holds when its page goes away. */
const closeWithPage = (contents: WebContents, close: () => void): void => {
  contents.on('did-start-navigation', ({ isMainFrame, isSameDocument }) => {
    if (isMainFrame && !isSameDocument) close()
  })
  contents.on('render-process-gone', close)
  contents.on('destroyed', close)
}

/** Gives each page that asks a port of its own, and `connect` the other end. A page holds one port: a new one closes the old. */
export function handOutPorts(connect: (port: MessagePortMain, contents: WebContents) => void): void {
  const held = new WeakMap<WebContents, MessagePortMain>()
  const close = (contents: WebContents) => {
    held.get(contents)?.close()
    held.delete(contents)
  }
  const known = new WeakSet<WebContents>()
  ipcMain.on(portMessage, (event) => {
    if (!isFromPage(event)) return
    const { sender, senderFrame } = event
    if (!known.has(sender)) closeWithPage(sender, () => close(sender))
    known.add(sender)
    close(sender)
    const { port1, port2 } = new MessageChannelMain()
    held.set(sender, port1)
    connect(port1, sender)
    senderFrame?.postMessage(portMessage, null, [port2])
  })
}
