import { mkdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { type EngineInfo, engineContract } from '../../../shared/engineContract.ts'
import { ProblemError } from '../../../shared/problems.ts'
import { type Channel, serve } from '../../../shared/rpc.ts'
import { readStoredTable } from '../../app/datasets/storedTable.ts'
import { writeSafely } from '../../app/files/writeSafely.ts'
import type { Backend } from '../backends/backend.ts'
import { wasmBackend } from '../backends/wasm.ts'
import { evaluate } from '../evaluate.ts'
import type { EngineHost } from '../host.ts'
import { ownLayersOf } from '../loadModel.ts'
import { predict } from '../predict.ts'
import type { StopSwitch } from '../train/runEpochs.ts'
import { train } from '../train/train.ts'

/* The training process: serves the engine contract to the process that started it. Built as one CommonJS file beside its WASM. */

const backends: readonly Backend[] = [wasmBackend]

const fail = (error: unknown) => {
  process.stderr.write(`engine: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`)
  process.exit(1)
}
process.on('uncaughtException', fail)
process.on('unhandledRejection', fail)
// Ctrl+C in a terminal reaches every process of its group; whoever started this one decides what it means.
process.on('SIGINT', () => {})

const host: EngineHost = {
  wasmBytes: (file) => readFile(path.join(__dirname, file)),
  readTable: readStoredTable,
  readText: (dir, name) => readFile(path.join(dir, name), 'utf8'),
  readBytes: (dir, name) => readFile(path.join(dir, name)),
  async write(dir, name, content) {
    await mkdir(dir, { recursive: true })
    await writeSafely(path.join(dir, name), typeof content === 'string' ? Buffer.from(content) : content)
  },
  yield: () => setImmediate(),
  memoryBytes: () => process.memoryUsage.rss(),
}

const pick = (id: string): Backend => {
  const backend = id === 'auto' ? backends[0] : backends.find((one) => one.id === id)
  if (!backend) throw new ProblemError('engineUnavailable', { engine: id })
  return backend
}

const describe = async ({ id, title, probe }: Backend): Promise<EngineInfo> => {
  const { available, device, why } = await probe()
  const info = { id, title, available, device }
  return why ? { ...info, why: { code: 'engineUnavailable', values: { engine: id, reason: why } } } : info
}

/** Electron's utilityProcess gives its child this port; typed here because only Electron knows it. */
interface ParentPort {
  postMessage(message: unknown): void
  on(event: 'message', listener: (event: { data: unknown }) => void): void
}

/** The channel to the process that started this one: utilityProcess or child_process.fork. Without its parent this process ends. */
const parentChannel = (): Channel => {
  const { parentPort } = process as unknown as { parentPort?: ParentPort }
  if (parentPort) {
    return {
      send: (message) => parentPort.postMessage(message),
      onMessage: (listener) => parentPort.on('message', ({ data }) => listener(data)),
      onClose: () => {},
      close: () => process.exit(0),
    }
  }
  process.on('disconnect', () => process.exit(0))
  return {
    // A message that finds nobody any more is no error: `disconnect` follows.
    send: (message) => void (process.connected && process.send?.(message, undefined, undefined, () => {})),
    onMessage: (listener) => void process.on('message', listener),
    onClose: (listener) => void process.on('disconnect', listener),
    close: () => process.disconnect?.(),
  }
}

let running: StopSwitch | null = null

serve(
  parentChannel(),
  engineContract,
  {
    info: async () => ({ engines: await Promise.all(backends.map(describe)) }),
    async *train(signal, plan) {
      if (running) throw new ProblemError('busy')
      const stop = { requested: signal.aborted }
      running = stop
      try {
        yield* train(plan, host, pick(plan.engine), stop)
      } finally {
        running = null
      }
    },
    stop: () => {
      if (running) running.requested = true
    },
    evaluate: (_, plan) => evaluate(plan, host, pick(plan.engine)),
    ownLayers: (_, { modelDir }) => ownLayersOf(host, modelDir),
    predict: (_, plan) => predict(plan, host, pick(plan.engine)),
  },
  (error) => process.stderr.write(`engine: ${error instanceof Error ? error.stack : String(error)}\n`),
)
