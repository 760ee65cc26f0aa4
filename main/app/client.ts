import { join } from 'node:path'
import type { ClientHost } from './clientHost.ts'
import { createHandles, type Handles } from './files/handles.ts'
import { createUploads, type Uploads } from './files/uploads.ts'

/** One connected page: what it may reach, and the names it has for files. */
export interface Client {
  readonly host: ClientHost
  readonly handles: Handles
  readonly uploads: Uploads
  /** Serve: the folder it may reach; null is the whole disk, by the system's dialogs. */
  readonly root: string | null
}

/** A new client; what is dropped on a desktop page is kept in the app's own folder. */
export function createClient(host: ClientHost, appData: string): Client {
  const root = host.kind === 'serve' ? host.root : null
  return {
    host,
    handles: createHandles(),
    uploads: createUploads(root ?? join(appData, 'uploads')),
    root,
  }
}
