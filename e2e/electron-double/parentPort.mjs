import { EventEmitter } from 'node:events'

/* Loaded before an engine: gives a forked Node process Electron's `process.parentPort`. */

class ParentPort extends EventEmitter {
  postMessage(message: unknown): void {
    if (process.connected) process.send?.(message)
  }
}
const port = new ParentPort()
const send = process.send?.bind(process)
process.on('message', (data) => port.emit('message', { data, ports: [] }))
process.on('disconnect', () => process.exit(0))
port.postMessage = (message) => void (process.connected && send?.(message))
Object.defineProperty(process, 'parentPort', { value: port })
// A utility process has no channel of child_process; the engine must not find one.
Object.defineProperty(process, 'send', { value: undefined })
