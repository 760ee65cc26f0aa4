import { relative, sep } from 'node:path'
import type { OpenedProject } from '../../../shared/contract.ts'
import type { Project } from '../../../shared/project.ts'
import { isWithin } from '../files/containment.ts'
import type { JournalRecord } from './journal.ts'
import type { FileStamp } from './projectFile.ts'
import type { SourceScope } from './sources.ts'

/** One project that one client has open. */
export interface OpenDocument {
  readonly id: string
  /** Null until first saved. */
  readonly path: string | null
  /** The folder that the document's relative paths start from. */
  readonly home: string
  readonly runsDir: string
  /** Serve: the folder it may read below. */
  readonly root: string | null
  /** Real paths of the data files this user chose for it. */
  readonly chosen: ReadonlySet<string>
  readonly revision: number
  /** What the file held when last read or written by this document. */
  readonly stamp: FileStamp
  readonly readOnly: boolean
  /** As last saved or opened. */
  readonly project: Project
  /** Edits since, as last journalled. */
  readonly edited: Project | null
}

/** A place as people know it: below the root in serve mode, else on the disk. */
export const placeFor = (root: string | null, path: string): string =>
  root !== null && isWithin(root, path) ? relative(root, path).split(sep).join('/') : path

/** What the page is told of an open document. `unsaved` are edits to offer back; without it edits are part of the project. */
export const describeDocument = (document: OpenDocument, unsaved?: Project): OpenedProject => ({
  docId: document.id,
  project: unsaved ? document.project : (document.edited ?? document.project),
  edited: unsaved === undefined && document.edited !== null,
  revision: document.revision,
  place: document.path === null ? null : placeFor(document.root, document.path),
  runsPlace: placeFor(document.root, document.runsDir),
  readOnly: document.readOnly,
  ...(unsaved ? { unsaved } : {}),
})

/** The document's data may come from here. */
export const scopeOf = ({ home, chosen, root }: OpenDocument): SourceScope => ({ home, chosen, root })

/** The document as its journal keeps it. An untitled one is always kept whole: the journal is its only copy. */
export const journalRecord = (document: OpenDocument): JournalRecord => ({
  docId: document.id,
  path: document.path,
  home: document.home,
  runsDir: document.runsDir,
  chosen: [...document.chosen],
  writtenAt: new Date().toISOString(),
  stamp: document.stamp,
  revision: document.revision,
  touched: document.edited !== null,
  edited: document.edited ?? (document.path === null ? document.project : null),
})
