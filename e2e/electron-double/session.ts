import { EventEmitter } from 'node:events'
import type { CustomScheme } from 'electron'

type Filter = (details: { url: string }, callback: (response: { cancel?: boolean }) => void) => void

/** The default session: what it was told is kept, and asked by the windows. */
class Session extends EventEmitter {
  readonly schemes = new Map<string, (request: Request) => Response | Promise<Response>>()
  filter: Filter | null = null
  readonly handlers = new Map<string, unknown>()
  readonly protocol = {
    handle: (scheme: string, handler: (request: Request) => Response | Promise<Response>) => {
      if (!privileged.includes(scheme)) throw new Error(`the scheme ${scheme} was not registered`)
      this.schemes.set(scheme, handler)
    },
  }
  readonly webRequest = {
    onBeforeRequest: (filter: Filter) => {
      this.filter = filter
    },
  }
  setPermissionRequestHandler = (handler: unknown) => void this.handlers.set('request', handler)
  setPermissionCheckHandler = (handler: unknown) => void this.handlers.set('check', handler)
  setDevicePermissionHandler = (handler: unknown) => void this.handlers.set('device', handler)
  setDisplayMediaRequestHandler = (handler: unknown) => void this.handlers.set('display', handler)
  setBluetoothPairingHandler = (handler: unknown) => void this.handlers.set('bluetooth', handler)
  setSpellCheckerEnabled = (isEnabled: boolean) => void this.handlers.set('spellchecker', isEnabled)

  /** Whether the app lets a window ask for an address. */
  allows(url: string): boolean {
    let cancelled = false
    this.filter?.({ url }, ({ cancel }) => {
      cancelled = cancel === true
    })
    return !cancelled
  }
  /** Throws unless everything that Electron grants by default was refused before a window opens. */
  mustBeGuarded(): void {
    for (const name of ['request', 'check', 'device', 'display', 'bluetooth', 'spellchecker'])
      if (!this.handlers.has(name)) throw new Error(`the session does not guard: ${name}`)
    if (!this.filter) throw new Error('the session does not guard: network')
  }
}

const privileged: string[] = []
/** Electron's `protocol`. */
export const protocol = {
  registerSchemesAsPrivileged(schemes: readonly CustomScheme[]): void {
    for (const { scheme, privileges } of schemes) {
      if (privileges?.bypassCSP) throw new Error('a scheme may not bypass the content security policy')
      privileged.push(scheme)
    }
  },
}
export const session = { defaultSession: new Session() }
