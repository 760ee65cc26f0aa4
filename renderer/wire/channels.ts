import type { Channel } from '../../shared/rpc.ts'
import { decodeMessage, encodeMessage } from './codec.ts'

/** A channel over an open WebSocket. */
export const socketChannel = (socket: WebSocket): Channel => ({
  send: (message) => {
    if (socket.readyState === WebSocket.OPEN) socket.send(encodeMessage(message))
  },
  onMessage: (listener) =>
    socket.addEventListener('message', ({ data }) => {
      if (data instanceof ArrayBuffer) listener(decodeMessage(data))
    }),
  onClose: (listener) => socket.addEventListener('close', () => listener()),
  close: () => socket.close(),
})

/** A channel over the port that the desktop host hands in. */
export const portChannel = (port: MessagePort): Channel => ({
  send: (message) => port.postMessage(message),
  onMessage: (listener) => {
    port.addEventListener('message', ({ data }) => listener(data))
    port.start()
  },
  onClose: (listener) => port.addEventListener('close', () => listener()),
  close: () => port.close(),
})
