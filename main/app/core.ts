import { contract } from '../../shared/contract.ts'
import { type Channel, serve } from '../../shared/rpc.ts'
import type { Language } from '../../shared/words.ts'
import { createClient } from './client.ts'
import type { ClientHost } from './clientHost.ts'
import type { ForkEngine } from './engines/engineHost.ts'
import { createHandlers } from './handlers.ts'
import { preferencesFile } from './preferences.ts'
import { createServices } from './services.ts'
import { tidy } from './tidy.ts'

export type { ClientHost } from './clientHost.ts'

/** What a host gives the core at start; paths are absolute. */
export interface CoreOptions {
  /** The app's own folder: cache, journal, untitled projects, preferences. Made when absent. */
  readonly appData: string
  readonly examplesDir: string
  /** The built engine process (out/engine/process.cjs). */
  readonly enginePath: string
  /** The built data set worker. */
  readonly datasetWorkerPath: string
  /** The built table view worker. */
  readonly viewWorkerPath: string
  readonly version: string
  /** The system's language, used until the user chooses one. */
  readonly language: Language
  readonly forkEngine: ForkEngine
  /** Told of every bug that reached a client as `internal`. */
  readonly onError?: (error: unknown) => void
}

/** The app core: everything but window and transport. */
export interface Core {
  /** Serves the contract to one client until its channel closes. */
  connect(channel: Channel, host: ClientHost): void
  /** Stops what is under way, leaving runs that can be told from finished ones, and ends every process. */
  close(): Promise<void>
}

/** Starts the core. */
export function createCore(options: CoreOptions): Core {
  const services = createServices(options)
  const preferences = preferencesFile(options.appData)
  tidy(services).catch((error: unknown) => options.onError?.(error))
  return {
    connect(channel, host) {
      const client = createClient(host, options.appData)
      serve(
        channel,
        contract,
        createHandlers(services, client, preferences, options.language),
        options.onError,
      )
      channel.onClose(() => {
        services.documents.leave(client)
        client.uploads.close().catch((error: unknown) => options.onError?.(error))
      })
    },
    close: () => services.close(),
  }
}
