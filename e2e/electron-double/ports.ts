import { EventEmitter } from 'node:events'

/** An end of a channel in the main process. Messages are cloned, and wait until the other end has started. */
export class PortMain extends EventEmitter {
  /** Set when the other end went to a page: messages go there instead. */
  remote: { send(message: unknown): void; close(): void } | null = null
  other: PortMain | null = null
  private readonly waiting: unknown[] = []
  private hasStarted = false
  private isClosed = false

  start(): void {
    this.hasStarted = true
    for (const data of this.waiting.splice(0)) this.emit('message', { data, ports: [] })
  }
  postMessage(message: unknown, transfer: readonly unknown[] = []): void {
    if (transfer.length > 0) throw new Error('Electron transfers ports only, and the double none here')
    if (this.isClosed) return
    if (this.remote) this.remote.send(message)
    else this.other?.receive(structuredClone(message))
  }
  receive(data: unknown): void {
    if (this.isClosed) return
    if (this.hasStarted) setImmediate(() => this.emit('message', { data, ports: [] }))
    else this.waiting.push(data)
  }
  close(): void {
    if (this.isClosed) return
    this.remote?.close()
    this.other?.closedByOther()
    this.closedByOther()
  }
  /** The other end is gone. */
  closedByOther(): void {
    if (this.isClosed) return
    this.isClosed = true
    setImmediate(() => this.emit('close'))
  }
}

/** A channel between two ends. */
export class MessageChannelMain {
  readonly port1 = new PortMain()
  readonly port2 = new PortMain()
  constructor() {
    this.port1.other = this.port2
    this.port2.other = this.port1
  }
}
