import { type ChildProcess, fork } from 'node:child_process'
import { EventEmitter } from 'node:events'
import type { Readable } from 'node:stream'
import type { ForkOptions } from 'electron'

/** Electron's utility process by Node's fork. `parentPort` is the path of parentPort.mjs. Refuses messages after its end, which Electron loses silently. */
export class NodeUtility extends EventEmitter {
  pid: number | undefined = undefined
  readonly stderr: Readable | null
  private readonly child: ChildProcess
  private hasEnded = false

  constructor(
    parentPort: string,
    modulePath: string,
    args: readonly string[] = [],
    options: ForkOptions = {},
  ) {
    super()
    if (!options.env) throw new Error('an engine may not see the whole environment')
    const [, out, error] = Array.isArray(options.stdio) ? options.stdio : []
    this.child = fork(modulePath, args, {
      env: options.env as Record<string, string>,
      serialization: 'advanced',
      stdio: ['ignore', out ?? 'ignore', error ?? 'ignore', 'ipc'],
      execArgv: ['--import', parentPort],
    })
    this.stderr = this.child.stderr
    this.child.on('spawn', () => {
      this.pid = this.child.pid
      this.emit('spawn')
    })
    this.child.on('message', (message) => this.emit('message', message))
    this.child.on('exit', (code, signal) => {
      this.hasEnded = true
      this.emit('gone', code, signal)
      this.emit('exit', code ?? 1)
    })
  }
  postMessage(message: unknown): void {
    if (this.hasEnded) throw new Error('a message was sent to a process that has ended')
    if (this.child.connected) this.child.send(message as string, () => {})
  }
  kill(): boolean {
    return this.child.kill()
  }
}
