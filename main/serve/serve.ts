import { homedir } from 'node:os'
import { join, resolve } from 'node:path'
import { createInterface } from 'node:readline'
import { parseArgs } from 'node:util'
import { appDataFolder } from '../app/appData.ts'
import { builtPaths } from '../app/builtPaths.ts'
import { createCore } from '../app/core.ts'
import { forkHost } from '../app/engines/forkHost.ts'
import { openBrowser } from './openBrowser.ts'
import { type PageServer, startPageServer } from './pageServer.ts'

const flags = {
  port: { type: 'string', default: '0' },
  host: { type: 'string', default: '127.0.0.1' },
  root: { type: 'string', default: join(homedir(), 'Layerloom') },
  data: { type: 'string' },
  'no-open': { type: 'boolean', default: false },
} as const

const loopback = ['127.0.0.1', '::1', 'localhost']

const say = (text: string): void => {
  process.stdout.write(`${text}\n`)
}

const systemLanguage = () =>
  (process.env['LC_ALL'] ?? process.env['LC_MESSAGES'] ?? process.env['LANG'] ?? '').startsWith('ko')
    ? 'ko'
    : 'en'

/** Enter prints a fresh address, so that another browser can be logged in. */
function offerFreshAddresses(server: PageServer): void {
  if (process.stdin.isTTY) say('Press Enter for another login address, Ctrl+C to stop.')
  const lines = createInterface({ input: process.stdin })
  lines.on('line', () => say(`Layerloom is at ${server.loginAddress()}`))
}

interface Settings {
  readonly port: number
  readonly host: string
  readonly root: string
  readonly appData: string
  readonly open: boolean
}

/** What the flags ask for. Throws a plain sentence. */
function readFlags(argv: readonly string[]): Settings {
  const { values } = parseArgs({ args: [...argv], options: flags })
  const port = Number(values.port)
  if (!/^\d+$/.test(values.port) || port > 65_535)
    throw new Error(`--port must be a number from 0 to 65535, not ${values.port}.`)
  if (['0.0.0.0', '::', ''].includes(values.host))
    throw new Error(`--host must be one address of this computer, not ${values.host || 'empty'}.`)
  return {
    port,
    host: values.host,
    root: resolve(values.root),
    appData: resolve(values.data ?? appDataFolder()),
    open: !values['no-open'] && !process.env['CI'],
  }
}

async function start({ port, host, root, appData, open }: Settings): Promise<void> {
  const built = builtPaths()
  const core = createCore({
    appData,
    examplesDir: built.examples,
    enginePath: built.engine,
    datasetWorkerPath: built.datasetWorker,
    viewWorkerPath: built.viewWorker,
    version: built.version,
    language: systemLanguage(),
    forkEngine: forkHost,
    onError: (error) => process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`),
  })
  const server = await startPageServer({ core, page: built.page, root, host, port })
  say(`Layerloom is at ${server.loginAddress()}`)
  if (!loopback.includes(host))
    process.stderr.write(
      `Warning: other computers can reach ${host}. Traffic is not encrypted: anyone on the way can read it.\n`,
    )
  if (open) await openBrowser(server.loginAddress(), appData)
  offerFreshAddresses(server)
  const stop = () => {
    void Promise.all([server.close(), core.close()]).finally(() => process.exit(0))
  }
  process.once('SIGINT', stop)
  process.once('SIGTERM', stop)
}

/**
 * Serves Layerloom to a browser on this computer until the process is stopped: `--port N`, `--no-open`, `--root DIR` (the
 * folder the page may browse), `--data DIR` (the app's own folder), `--host ADDRESS`. The first line of stdout has a login
 * address. What is wrong with a flag, or with the port, is a sentence on stderr and exit code 2.
 */
export async function main(argv: readonly string[]): Promise<void> {
  try {
    await start(readFlags(argv))
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
    process.exitCode = 2
  }
}
