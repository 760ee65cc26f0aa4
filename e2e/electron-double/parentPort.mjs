import { EventEmitter } from 'node:events'

// Loaded before an engine: gives a forked Node process Electron's `process.parentPort`, and takes away what a utility process lacks.

const send = process.send?.bind(process)

class ParentPort extends EventEmitter {
  postMessage(message) {
    if (process.connected) send?.(message)
  }
}
const port = new ParentPort()
process.on('message', (data) => port.emit('message', { data, ports: [] }))
process.on('disconnect', () => process.exit(0))
Object.defineProperty(process, 'parentPort', { value: port })
Object.defineProperty(process, 'send', { value: undefined })
