import type { Channel } from '../../shared/rpc.ts'
import type { Language } from '../../shared/words.ts'
import type { ClientHost } from './clientHost.ts'
import type { ForkEngine } from './engines/engineHost.ts'

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
export declare function createCore(options: CoreOptions): Core
