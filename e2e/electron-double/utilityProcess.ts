import { fork } from 'node:child_process'
import { EventEmitter } from 'node:events'
import type { Readable } from 'node:stream'
import type { ForkOptions } from 'electron'
import { app } from './app.ts'
import { report } from './control.ts'

/** A process of Node with Electron's `process.parentPort`. Refuses messages after its end, which Electron loses silently. */
class UtilityProcess extends EventEmitter {
  pid: number | undefined = undefined
  readonly stderr: Readable | null
  private readonly child: ReturnType<typeof fork>
  private hasEnded = false

  constructor(modulePath: string, args: readonly string[] = [], options: ForkOptions = {}) {
    super()
    if (!options.env) throw new Error('an engine may not see the whole environment')
    const [, out, error] = Array.isArray(options.stdio) ? options.stdio : []
    this.child = fork(modulePath, args, {
      env: options.env as Record<string, string>,
      serialization: 'advanced',
      stdio: ['ignore', out ?? 'ignore', error ?? 'ignore', 'ipc'],
      execArgv: ['--import', new URL('./parentPort.mjs', import.meta.url).href],
    })
    this.stderr = this.child.stderr
    this.child.on('spawn', () => {
      this.pid = this.child.pid
      report({ type: 'engine', pid: this.child.pid ?? 0 })
      this.emit('spawn')
    })
    this.child.on('message', (message) => this.emit('message', message))
    this.child.on('exit', (code, signal) => {
      this.hasEnded = true
      if (code !== 0)
        app.emit(
          'child-process-gone',
          {},
          {
            type: 'Utility',
            name: options.serviceName,
            reason: signal ? 'killed' : 'crashed',
            exitCode: code ?? 1,
          },
        )
      this.emit('exit', code ?? 1)
    })
  }
  postMessage(message: unknown): void {
    if (this.hasEnded) throw new Error('a message was sent to a process that has ended')
    this.child.send(message as string)
  }
  kill(): boolean {
    return this.child.kill()
  }
}

/** Electron's `utilityProcess`. */
export const utilityProcess = {
  fork: (modulePath: string, args?: readonly string[], options?: ForkOptions) =>
    new UtilityProcess(modulePath, args, options),
}
