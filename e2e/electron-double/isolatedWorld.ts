import type { Codec } from './codec.ts'

/** What crosses between the isolated world and the main process: messages on channels and on ports. */
export type Crossing =
  | {
      readonly kind: 'send'
      readonly channel: string
      readonly args: readonly unknown[]
      readonly ports: readonly number[]
    }
  | { readonly kind: 'port'; readonly port: number; readonly message: unknown }
  | { readonly kind: 'portClosed'; readonly port: number }

/** The globals that the DevTools protocol and this script give the isolated world. */
interface World {
  __toMain(text: string): void
  __fromMain(text: string): void
}

/**
 * Runs in the page's isolated world before its first script: gives the preload its `ipcRenderer`, and ports that are real
 * ports of the page on one side and messages to the main process on the other. Its source is put into the page.
 */
export function runPreload(codec: Codec, preload: (require: (name: string) => unknown) => void): void {
  if (window !== window.top) return
  const world = window as unknown as World
  const listeners = new Map<string, Set<(event: unknown, ...args: readonly unknown[]) => void>>()
  const ports = new Map<number, MessagePort>()
  const toMain = (crossing: Crossing) => world.__toMain(codec.encode(crossing))
  const listenersOf = (channel: string) => {
    const found = listeners.get(channel) ?? new Set()
    listeners.set(channel, found)
    return found
  }
  const bridge = (port: number): MessagePort => {
    const { port1, port2 } = new MessageChannel()
    ports.set(port, port1)
    port1.addEventListener('message', ({ data }) => toMain({ kind: 'port', port, message: data }))
    port1.addEventListener('close', () => toMain({ kind: 'portClosed', port }))
    port1.start()
    return port2
  }
  const ipcRenderer = {
    send: (channel: string, ...args: readonly unknown[]) =>
      toMain({ kind: 'send', channel, args, ports: [] }),
    on(channel: string, listener: (event: unknown, ...args: readonly unknown[]) => void) {
      listenersOf(channel).add(listener)
      return ipcRenderer
    },
    once(channel: string, listener: (event: unknown, ...args: readonly unknown[]) => void) {
      const first = (event: unknown, ...args: readonly unknown[]) => {
        listenersOf(channel).delete(first)
        listener(event, ...args)
      }
      return ipcRenderer.on(channel, first)
    },
  }
  world.__fromMain = (text) => {
    const crossing = codec.decode(text) as Crossing
    if (crossing.kind === 'port') return ports.get(crossing.port)?.postMessage(crossing.message)
    if (crossing.kind === 'portClosed') return ports.get(crossing.port)?.close()
    const event = { ports: crossing.ports.map(bridge) }
    for (const listener of listenersOf(crossing.channel)) listener(event, ...crossing.args)
  }
  preload((name) => {
    if (name !== 'electron') throw new Error(`module not found: ${name}`)
    return { ipcRenderer }
  })
}
