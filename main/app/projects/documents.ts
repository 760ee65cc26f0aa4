import { ProblemError } from '../../../shared/problems.ts'
import { type Journal } from './journal.ts'
import { journalRecord, type OpenDocument } from './openDocument.ts'

/** Stands for one connected client. */
type Owner = object

/** The documents that connected clients have open. At most one of those on the same file may write it. */
export interface Documents {
  /** Throws `handleUnknown` for a document of another client. */
  get(owner: Owner, docId: string): OpenDocument
  isOpen(docId: string): boolean
  /** The document itself, whoever has it open. */
  peek(docId: string): OpenDocument | null
  /** The document that holds a file for writing. */
  writerOf(path: string): OpenDocument | null
  /** Takes a new or changed document; returns once its journal is on disk. */
  put(owner: Owner, document: OpenDocument): Promise<OpenDocument>
  /** Saves of one document happen one after another. */
  inTurn<R>(docId: string, work: () => Promise<R>): Promise<R>
  /** Makes the file's present writer read-only. */
  takeOver(path: string): void
  /** Forgets an open document; its journal stays. */
  drop(docId: string): void
  /** Forgets everything a client had open; journals stay, so that it can come back. */
  leave(owner: Owner): void
}

/** An empty register of open documents. */
export function createDocuments(journal: Journal): Documents {
  const open = new Map<string, { owner: Owner; document: OpenDocument }>()
  const turns = new Map<string, Promise<unknown>>()
  const writerOf = (path: string): OpenDocument | null => {
    for (const { document } of open.values())
      if (document.path === path && !document.readOnly) return document
    return null
  }
  return {
    get(owner, docId) {
      const found = open.get(docId)
      if (found?.owner !== owner) throw new ProblemError('handleUnknown')
      return found.document
    },
    isOpen: (docId) => open.has(docId),
    peek: (docId) => open.get(docId)?.document ?? null,
    writerOf,
    async put(owner, document) {
      open.set(document.id, { owner, document })
      // A read-only view has nothing of its own to lose.
      if (!document.readOnly) await journal.write(journalRecord(document))
      return document
    },
    inTurn(docId, work) {
      const done = (turns.get(docId) ?? Promise.resolve()).then(work)
      const settled = done.catch(() => {})
      turns.set(docId, settled)
      void settled.then(() => turns.get(docId) === settled && turns.delete(docId))
      return done
    },
    takeOver(path) {
      for (const entry of open.values())
        if (entry.document.path === path) entry.document = { ...entry.document, readOnly: true }
    },
    drop: (docId) => void open.delete(docId),
    leave(owner) {
      for (const [docId, entry] of open) if (entry.owner === owner) open.delete(docId)
    },
  }
}
