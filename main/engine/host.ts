import type { Table } from '../../shared/table.ts'
import type { BackendHost } from './backends/backend.ts'

/** Everything the engine needs from outside. Folders are the host's own paths, only passed through. */
export interface EngineHost extends BackendHost {
  /** The columns of these names of a stored table, or all of them; throws `columnMissing`. */
  readonly readTable: (dir: string, columns: readonly string[] | 'all') => Promise<Table>
  readonly readText: (dir: string, name: string) => Promise<string>
  readonly readBytes: (dir: string, name: string) => Promise<Uint8Array>
  /** Writes whole or not at all. */
  readonly write: (dir: string, name: string, content: Uint8Array | string) => Promise<void>
  /** Lets waiting messages in; comes back at once. */
  readonly yield: () => Promise<void>
  /** Memory this process holds, in bytes. */
  readonly memoryBytes: () => number
}
