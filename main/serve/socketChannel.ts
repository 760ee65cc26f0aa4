import type { RawData, WebSocket } from 'ws'
import type { Channel } from '../../shared/rpc.ts'
import { decodeMessage, encodeMessage } from './codec.ts'

const bytesOf = (data: RawData): Uint8Array =>
  Array.isArray(data) ? Buffer.concat(data) : data instanceof ArrayBuffer ? new Uint8Array(data) : data

/** A channel over a WebSocket; a client that sends what is no message is cut off. */
export const socketChannel = (socket: WebSocket): Channel => ({
  send: (message) => {
    if (socket.readyState === socket.OPEN) socket.send(encodeMessage(message))
  },
  onMessage: (listener) =>
    void socket.on('message', (data, isBinary) => {
      let message: unknown
      try {
        if (!isBinary) throw new Error('text')
        message = decodeMessage(bytesOf(data))
      } catch {
        return socket.close(1003)
      }
      listener(message)
    }),
  onClose: (listener) => void socket.once('close', () => listener()),
  close: () => socket.close(1000),
})
