import { Worker } from 'node:worker_threads'
import { type Client, connect } from '../../../../shared/rpc.ts'
import { threadChannel } from './threadChannel.ts'
import { type ViewContract, viewContract } from './viewContract.ts'

const idleMs = 5 * 60_000

/** A worker thread that looks at stored tables: started when it is needed, ended after five idle minutes. */
export class ViewsInWorker {
  readonly #path: string
  #running: { readonly worker: Worker; readonly client: Client<ViewContract> } | null = null
  #idle: ReturnType<typeof setTimeout> | undefined

  /** `path` is that of the built worker. */
  constructor(path: string) {
    this.#path = path
  }

  /** What to ask. */
  get client(): Client<ViewContract> {
    clearTimeout(this.#idle)
    this.#idle = setTimeout(() => void this.close(), idleMs).unref()
    this.#running ??= this.#start()
    return this.#running.client
  }

  async close(): Promise<void> {
    clearTimeout(this.#idle)
    const worker = this.#running?.worker
    this.#running = null
    await worker?.terminate()
  }

  #start() {
    // Not the options of whatever started this process.
    const worker = new Worker(this.#path, { execArgv: [] })
    worker.unref()
    worker.on('error', () => undefined)
    worker.once('exit', () => {
      if (this.#running?.worker === worker) this.#running = null
    })
    return { worker, client: connect(threadChannel(worker), viewContract) }
  }
}
