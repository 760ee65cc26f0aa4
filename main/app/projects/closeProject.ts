import { forgetUntitled, type Services } from '../services.ts'
import { journalRecord, type OpenDocument } from './openDocument.ts'

/**
 * Forgets a document and the edits nobody wants. An untitled project that has runs is kept and listed among the recent ones,
 * since its runs would be lost with it.
 */
export async function closeProject(services: Services, document: OpenDocument): Promise<void> {
  const { documents, journal, runs, appData } = services
  documents.drop(document.id)
  if (document.readOnly) return
  if (document.path === null && (await runs.list(document.runsDir)).length > 0) {
    await journal.write({ ...journalRecord(document), touched: true })
    return
  }
  await journal.remove(document.id)
  if (document.path === null) await forgetUntitled(appData, document.home)
}
