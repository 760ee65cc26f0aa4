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
import { ProblemError } from '../../../shared/problems.ts'

type DataMethods =
  | 'listEntries'
  | 'previewTable'
  | 'readTable'
  | 'readSource'
  | 'previewSource'
  | 'viewSource'
  | 'sourceRows'
  | 'placeOfRow'
  | 'findInSource'
  | 'allowSource'
  | 'addSource'
  | 'joinCounts'
  | 'sourceStamps'
  | 'trySteps'

/** Data files: preview, reading whole, windows of rows. */
export const dataHandlers = (
  services: Services,
  client: Client,
): Pick<Handlers<AppContract>, DataMethods> => {
  const { datasets, documents, allowed, views } = services
  /** The folder of a source's stored table, as the core knows the document. */
  const storedSource = async (signal: AbortSignal, docId: string, id: string): Promise<string> => {
    const document = documents.get(client, docId)
    const source = findSource(document.edited ?? document.project, id)
    const path = await readableSource(scopeOf(document), source, allowed)
    return datasets.folder(path, { ...readingOf(source), signal })
  }
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
    async previewSource(_, docId, project, id) {
      const source = findSource(project, id)
      const path = await readableSource(scopeOf(documents.get(client, docId)), source, allowed)
      return datasets.preview(path, source.dialect, source.entry)
    },
    async *viewSource(signal, docId, id, view) {
      yield* untilAborted(signal, views.client.arrange(await storedSource(signal, docId, id), view))
    },
    sourceRows: async (signal, docId, id, view, from, count) =>
      views.client.rows(await storedSource(signal, docId, id), view, from, count),
    placeOfRow: async (signal, docId, id, view, row) =>
      views.client.placeOf(await storedSource(signal, docId, id), view, row),
    async *findInSource(signal, docId, id, view, query) {
      yield* untilAborted(signal, views.client.find(await storedSource(signal, docId, id), view, query))
    },
    sourceStamps: (_, docId, project) =>
      sourceStamps(scopeOf(documents.get(client, docId)), project, allowed),
    joinCounts: (signal, docId, project, id) =>
      joinCounts(services, scopeOf(documents.get(client, docId)), project, id, signal),
    async *trySteps(signal, docId, project) {
      yield await trySteps(services, scopeOf(documents.get(client, docId)), project, signal)
    },
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

/** Passes a stream on until nobody listens any more, and then leaves it, which cancels it at its source. */
async function* untilAborted<T>(signal: AbortSignal, events: AsyncIterable<T>): AsyncGenerator<T, void> {
  for await (const event of events) {
    if (signal.aborted) return
    yield event
  }
}
