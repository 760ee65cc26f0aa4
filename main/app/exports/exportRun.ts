import { randomUUID } from 'node:crypto'
import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { ExportResult } from '../../../shared/contract.ts'
import type { Client } from '../client.ts'
import { writeProblem } from '../files/fileProblem.ts'
import { freeName, safeName } from '../files/safeName.ts'
import type { FoundRun } from '../runs/runs.ts'
import type { Services } from '../services.ts'
import { exportTfjs } from './exportTfjs.ts'
import { zipFolder } from './zipFolder.ts'

const exportName = ({ run }: FoundRun): string => {
  const project = run.document.name.trim() === '' ? 'model' : run.document.name
  return safeName(`${project}-${run.number}-tfjs`)
}

async function exportAsZip(
  services: Services,
  found: FoundRun,
  offer: (name: string, path: string) => string,
): Promise<ExportResult> {
  const name = exportName(found)
  const work = join(services.appData, 'downloads', randomUUID())
  const folder = join(work, name)
  try {
    const { files, proof } = await exportTfjs(services.engines, found, folder)
    const zip = `${work}.zip`
    await zipFolder(
      folder,
      files.map((file) => file.name),
      name,
      zip,
    ).catch((error: unknown) => {
      throw writeProblem(error, zip)
    })
    return { name: `${name}.zip`, files, proof, download: offer(`${name}.zip`, zip) }
  } finally {
    await rm(work, { recursive: true, force: true })
  }
}

/** Exports a run where this client can take it: a zip to download once, or a folder of its choice; null when cancelled. */
export async function exportRun(
  services: Services,
  client: Client,
  found: FoundRun,
): Promise<ExportResult | null> {
  const { host } = client
  if (host.kind === 'serve') {
    await mkdir(join(services.appData, 'downloads'), { recursive: true })
    return exportAsZip(services, found, (name, path) => host.offerDownload(name, path))
  }
  const chosen = await host.pickFolder()
  if (chosen === null) return null
  const name = await freeName(chosen, exportName(found))
  return { name: join(chosen, name), ...(await exportTfjs(services.engines, found, join(chosen, name))) }
}
