import type { MessagePortMain } from 'electron'
import type { Channel } from '../../shared/rpc.ts'

/** A channel over a port to the page. Nothing is sent once it is closed. */
export function portChannel(port: MessagePortMain): Channel {
  let isClosed = false
  port.on('close', () => {
    isClosed = true
  })
  return {
    send: (message) => {
      if (!isClosed) port.postMessage(message)
    },
    onMessage: (listener) => {
      port.on('message', ({ data }) => listener(data))
      port.start()
    },
    onClose: (listener) => void (isClosed ? listener() : port.once('close', listener)),
    close: () => port.close(),
  }
}
