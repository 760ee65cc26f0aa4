import { randomUUID } from 'node:crypto'
import { mkdir } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { OpenedProject } from '../../../shared/contract.ts'
import { ProblemError, toProblem } from '../../../shared/problems.ts'
import type { Project } from '../../../shared/project.ts'
import type { Client } from '../client.ts'
import { isWithin, realPath } from '../files/containment.ts'
import type { Services } from '../services.ts'
import { copyExample } from './examples.ts'
import type { JournalRecord } from './journal.ts'
import { describeDocument, type OpenDocument } from './openDocument.ts'
import { runsDirOf, untitledHome } from './places.ts'
import { type ProjectFile, readProjectFile, stampOf } from './projectFile.ts'

const backupEnding = '.bak'

/** Opens a project that has no file yet. Its data and runs are kept in the app's own folder until it is saved. */
export async function openUntitled(
  services: Services,
  client: Client,
  make: (home: string) => Promise<Project>,
  chosen: readonly string[] = [],
): Promise<OpenedProject> {
  const id = randomUUID()
  const home = untitledHome(services.appData, id)
  await mkdir(home, { recursive: true })
  const project = { ...(await make(home)), id }
  const document = await services.documents.put(client, {
    id: randomUUID(),
    path: null,
    home,
    runsDir: `${home}.runs`,
    root: client.root,
    chosen: new Set(chosen),
    revision: 0,
    stamp: null,
    readOnly: false,
    project,
    edited: null,
  })
  return describeDocument(document)
}

/** Opens an example as an untitled copy. Throws `fileNotFound`. */
export const openExample = (services: Services, client: Client, id: string): Promise<OpenedProject> =>
  openUntitled(services, client, (home) => copyExample(services.examplesDir, id, home))

/** Reads a project; when it is broken and its backup is not, the problem carries a handle to open that with. */
async function readOrOffer(client: Client, path: string): Promise<ProjectFile> {
  try {
    return await readProjectFile(path)
  } catch (error) {
    const { code, values } = toProblem(error)
    const backup = path + backupEnding
    const good = !path.endsWith(backupEnding) && (await readProjectFile(backup).catch(() => null))
    if (!good) throw error
    throw new ProblemError(code, { ...values, backup: client.handles.give({ kind: 'file', path: backup }) })
  }
}

const unsavedFor = async (services: Services, path: string): Promise<JournalRecord | null> => {
  const records = (await services.journal.list()).filter(
    (record) => record.path === path && record.edited && !services.documents.isOpen(record.docId),
  )
  return records.sort((a, b) => b.writtenAt.localeCompare(a.writtenAt))[0] ?? null
}

/**
 * Opens a project file. A second client gets it read-only. Opening a `.bak` gives the project whose backup it is, as an
 * unsaved edit. Throws read problems and what `parseProject` throws, with `backup` when the file's backup is good.
 */
export async function openProject(services: Services, client: Client, asked: string): Promise<OpenedProject> {
  const { documents, recent, appData } = services
  const file = await readOrOffer(client, asked)
  const isBackup = asked.endsWith(backupEnding)
  const path = isBackup ? asked.slice(0, -backupEnding.length) : asked
  const readOnly = documents.writerOf(path) !== null
  const left = readOnly || isBackup ? null : await unsavedFor(services, path)
  const document = await documents.put(client, {
    id: left?.docId ?? randomUUID(),
    path,
    home: dirname(path),
    runsDir: await runsDirOf(appData, path),
    root: client.root,
    chosen: new Set(left?.chosen),
    revision: left?.revision ?? 0,
    stamp: isBackup ? await stampOf(path) : file.stamp,
    readOnly,
    project: file.project,
    edited: isBackup ? file.project : (left?.edited ?? null),
  })
  await recent.add(path)
  return describeDocument(document, left?.edited ?? undefined)
}

const restored = async (
  services: Services,
  client: Client,
  record: JournalRecord,
): Promise<OpenDocument | null> => {
  const { path, edited } = record
  const file = path === null ? null : await readProjectFile(path).catch(() => null)
  const project = file?.project ?? edited
  if (!project) return null
  return {
    id: record.docId,
    path,
    home: record.home,
    runsDir: record.runsDir,
    root: client.root,
    chosen: new Set(record.chosen),
    revision: record.revision,
    // Edits made on an older version of the file must not silently replace the newer one.
    stamp: record.edited ? record.stamp : (file?.stamp ?? null),
    readOnly: path !== null && services.documents.writerOf(path) !== null,
    project,
    edited: record.touched ? edited : null,
  }
}

/**
 * Opens what a page had open before it was reloaded, unsaved edits included; read-only when another page has it open now.
 * Throws `handleUnknown` when it was closed.
 */
export async function reopenProject(
  services: Services,
  client: Client,
  docId: string,
): Promise<OpenedProject> {
  const { documents, journal } = services
  const live = documents.peek(docId)
  const unknown = new ProblemError('handleUnknown')
  if (live) {
    // A tab was duplicated: the copy watches.
    if (live.root !== client.root) throw unknown
    return describeDocument(
      await documents.put(client, { ...live, id: randomUUID(), readOnly: true, root: client.root }),
    )
  }
  const record = await journal.read(docId)
  const document = record && (await restored(services, client, record))
  if (!document) throw unknown
  const { path, root } = document
  if (path !== null && root !== null && !isWithin(await realPath(root), await realPath(path))) throw unknown
  return describeDocument(await documents.put(client, document))
}
