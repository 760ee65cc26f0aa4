import { randomUUID } from 'node:crypto'
import { stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import type { AppContract, PickedFile } from '../../../shared/contract.ts'
import { endingOf } from '../../../shared/dataFiles.ts'
import { ProblemError } from '../../../shared/problems.ts'
import type { Handlers } from '../../../shared/rpc.ts'
import type { Client } from '../client.ts'
import { browse } from '../files/browse.ts'
import { pathBelow } from '../files/containment.ts'
import { safeName } from '../files/safeName.ts'
import type { Services } from '../services.ts'

/** A path as the page may know it: by an opaque handle. */
const picked = async (client: Client, path: string, choice?: 'mayReplace'): Promise<PickedFile> => ({
  handle: client.handles.give({ kind: 'file', path, ...(choice ? { mayReplace: true } : {}) }),
  name: basename(path),
  bytes: await stat(path).then(
    ({ size }) => size,
    () => 0,
  ),
})

const unknown = (method: string) => new ProblemError('unknownMethod', { method })

const desktopOnly = (client: Client, method: string) => {
  if (client.host.kind !== 'desktop') throw unknown(method)
  return client.host
}
const rootOf = (client: Client, method: string): string => {
  if (client.root === null) throw unknown(method)
  return client.root
}

type FileMethods =
  | 'browse'
  | 'placeFile'
  | 'pickFile'
  | 'pickSave'
  | 'beginUpload'
  | 'uploadPart'
  | 'endUpload'
  | 'cancelUpload'
  | 'openRequests'

/** Files: serve browses, desktop asks the system's dialogs, both take uploads. */
export const fileHandlers = (
  { documents, appData }: Services,
  client: Client,
): Pick<Handlers<AppContract>, FileMethods> => ({
  browse: (_, path) => browse(rootOf(client, 'browse'), path, client.handles),
  async placeFile(_, folder, name) {
    const root = rootOf(client, 'placeFile')
    return picked(client, join(await pathBelow(root, folder), safeName(name)))
  },
  async pickFile(_, kind) {
    const path = await desktopOnly(client, 'pickFile').pickFile(kind)
    return path === null ? null : picked(client, path)
  },
  async pickSave(_, kind, name) {
    const path = await desktopOnly(client, 'pickSave').pickSave(kind, safeName(name))
    return path === null ? null : picked(client, path, 'mayReplace')
  },
  beginUpload: async (_, name, size, docId) => {
    // A pack is only read: it goes where the app keeps what passes through, not among the user's projects.
    const passing = endingOf(name) === 'loompack' ? join(appData, 'downloads', randomUUID()) : undefined
    const home = docId === undefined ? passing : documents.get(client, docId).home
    return { upload: await client.uploads.begin(name, size, home) }
  },
  uploadPart: (_, upload, offset, bytes) => client.uploads.part(upload, offset, bytes),
  endUpload: async (_, upload) => picked(client, await client.uploads.end(upload)),
  cancelUpload: (_, upload) => client.uploads.cancel(upload),
  async *openRequests(signal) {
    const waiting: string[] = []
    let wake = () => {}
    desktopOnly(client, 'openRequests').onOpenRequest((path) => {
      waiting.push(path)
      wake()
    })
    signal.addEventListener('abort', () => wake(), { once: true })
    while (!signal.aborted) {
      for (let path = waiting.shift(); path !== undefined; path = waiting.shift())
        yield await picked(client, path)
      if (signal.aborted) return
      await new Promise<void>((resolve) => (wake = resolve))
    }
  },
})
