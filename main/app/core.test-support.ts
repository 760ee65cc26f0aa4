import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { type AppContract, contract } from '../../shared/contract.ts'
import { type Channel, type Client, connect } from '../../shared/rpc.ts'
import { builtPaths } from './builtPaths.ts'
import { type ClientHost, type Core, createCore } from './core.ts'
import type { ForkEngine } from './engines/engineHost.ts'
import { forkHost } from './engines/forkHost.ts'

/** A folder that is gone after the test. */
export async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'layerloom-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  return folder
}

/** A core of its own with an empty app data folder; the training process is the built one. */
export async function startCore(
  appData?: string,
  forkEngine: ForkEngine = forkHost,
  onError: (error: unknown) => void = (error) => console.error(error),
): Promise<{ core: Core; appData: string }> {
  const { engine, datasetWorker, viewWorker, examples } = builtPaths()
  for (const built of [engine, datasetWorker, viewWorker])
    if (!existsSync(built)) throw new Error(`${built} is not built: npm run build`)
  const folder = appData ?? (await temporaryFolder())
  const core = createCore({
    appData: folder,
    examplesDir: examples,
    enginePath: engine,
    datasetWorkerPath: datasetWorker,
    viewWorkerPath: viewWorker,
    version: '0.0.0',
    language: 'en',
    forkEngine,
    onError,
  })
  onTestFinished(() => core.close())
  return { core, appData: folder }
}

/** A channel over one end of a MessageChannel. */
export const portChannel = (port: MessagePort): Channel => ({
  send: (message) => port.postMessage(message),
  onMessage: (listener) => {
    port.addEventListener('message', ({ data }) => listener(data))
    port.start()
  },
  onClose: (listener) => port.addEventListener('close', () => listener()),
  close: () => port.close(),
})

/** A client of a core over a MessagePort, as the desktop app has it. */
export function connectClient(
  core: Core,
  host: ClientHost,
): { client: Client<AppContract>; channel: Channel } {
  const { port1, port2 } = new MessageChannel()
  core.connect(portChannel(port1), host)
  const channel = portChannel(port2)
  onTestFinished(() => channel.close())
  return { client: connect(channel, contract), channel }
}

/** What a browser's host offers, with its root. */
export const serveHost = (root: string): ClientHost => ({
  kind: 'serve',
  root,
  offerDownload: (_, path) => path,
})
