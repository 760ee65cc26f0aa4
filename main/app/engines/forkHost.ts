import { fork, type Serializable } from 'node:child_process'
import { engineEnvironment } from './engineEnvironment.ts'
import type { EngineExit, ForkEngine } from './engineHost.ts'

/** Starts an engine with child_process.fork (not for Electron, whose fuses forbid it). */
export const forkHost: ForkEngine = (enginePath) => {
  const child = fork(enginePath, [], {
    serialization: 'advanced',
    env: engineEnvironment(process.env),
    execArgv: [],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  const closeListeners: (() => void)[] = []
  const exitListeners: ((exit: EngineExit) => void)[] = []
  let exit: EngineExit | null = null
  let closing = false
  const ended = (code: number | null, signal: string | null) => {
    if (exit) return
    exit = { reason: closing ? 'closed' : 'died', code, signal }
    for (const listener of closeListeners) listener()
    for (const listener of exitListeners) listener(exit)
  }
  child.on('exit', ended)
  child.on('error', () => ended(null, null))
  return {
    pid: child.pid,
    channel: {
      send: (message) => {
        if (child.connected) child.send(message as Serializable, () => {})
      },
      onMessage: (listener) => void child.on('message', listener),
      onClose: (listener) => void (exit ? listener() : closeListeners.push(listener)),
      close: () => {
        closing = true
        if (child.connected) child.disconnect()
      },
    },
    onExit: (listener) => void (exit ? listener(exit) : exitListeners.push(listener)),
    kill: () => {
      closing = true
      child.kill('SIGKILL')
    },
  }
}
