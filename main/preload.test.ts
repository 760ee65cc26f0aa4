import path from 'node:path'
import { build } from 'vite'
import { describe, expect, it } from 'vitest'

const bundle = async (): Promise<string> => {
  const result = await build({
    configFile: false,
    logLevel: 'silent',
    ssr: { noExternal: true },
    build: {
      write: false,
      ssr: path.join(import.meta.dirname, 'preload.ts'),
      rolldownOptions: { external: ['electron'], output: { format: 'cjs' } },
    },
  })
  const [only] = Array.isArray(result) ? result : [result]
  if (!only || !('output' in only)) throw new Error('nothing was built')
  expect(only.output).toHaveLength(1)
  return only.output[0].code
}

describe('the preload', () => {
  it('is one file that requires electron alone, exposes nothing and hands the page its port without the event', async () => {
    const required: string[] = []
    const listeners = new Map<string, (event: unknown) => void>()
    const sent: unknown[] = []
    const posted: unknown[] = []
    const window = {
      origin: 'app://layerloom',
      addEventListener: (name: string, listener: () => void) => listeners.set(name, listener),
      postMessage: (...args: unknown[]) => posted.push(args),
    }
    const keys = Object.keys(window)
    const ipcRenderer = {
      on: (name: string, listener: (event: unknown) => void) => listeners.set(name, listener),
      send: (...args: unknown[]) => sent.push(args),
    }
    const require = (name: string) => {
      required.push(name)
      return { ipcRenderer }
    }
    // oxlint-disable-next-line typescript/no-implied-eval
    new Function('require', 'window', 'module', 'exports', await bundle())(require, window, {}, {})
    expect(required).toEqual(['electron'])
    expect(sent).toEqual([])
    const port = { a: 'port' }
    const say = listeners.get('message')
    say?.({ source: {}, data: 'layerloom:port', ports: [] })
    say?.({ source: window, data: 'layerloom:other', ports: [] })
    say?.({ source: window, data: 'layerloom:port', ports: [port] })
    expect(sent).toEqual([])
    say?.({ source: window, data: 'layerloom:port', ports: [] })
    expect(sent).toEqual([['layerloom:port']])
    listeners.get('layerloom:port')?.({ sender: { secret: true }, ports: [port] })
    expect(posted).toEqual([['layerloom:port', 'app://layerloom', [port]]])
    expect(Object.keys(window)).toEqual(keys)
  })
})
