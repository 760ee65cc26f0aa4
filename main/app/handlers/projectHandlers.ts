import type { AppContract, OpenedProject, RecentProject } from '../../../shared/contract.ts'
import { newProject } from '../../../shared/newProject.ts'
import { proposeProject } from '../../../shared/proposal.ts'
import type { Handlers } from '../../../shared/rpc.ts'
import type { Client } from '../client.ts'
import { isWithin, realPath } from '../files/containment.ts'
import { closeProject } from '../projects/closeProject.ts'
import { listExamples } from '../projects/examples.ts'
import { placeFor } from '../projects/openDocument.ts'
import { openExample, openProject, openUntitled, reopenProject } from '../projects/openProject.ts'
import { saveProject, saveProjectAs } from '../projects/saveProject.ts'
import { sourcePath } from '../projects/sources.ts'
import type { Services } from '../services.ts'

type ProjectMethods =
  | 'listExamples'
  | 'listRecent'
  | 'newProject'
  | 'newFromTable'
  | 'openExample'
  | 'openProject'
  | 'reopenProject'
  | 'saveProject'
  | 'saveProjectAs'
  | 'journalProject'
  | 'closeProject'

/** Saved projects lately used, after the untitled ones that were never saved. */
async function listRecent(
  { recent, journal, documents }: Services,
  client: Client,
): Promise<RecentProject[]> {
  const untitled = (await journal.list())
    .filter(({ path, touched, docId }) => path === null && touched && !documents.isOpen(docId))
    .sort((a, b) => b.writtenAt.localeCompare(a.writtenAt))
    .map(({ docId, edited, writtenAt }) => ({
      handle: client.handles.give({ kind: 'untitled', docId }),
      name: edited?.name ?? '',
      place: '',
      modified: writtenAt,
    }))
  const saved = (await recent.list()).filter(
    ({ path }) => client.root === null || isWithin(client.root, path),
  )
  const named = saved.map(({ path, name, modified }) => ({
    handle: client.handles.give({ kind: 'file', path }),
    name,
    place: placeFor(client.root, path),
    modified,
  }))
  return [...untitled, ...named]
}

type TableChoice = Parameters<Handlers<AppContract>['newFromTable']>[1]

async function newFromTable(
  services: Services,
  client: Client,
  signal: AbortSignal,
  { name, file, entry, dialect, targets, inputs }: TableChoice,
): Promise<OpenedProject> {
  const path = client.handles.path(file)
  const { profile } = await services.datasets.open(path, { dialect, entry, signal })
  const make = (home: string) =>
    Promise.resolve(
      proposeProject({
        name,
        file: sourcePath(home, path),
        ...(entry === undefined ? {} : { entry }),
        profile,
        targets: targets.map(({ column, kind }) => (kind ? { column, kind } : { column })),
        ...(inputs ? { inputs } : {}),
      }),
    )
  return openUntitled(services, client, make, [await realPath(path)])
}

/** Projects: opening, saving, keeping safe. */
export const projectHandlers = (
  services: Services,
  client: Client,
): Pick<Handlers<AppContract>, ProjectMethods> => {
  const { documents } = services
  return {
    listExamples: () => listExamples(services.examplesDir),
    listRecent: () => listRecent(services, client),
    newProject: () => openUntitled(services, client, () => Promise.resolve(newProject(''))),
    newFromTable: (signal, choice) => newFromTable(services, client, signal, choice),
    openExample: (_, id) => openExample(services, client, id),
    openProject(_, handle) {
      const chosen = client.handles.take(handle)
      return chosen.kind === 'untitled'
        ? reopenProject(services, client, chosen.docId)
        : openProject(services, client, chosen.path)
    },
    reopenProject: (_, docId) => reopenProject(services, client, docId),
    saveProject: (_, docId, project, revision, options) =>
      documents.inTurn(docId, () =>
        saveProject(services, client, documents.get(client, docId), project, revision, options),
      ),
    saveProjectAs: (_, docId, project, handle, { overwrite }) =>
      documents.inTurn(docId, () => {
        const path = client.handles.path(handle)
        const chosen = client.handles.take(handle)
        // The system asked for the very file; an ending added afterwards is another one.
        const asked = chosen.kind === 'file' && chosen.mayReplace === true && path.endsWith('.loom')
        const document = documents.get(client, docId)
        return saveProjectAs(services, client, document, project, path, { overwrite: overwrite || asked })
      }),
    async journalProject(_, docId, project) {
      const document = documents.get(client, docId)
      if (!document.readOnly) await documents.put(client, { ...document, edited: project })
    },
    closeProject: (_, docId) => closeProject(services, documents.get(client, docId)),
  }
}
