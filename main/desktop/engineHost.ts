import { utilityProcess } from 'electron'
import { engineEnvironment } from '../app/engines/engineEnvironment.ts'
import type { EngineExit, ForkEngine } from '../app/engines/engineHost.ts'

/** How an engine is started: it sees no variable of the user's shell beyond the listed ones, and its output comes back here. */
export const engineOptions = (env: NodeJS.ProcessEnv): Electron.ForkOptions => ({
  serviceName: 'Layerloom engine',
  env: engineEnvironment(env),
  execArgv: [],
  stdio: ['ignore', 'ignore', 'pipe'],
  allowLoadingUnsignedLibraries: false,
})

/** Starts engines as utility processes of Electron; `say` gets what they write to stderr. */
export const utilityHost =
  (say: (text: string) => void): ForkEngine =>
  (enginePath) => {
    const child = utilityProcess.fork(enginePath, [], engineOptions(process.env))
    const closeListeners: (() => void)[] = []
    const exitListeners: ((exit: EngineExit) => void)[] = []
    let exit: EngineExit | null = null
    let isClosing = false
    child.stderr?.on('data', (chunk: Buffer) => say(chunk.toString()))
    child.on('exit', (code) => {
      exit = { reason: isClosing ? 'closed' : 'died', code, signal: null }
      for (const listener of closeListeners) listener()
      for (const listener of exitListeners) listener(exit)
    })
    // A hung engine ignores the polite signal that `child.kill` sends.
    const kill = () => {
      isClosing = true
      if (exit || child.pid === undefined) return void child.kill()
      process.kill(child.pid, 'SIGKILL')
    }
    return {
      get pid() {
        return child.pid
      },
      channel: {
        send: (message) => {
          if (!exit) child.postMessage(message)
        },
        onMessage: (listener) => void child.on('message', listener),
        onClose: (listener) => void (exit ? listener() : closeListeners.push(listener)),
        close: kill,
      },
      onExit: (listener) => void (exit ? listener(exit) : exitListeners.push(listener)),
      kill,
    }
  }
