import { randomUUID } from 'node:crypto'
import { mkdir, rm } from 'node:fs/promises'
import { basename, join } from 'node:path'
import type { AppContract, PackEvent } from '../../../shared/contract.ts'
import type { Project } from '../../../shared/project.ts'
import type { Handlers } from '../../../shared/rpc.ts'
import type { Client } from '../client.ts'
import { isWithin, pathBelow } from '../files/containment.ts'
import { scopeOf } from '../projects/openDocument.ts'
import { openProject } from '../projects/openProject.ts'
import { lookInPack } from '../projects/pack/lookInPack.ts'
import { packProject, packStem } from '../projects/pack/packProject.ts'
import { unpack } from '../projects/pack/unpack.ts'
import type { Services } from '../services.ts'
import { withProgress } from '../withProgress.ts'

type PackMethods = 'packProject' | 'lookInPack' | 'openPack'

/** Where a pack is written: a place of the user's choice, or one it is downloaded from; null when the user gave up. */
async function packPlace({ appData }: Services, { host }: Client, name: string): Promise<string | null> {
  if (host.kind === 'desktop') return host.pickSave('pack', name)
  const folder = join(appData, 'downloads')
  await mkdir(folder, { recursive: true })
  return join(folder, `${randomUUID()}.loompack`)
}

async function* pack(
  services: Services,
  client: Client,
  signal: AbortSignal,
  docId: string,
  project: Project,
  runs: readonly string[],
): AsyncGenerator<PackEvent, void> {
  const document = services.documents.get(client, docId)
  const { path, runsDir } = document
  const packed = { project, scope: scopeOf(document), path, runsDir, runs }
  const name = `${packStem(packed)}.loompack`
  const place = await packPlace(services, client, name)
  if (place === null) return
  const to = place.endsWith('.loompack') ? place : `${place}.loompack`
  const { bytes } = yield* withProgress<PackEvent, { readonly bytes: number }>((report) =>
    packProject(services, packed, to, {
      signal,
      onProgress: (done, total) => report({ kind: 'progress', bytes: done, total }),
    }),
  )
  const { host } = client
  if (host.kind === 'serve') yield { kind: 'done', name, bytes, download: host.offerDownload(name, to) }
  else yield { kind: 'done', name: basename(to), bytes }
}

/** Removes a pack that was sent only to be opened; any other is the user's. */
async function forgetUpload({ appData }: Services, file: string): Promise<void> {
  const folder = join(appData, 'downloads')
  if (isWithin(folder, file) && file !== folder) await rm(file, { force: true }).catch(() => {})
}

/** Packs: written for others, looked into, opened. */
export const packHandlers = (
  services: Services,
  client: Client,
): Pick<Handlers<AppContract>, PackMethods> => ({
  packProject: (signal, docId, project, runs) => pack(services, client, signal, docId, project, runs),
  lookInPack: (_, handle) => lookInPack(client.handles.path(handle)),
  async openPack(signal, handle, folder) {
    const file = client.handles.path(handle)
    const { host } = client
    const into = host.kind === 'desktop' ? await host.pickFolder() : await pathBelow(host.root, folder)
    if (into === null) return null
    const { project } = await unpack(file, into, signal)
    await forgetUpload(services, file)
    return openProject(services, client, project)
  },
})
