import type { AppContract } from '../../../shared/contract.ts'
import type { Handlers } from '../../../shared/rpc.ts'
import type { Client } from '../client.ts'
import { scopeOf } from '../projects/openDocument.ts'
import { readingOf } from '../projects/sourceTables.ts'
import { findSource, readableSource } from '../projects/sources.ts'
import type { Services } from '../services.ts'

type ViewMethods = 'previewSource' | 'viewSource' | 'sourceRows' | 'placeOfRow' | 'findInSource'

/** The rows of the open project's sources: the first ones at once, then windows of any view of them, and searches. */
export const viewHandlers = (
  services: Services,
  client: Client,
): Pick<Handlers<AppContract>, ViewMethods> => {
  const { datasets, documents, allowed, views } = services
  /** The folder of a source's stored table, as the core knows the document. */
  const storedSource = async (signal: AbortSignal, docId: string, id: string): Promise<string> => {
    const document = documents.get(client, docId)
    const source = findSource(document.edited ?? document.project, id)
    const path = await readableSource(scopeOf(document), source, allowed)
    return datasets.folder(path, { ...readingOf(source), signal })
  }
  return {
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
  }
}

/** Passes a stream on until nobody listens any more, and then leaves it, which cancels it at its source. */
async function* untilAborted<T>(signal: AbortSignal, events: AsyncIterable<T>): AsyncGenerator<T, void> {
  for await (const event of events) {
    if (signal.aborted) return
    yield event
  }
}
