import { ProblemError } from '../../shared/problems.ts'
import type { Channel } from '../../shared/rpc.ts'
import { portChannel, socketChannel } from './channels.ts'

/** The message by which page and preload speak of the port: the page asks with it, the preload answers with a port; see main/preload.ts. */
const portMessage = 'layerloom:port'

const openPort = (): Promise<Channel> =>
  new Promise((resolve) => {
    const take = ({ source, data, ports }: MessageEvent) => {
      const port = ports[0]
      if (source !== window || data !== portMessage || !port) return
      window.removeEventListener('message', take)
      resolve(portChannel(port))
    }
    window.addEventListener('message', take)
    window.postMessage(portMessage, window.origin)
  })

const openSocket = (): Promise<Channel> =>
  new Promise((resolve, reject) => {
    const socket = new WebSocket(new URL('rpc', location.href).href.replace(/^http/, 'ws'))
    socket.binaryType = 'arraybuffer'
    socket.addEventListener('open', () => resolve(socketChannel(socket)))
    socket.addEventListener('error', () => reject(new ProblemError('closed')))
  })

/** A new line to the core: a WebSocket when served over http, the preload's port in the desktop app. Rejects with `closed`. */
export const openChannel = (): Promise<Channel> => (location.protocol === 'http:' ? openSocket() : openPort())
