import { EventEmitter } from 'node:events'
import { mkdirSync } from 'node:fs'
import path from 'node:path'
import type { App as ElectronApp } from 'electron'
import { chromiumContext } from './chromium.ts'
import { type Order, orders } from './control.ts'
import { folder } from './folder.ts'

/** An event whose default can be prevented. */
export class Preventable {
  defaultPrevented = false
  preventDefault = (): void => {
    this.defaultPrevented = true
  }
}

class App extends EventEmitter {
  readonly isPackaged = process.env['DOUBLE_PACKAGED'] === '1'
  private isSandboxed = false
  private readonly ready = new Promise<void>((resolve, reject) => {
    setImmediate(() => {
      if (!this.isSandboxed) reject(new Error('the sandbox was not enabled before the app was ready'))
      chromiumContext().then(() => resolve(), reject)
    })
  })

  enableSandbox(): void {
    this.isSandboxed = true
  }
  requestSingleInstanceLock(): boolean {
    return true
  }
  whenReady(): Promise<void> {
    return this.ready
  }
  getPath(name: string): string {
    const found = path.join(folder, name)
    mkdirSync(found, { recursive: true })
    return found
  }
  getPreferredSystemLanguages(): string[] {
    return [process.env['DOUBLE_LANGUAGE'] ?? 'en-US']
  }
  quit(): void {
    const event = new Preventable()
    this.emit('will-quit', event)
    if (!event.defaultPrevented) this.exit(0)
  }
  exit(code = 0): void {
    void chromiumContext()
      .then((context) => context.close())
      .finally(() => process.exit(code))
  }
}

const double = new App()
double satisfies Pick<
  ElectronApp,
  | 'isPackaged'
  | 'enableSandbox'
  | 'requestSingleInstanceLock'
  | 'whenReady'
  | 'getPath'
  | 'getPreferredSystemLanguages'
  | 'quit'
  | 'exit'
>
/** Electron's `app`. */
export const app = double

orders.on('quit', () => app.quit())
orders.on('secondInstance', ({ argv, folder: from }: Extract<Order, { type: 'secondInstance' }>) =>
  app.emit('second-instance', new Preventable(), argv, from, null),
)
process.once('disconnect', () => app.exit(1))
