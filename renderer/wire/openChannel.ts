import { ProblemError } from '../../shared/problems.ts'
import type { Channel } from '../../shared/rpc.ts'
import { portChannel, socketChannel } from './channels.ts'

/** The message by which page and preload speak of the port; see main/preload.ts. */
const portMessage = 'layerloom:port'

// Listens from the first moment: the preload may hand the port in before anything asks for it.
let waiting: ((port: MessagePort) => void) | null = null
let arrived: MessagePort | null = null
window.addEventListener('message', ({ source, data, ports }) => {
  const port = ports[0]
  if (source !== window || data !== portMessage || !port) return
  if (waiting) waiting(port)
  else arrived = port
  waiting = null
})

const openPort = (): Promise<Channel> =>
  new Promise((resolve) => {
    if (arrived) resolve(portChannel(arrived))
    else waiting = (port) => resolve(portChannel(port))
    arrived = null
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
