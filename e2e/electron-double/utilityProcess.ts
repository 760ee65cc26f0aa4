import { fileURLToPath } from 'node:url'
import type { ForkOptions } from 'electron'
import { app } from './app.ts'
import { report } from './control.ts'
import { NodeUtility } from './nodeUtility.ts'

const parentPort = fileURLToPath(new URL('./parentPort.mjs', import.meta.url))

/** Electron's `utilityProcess`; the test is told of every process. */
export const utilityProcess = {
  fork(modulePath: string, args?: readonly string[], options?: ForkOptions): NodeUtility {
    const utility = new NodeUtility(parentPort, modulePath, args, options)
    utility.on('spawn', () => report({ type: 'engine', pid: utility.pid ?? 0 }))
    utility.on('gone', (code: number | null, signal: string | null) => {
      if (code === 0) return
      const reason = signal ? 'killed' : 'crashed'
      app.emit(
        'child-process-gone',
        {},
        { type: 'Utility', name: options?.serviceName, reason, exitCode: code ?? 1 },
      )
    })
    return utility
  },
}
