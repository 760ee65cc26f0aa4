import { useEffect, useState } from 'react'
import { client } from '../client.ts'
import { documentStore, isUnsaved } from '../store/document.ts'

/**
 * Whether the core knows the open document as it is now, so that it reads rows the way this page does: it takes a
 * source's dialect from the journal, which lags behind edits by a second.
 */
export const useRowsReady = (source: string): boolean => {
  const [ready, setReady] = useState<string | null>(null)
  useEffect(() => {
    let isShown = true
    const state = documentStore.getState()
    const { docId, project } = state
    const sent =
      docId !== null && project && isUnsaved(state)
        ? client.journalProject(docId, project)
        : Promise.resolve()
    // When the line breaks the table asks again after the source was read again.
    sent.then(
      () => isShown && setReady(source),
      () => undefined,
    )
    return () => {
      isShown = false
    }
  }, [source])
  return ready === source
}
