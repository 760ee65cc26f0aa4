import { mkdir, readdir, readFile, unlink } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { ProblemError } from '../../../shared/problems.ts'
import { projectSchema } from '../../../shared/project.ts'
import { isMissing } from '../files/fileProblem.ts'
import { writeSafely } from '../files/writeSafely.ts'

const recordSchema = z.object({
  docId: z.string(),
  /** Null until first saved. */
  path: z.string().nullable(),
  home: z.string(),
  runsDir: z.string(),
  chosen: z.array(z.string()),
  writtenAt: z.string(),
  /** What the file held when the edits began. */
  stamp: z.string().nullable(),
  revision: z.int(),
  /** Whether the user edited it; an untitled project is kept even when not. */
  touched: z.boolean(),
  /** Unsaved edits; null when everything is saved. */
  edited: projectSchema.nullable(),
})
/** An open document as it survives a crash. */
export type JournalRecord = z.infer<typeof recordSchema>

/** Open documents and their unsaved edits, a file each, removed when they are closed. */
export interface Journal {
  write(record: JournalRecord): Promise<void>
  /** Null when there is none or it cannot be read. */
  read(docId: string): Promise<JournalRecord | null>
  remove(docId: string): Promise<void>
  list(): Promise<readonly JournalRecord[]>
}

const idPattern = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** The journal in `<app data>/journal`. */
export function createJournal(appData: string): Journal {
  const folder = join(appData, 'journal')
  const last = new Map<string, Promise<void>>()
  const pathOf = (docId: string): string => {
    if (!idPattern.test(docId)) throw new ProblemError('handleUnknown')
    return join(folder, `${docId}.json`)
  }
  // Records of one document are written in turn, so that an older one never replaces a newer one.
  const inTurn = (docId: string, work: () => Promise<void>): Promise<void> => {
    const done = (last.get(docId) ?? Promise.resolve()).then(work)
    const settled = done.catch(() => {})
    last.set(docId, settled)
    void settled.then(() => last.get(docId) === settled && last.delete(docId))
    return done
  }
  const read = async (docId: string): Promise<JournalRecord | null> => {
    try {
      return recordSchema.parse(JSON.parse(await readFile(pathOf(docId), 'utf8')))
    } catch {
      return null
    }
  }
  return {
    write: (record) =>
      inTurn(record.docId, async () => {
        await mkdir(folder, { recursive: true })
        await writeSafely(pathOf(record.docId), JSON.stringify(record))
      }),
    read,
    remove: (docId) =>
      inTurn(docId, async () => {
        await unlink(pathOf(docId)).catch((error: unknown) => {
          if (!isMissing(error)) throw error
        })
      }),
    async list() {
      const names = await readdir(folder).catch(() => [])
      const ids = names.filter((name) => name.endsWith('.json')).map((name) => name.slice(0, -5))
      const records = await Promise.all(ids.filter((id) => idPattern.test(id)).map(read))
      return records.filter((record) => record !== null)
    },
  }
}
