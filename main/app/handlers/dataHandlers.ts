import { basename } from 'node:path'
import type { AppContract } from '../../../shared/contract.ts'
import type { Handlers } from '../../../shared/rpc.ts'
import type { Client } from '../client.ts'
import { isForbiddenPath, realPath } from '../files/containment.ts'
import { joinCounts } from '../projects/joinCounts.ts'
import { scopeOf } from '../projects/openDocument.ts'
import { readingOf, readTable } from '../projects/sourceTables.ts'
import { sourceStamps } from '../projects/sourceStamps.ts'
import { findSource, namedPath, readableSource, sourcePath } from '../projects/sources.ts'
import type { Services } from '../services.ts'
import { trySteps } from '../steps/trySteps.ts'
import { surveyOpened } from '../survey/surveyOpened.ts'
import { ProblemError } from '../../../shared/problems.ts'

type DataMethods =
  | 'listEntries'
  | 'previewTable'
  | 'readTable'
  | 'readSource'
  | 'allowSource'
  | 'addSource'
  | 'joinCounts'
  | 'sourceStamps'
  | 'trySteps'
  | 'surveyData'

/** Data files: preview, reading whole, how they meet. */
export const dataHandlers = (
  services: Services,
  client: Client,
): Pick<Handlers<AppContract>, DataMethods> => {
  const { datasets, documents, allowed } = services
  return {
    listEntries: (_, handle) => datasets.entries(client.handles.path(handle)),
    previewTable: (_, handle, dialect, entry) =>
      datasets.preview(client.handles.path(handle), dialect, entry),
    async *readTable(signal, handle, dialect, entry) {
      const path = client.handles.path(handle)
      yield* readTable(datasets, path, basename(path), { dialect, entry }, signal)
    },
    async *readSource(signal, docId, project, id) {
      const source = findSource(project, id)
      const path = await readableSource(scopeOf(documents.get(client, docId)), source, allowed)
      yield* readTable(datasets, path, source.file, readingOf(source), signal)
    },
    sourceStamps: (_, docId, project) =>
      sourceStamps(scopeOf(documents.get(client, docId)), project, allowed),
    joinCounts: (signal, docId, project, id) =>
      joinCounts(services, scopeOf(documents.get(client, docId)), project, id, signal),
    async *trySteps(signal, docId, project) {
      yield await trySteps(services, scopeOf(documents.get(client, docId)), project, signal)
    },
    surveyData: (signal, docId, project) =>
      surveyOpened(services, scopeOf(documents.get(client, docId)), project, signal),
    async allowSource(_, docId, project, id) {
      const { home } = documents.get(client, docId)
      const source = findSource(project, id)
      const real = await realPath(namedPath(home, source))
      if (client.root !== null || isForbiddenPath(source.file) || isForbiddenPath(real))
        throw new ProblemError('outsideRoot', { file: source.file })
      await allowed.add(real)
    },
    async addSource(_, docId, handle) {
      const document = documents.get(client, docId)
      const path = client.handles.path(handle)
      const chosen = new Set([...document.chosen, await realPath(path)])
      await documents.put(client, { ...document, chosen })
      return { file: sourcePath(document.home, path) }
    },
  }
}
