import { mkdir, stat } from 'node:fs/promises'
import { basename, dirname, extname } from 'node:path'
import type { OpenedProject } from '../../../shared/contract.ts'
import { ProblemError } from '../../../shared/problems.ts'
import type { Project } from '../../../shared/project.ts'
import type { Client } from '../client.ts'
import { realPath } from '../files/containment.ts'
import { forgetUntitled, type Services } from '../services.ts'
import { describeDocument, type OpenDocument } from './openDocument.ts'
import { runsDirOf } from './places.ts'
import { stampOf, writeProjectFile } from './projectFile.ts'
import { placeSources } from './placeSources.ts'

interface SaveOptions {
  readonly overwrite: boolean
}

const refuseStale = async (document: OpenDocument, path: string, base: number): Promise<void> => {
  if (document.readOnly) throw new ProblemError('openElsewhere')
  if (document.revision !== base || (await stampOf(path)) !== document.stamp)
    throw new ProblemError('changedElsewhere')
}

/** What changed in a document while it was being saved: edits journalled since, files chosen since. */
const latest = (services: Services, client: Client, document: OpenDocument) => {
  const { edited, chosen } = services.documents.get(client, document.id)
  return { edited: edited === document.edited ? null : edited, chosen }
}

/**
 * Saves over the file the document came from. Throws `changedElsewhere` when `base` or the file is not what was opened,
 * `openElsewhere` when another client may write it (both only without `overwrite`), `nameInvalid` when it has no file yet,
 * and write problems.
 */
export async function saveProject(
  services: Services,
  client: Client,
  document: OpenDocument,
  project: Project,
  base: number,
  { overwrite }: SaveOptions,
): Promise<{ revision: number }> {
  const { path } = document
  if (path === null) throw new ProblemError('nameInvalid', { name: '' })
  if (!overwrite) await refuseStale(document, path, base)
  const stamp = await writeProjectFile(path, project)
  if (document.readOnly) services.documents.takeOver(path)
  const revision = document.revision + 1
  const saved = { ...document, project, stamp, revision, readOnly: false }
  await services.documents.put(client, { ...saved, ...latest(services, client, document) })
  await services.recent.add(path)
  return { revision }
}

const refuseExisting = async (services: Services, path: string, overwrite: boolean): Promise<void> => {
  const exists = await stat(path).then(
    () => true,
    () => false,
  )
  if (!overwrite && exists) throw new ProblemError('fileExists', { file: basename(path) })
  if (!overwrite && services.documents.writerOf(path)) throw new ProblemError('openElsewhere')
}

/**
 * Saves to another place and goes on there: paths of its data are rewritten, data of an untitled project are copied beside
 * it, runs of an untitled project move along. Throws `fileExists`, `openElsewhere` (without `overwrite`) and write problems.
 */
export async function saveProjectAs(
  services: Services,
  client: Client,
  document: OpenDocument,
  project: Project,
  asked: string,
  { overwrite }: SaveOptions,
): Promise<OpenedProject> {
  const path = extname(asked) === '.loom' ? asked : `${asked}.loom`
  if (path === document.path) {
    await saveProject(services, client, document, project, document.revision, { overwrite: true })
    return describeDocument(services.documents.get(client, document.id))
  }
  await refuseExisting(services, path, overwrite)
  const home = dirname(path)
  await mkdir(home, { recursive: true })
  const placed = await placeSources(document, project, home, services.allowed)
  const name = document.path === null ? basename(path, '.loom') : project.name
  const saved = { ...placed.project, name }
  const stamp = await writeProjectFile(path, saved)
  services.documents.takeOver(path)
  const runsDir = await runsDirOf(services.appData, path)
  if (document.path === null) await services.runs.move(document.runsDir, runsDir)
  const chosen = new Set(await Promise.all(placed.chosen.map(realPath)))
  const next: OpenDocument = {
    ...document,
    path,
    home,
    runsDir,
    chosen,
    stamp,
    revision: document.revision + 1,
    readOnly: false,
    project: saved,
    edited: latest(services, client, document).edited,
  }
  await services.documents.put(client, next)
  await services.recent.add(path)
  if (document.path === null) await forgetUntitled(services.appData, document.home)
  return describeDocument(next)
}
