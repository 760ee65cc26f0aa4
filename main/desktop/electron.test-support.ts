import { EventEmitter } from 'node:events'

/*
 * Stands in for the `electron` module in unit tests (vitest.config.ts): records what is called and lets a test fire events.
 * The built app runs against the larger double in e2e/electron-double.
 */

/** Everything called on Electron so far, in order: name and arguments. */
export const calls: { readonly name: string; readonly args: readonly unknown[] }[] = []

/** Arguments of the calls of one name. */
export const argsOf = (name: string): readonly (readonly unknown[])[] =>
  calls.filter((call) => call.name === name).map(({ args }) => args)

const record =
  <R>(name: string, result: R) =>
  (...args: readonly unknown[]): R => {
    calls.push({ name, args })
    return result
  }

/** What dialogs answer next, by method. */
export const dialogAnswers: Record<string, unknown> = {}
const answer =
  (name: string) =>
  (...args: readonly unknown[]): unknown => {
    calls.push({ name: `dialog.${name}`, args })
    return dialogAnswers[name]
  }

class App extends EventEmitter {
  isPackaged = false
  hasLock = true
  enableSandbox = record('app.enableSandbox', undefined)
  quit = record('app.quit', undefined)
  exit = record('app.exit', undefined)
  requestSingleInstanceLock = () => {
    calls.push({ name: 'app.requestSingleInstanceLock', args: [] })
    return this.hasLock
  }
  whenReady = record('app.whenReady', new Promise<void>(() => {}))
  setPath = record('app.setPath', undefined)
  getPath = (name: string) => name
  getPreferredSystemLanguages = () => ['en-US']
}
export const app = new App()

/** A session as far as the shell touches it. */
export class Session extends EventEmitter {
  readonly handlers = new Map<string, (...args: never[]) => unknown>()
  readonly webRequest = {
    onBeforeRequest: (handler: (...args: never[]) => unknown) => this.keep('request', handler),
  }
  readonly protocol = {
    handle: (_: string, handler: (...args: never[]) => unknown) => this.keep('protocol', handler),
  }
  setPermissionRequestHandler = (handler: (...args: never[]) => unknown) =>
    this.keep('permissionRequest', handler)
  setPermissionCheckHandler = (handler: (...args: never[]) => unknown) =>
    this.keep('permissionCheck', handler)
  setDevicePermissionHandler = (handler: (...args: never[]) => unknown) => this.keep('device', handler)
  setDisplayMediaRequestHandler = (handler: (...args: never[]) => unknown) =>
    this.keep('displayMedia', handler)
  setBluetoothPairingHandler = (handler: (...args: never[]) => unknown) => this.keep('bluetooth', handler)
  setSpellCheckerEnabled = record('session.setSpellCheckerEnabled', undefined)
  private keep(name: string, handler: (...args: never[]) => unknown) {
    this.handlers.set(name, handler)
  }
}
export const session = { defaultSession: new Session() }

export class BrowserWindow {
  static getAllWindows = (): unknown[] => []
  static fromWebContents = (): null => null
}
export const ipcMain = new EventEmitter()
export const protocol = {
  registerSchemesAsPrivileged: record('protocol.registerSchemesAsPrivileged', undefined),
}
export const shell = { openExternal: record('shell.openExternal', Promise.resolve()) }
export const dialog = {
  showOpenDialog: answer('showOpenDialog'),
  showSaveDialog: answer('showSaveDialog'),
  showMessageBoxSync: answer('showMessageBoxSync'),
}
export const nativeTheme = { shouldUseDarkColors: false }
export const Menu = {
  buildFromTemplate: (template: unknown) => template,
  setApplicationMenu: record('menu', undefined),
}

/** One end of a channel of ports. */
export class Port extends EventEmitter {
  readonly sent: unknown[] = []
  start = record('port.start', undefined)
  postMessage = (message: unknown) => void this.sent.push(message)
  close = () => void this.emit('close')
}
export class MessageChannelMain {
  readonly port1 = new Port()
  readonly port2 = new Port()
}

/** A utility process that never runs anything. */
export class Utility extends EventEmitter {
  pid: number | undefined = undefined
  readonly stderr = new EventEmitter()
  readonly sent: unknown[] = []
  postMessage = (message: unknown) => void this.sent.push(message)
  kill = record('utility.kill', true)
}
/** Utility processes forked so far. */
export const utilities: Utility[] = []
export const utilityProcess = {
  fork: (...args: readonly unknown[]) => {
    calls.push({ name: 'utilityProcess.fork', args })
    const utility = new Utility()
    utilities.push(utility)
    return utility
  },
}
