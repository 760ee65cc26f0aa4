import { z } from 'zod'
import type { Answer, EngineInfo, TrainingEvent } from './engineContract.ts'
import type { Problem } from './problems.ts'
import { type Project, projectSchema } from './project.ts'
import type { Method } from './rpc.ts'
import type { EpochRecord, Run, RunState, RunSummary } from './run.ts'
import { type ColumnType, dialectSchema, type TableProfile } from './table.ts'
import {
  type FindEvent,
  findQuerySchema,
  tableViewSchema,
  type ViewEvent,
  type ViewRows,
} from './tableView.ts'
import { type BlockInfo, blockTitleSchema, type SavedBlock, savedBlockSchema } from './savedBlock.ts'
import type { StepReport } from './stepReport.ts'
import type { SurveyEvent } from './survey.ts'
import type { Words } from './words.ts'

/** Everything the page may ask of the core. Arguments are checked against these schemas before a handler sees them. */

/** An opaque name for a file the user chose; belongs to one client and dies with it. */
export type FileHandle = string

export interface AppInfo {
  readonly version: string
  readonly host: 'desktop' | 'serve'
  /** The system's language, used at first start. */
  readonly language: 'en' | 'ko'
  readonly preferences: Preferences
}
export const preferencesSchema = z.looseObject({
  language: z.enum(['en', 'ko']).optional(),
  theme: z.enum(['system', 'light', 'dark']).optional(),
  scale: z.number().min(0.8).max(2).optional(),
  panels: z.record(z.string().max(100), z.array(z.number()).max(10)).optional(),
})
export type Preferences = z.infer<typeof preferencesSchema>

export interface PickedFile {
  readonly handle: FileHandle
  readonly name: string
  readonly bytes: number
}
export interface FolderEntry {
  readonly name: string
  readonly kind: 'folder' | 'project' | 'pack' | 'data'
  /** For files. */
  readonly handle?: FileHandle
  readonly bytes: number
  readonly modified: string
}
/** A folder under the serve root; `path` is relative to it, '' is the root itself. */
export interface Folder {
  readonly path: string
  readonly title: string
  readonly entries: readonly FolderEntry[]
}
export interface ExampleInfo {
  readonly id: string
  readonly title: Words
  readonly summary: Words
}
export interface RecentProject {
  readonly handle: FileHandle
  readonly name: string
  /** Where it is, for people: a path below the root or on disk. */
  readonly place: string
  readonly modified: string
}
/** A document the core holds open for this client. */
export interface OpenedProject {
  readonly docId: string
  readonly project: Project
  /** Whether `project` has edits that its file has not. */
  readonly edited: boolean
  /** Counts saves; a save names the revision it is based on. */
  readonly revision: number
  /** Null until first saved. */
  readonly place: string | null
  /** Where its runs are kept, for people. */
  readonly runsPlace: string
  readonly readOnly: boolean
  /** Unsaved edits from a session that ended without saving, to be offered back; `project` is without them. */
  readonly unsaved?: Project
}
/** A table in an archive. */
export interface ArchiveEntry {
  readonly name: string
  /** Unpacked; null when the archive does not say. */
  readonly bytes: number | null
}
export interface TablePreview {
  readonly profile: Pick<TableProfile, 'dialect' | 'badRows' | 'oddRows'> & {
    readonly columns: readonly { name: string; type: ColumnType }[]
  }
  readonly rows: readonly (readonly (string | null)[])[]
}
export type TableEvent =
  | { readonly kind: 'progress'; readonly bytes: number; readonly total: number }
  | { readonly kind: 'profile'; readonly profile: TableProfile; readonly file: string }
/** How rows of the first source find rows of another by equal keys. */
export interface JoinCounts {
  /** Rows of the first source: those that find a row, those that find none, those whose key is missing. */
  readonly rows: number
  readonly matched: number
  readonly unmatched: number
  readonly withoutKey: number
  /** Rows of the other source with a key that an earlier row has: they are never used. */
  readonly duplicates: number
  /** Other rows of it that no row finds. */
  readonly unused: number
  /** A few of them. */
  readonly duplicateKeys: readonly string[]
  readonly unmatchedKeys: readonly string[]
}
/** Packing: how far it is, then what was written; nothing is written when the user gave up choosing a place. */
export type PackEvent =
  | { readonly kind: 'progress'; readonly bytes: number; readonly total: number }
  | {
      readonly kind: 'done'
      readonly name: string
      readonly bytes: number
      /** Serve: address of the pack, good once. Desktop: absent, it is where the user chose. */
      readonly download?: string
    }
/** What is in a pack. */
export interface PackInfo {
  readonly name: string
  readonly tables: number
  readonly runs: number
  /** Unpacked. */
  readonly bytes: number
}
export type RunEvent =
  | { readonly kind: 'state'; readonly state: RunState; readonly problem?: Problem }
  | { readonly kind: 'training'; readonly event: TrainingEvent }
export interface RunSeries {
  readonly epochs: readonly EpochRecord[]
  readonly outputs: readonly string[]
  /** At most 2,000 rows of [step, total loss, each output's loss]. */
  readonly steps: Float32Array
}
interface ExportedFile {
  readonly name: string
  readonly bytes: number
}
export interface ExportResult {
  readonly name: string
  readonly files: readonly ExportedFile[]
  /** Largest difference between the exported model's answers and the run's own, on the proof's rows. */
  readonly proof: { readonly rows: number; readonly largestDifference: number }
  /** Serve: address of the zip, good once. Desktop: absent, the files are where the user chose. */
  readonly download?: string
}

const docId = z.string().min(1).max(100)
const runId = z.string().min(1).max(100)
const handle = z.string().min(1).max(200)
const name = z.string().min(1).max(200)
const path = z.string().max(4096)
const entry = z.string().min(1).max(4096)
const blockId = z.uuid()
const dialect = dialectSchema.partial()

const call = <A extends readonly unknown[]>(args: z.ZodType<A>) => ({
  returns: <R>(): Method<'call', A, R> => ({ kind: 'call', args }),
})
const stream = <A extends readonly unknown[]>(args: z.ZodType<A>) => ({
  of: <R>(): Method<'stream', A, R> => ({ kind: 'stream', args }),
})

const tableChoiceSchema = z.object({
  name,
  file: handle,
  entry: entry.optional(),
  dialect: dialect.optional(),
  targets: z
    .array(
      z.object({ column: z.string(), kind: z.enum(['number', 'binary', 'classes', 'labels']).optional() }),
    )
    .min(1)
    .max(20),
  inputs: z.array(z.string()).max(10_000).optional(),
})

export const contract = {
  appInfo: call(z.tuple([])).returns<AppInfo>(),
  setPreferences: call(z.tuple([preferencesSchema])).returns<void>(),
  listEngines: call(z.tuple([])).returns<readonly EngineInfo[]>(),

  // files: serve browses and uploads, desktop asks the system's dialogs
  browse: call(z.tuple([path])).returns<Folder>(),
  /** Serve: a handle for a file to be written in a folder below the root. */
  placeFile: call(z.tuple([path, name])).returns<PickedFile>(),
  /** Desktop: the system's dialog; null when the user cancelled. */
  pickFile: call(z.tuple([z.enum(['project', 'data'])])).returns<PickedFile | null>(),
  pickSave: call(z.tuple([z.enum(['project']), name])).returns<PickedFile | null>(),
  /** With a document, the file goes into the `data` folder of its project. */
  beginUpload: call(z.tuple([name, z.number().int().min(0), docId.optional()])).returns<{
    readonly upload: string
  }>(),
  uploadPart: call(z.tuple([handle, z.number().int().min(0), z.instanceof(Uint8Array)])).returns<void>(),
  endUpload: call(z.tuple([handle])).returns<PickedFile>(),
  cancelUpload: call(z.tuple([handle])).returns<void>(),

  // projects
  /** Desktop: project files the system asked to open, from the start of the app on. */
  openRequests: stream(z.tuple([])).of<PickedFile>(),
  listExamples: call(z.tuple([])).returns<readonly ExampleInfo[]>(),
  listRecent: call(z.tuple([])).returns<readonly RecentProject[]>(),
  newProject: call(z.tuple([])).returns<OpenedProject>(),
  newFromTable: call(z.tuple([tableChoiceSchema])).returns<OpenedProject>(),
  openExample: call(z.tuple([name])).returns<OpenedProject>(),
  openProject: call(z.tuple([handle])).returns<OpenedProject>(),
  /** Opens again what this browser tab had open before a reload, unsaved edits included. */
  reopenProject: call(z.tuple([docId])).returns<OpenedProject>(),
  /** Refused with `changedElsewhere` when the file is newer than `revision`, unless `overwrite`. */
  saveProject: call(
    z.tuple([docId, projectSchema, z.int().min(0), z.object({ overwrite: z.boolean() })]),
  ).returns<{ readonly revision: number }>(),
  saveProjectAs: call(
    z.tuple([docId, projectSchema, handle, z.object({ overwrite: z.boolean() })]),
  ).returns<OpenedProject>(),
  /** Packs the project, its data and these runs into one file. */
  packProject: stream(z.tuple([docId, projectSchema, z.array(runId).max(10_000)])).of<PackEvent>(),
  lookInPack: call(z.tuple([handle])).returns<PackInfo>(),
  /** Unpacks a pack into a new folder and opens it. Serve: below the folder of that path; desktop: asks where, null when the user cancelled. */
  openPack: call(z.tuple([handle, path])).returns<OpenedProject | null>(),
  /** Keeps unsaved edits safe from a crash. */
  journalProject: call(z.tuple([docId, projectSchema])).returns<void>(),
  closeProject: call(z.tuple([docId])).returns<void>(),

  // the user's own blocks
  listBlocks: call(z.tuple([])).returns<readonly BlockInfo[]>(),
  readBlock: call(z.tuple([blockId])).returns<SavedBlock>(),
  saveBlock: call(z.tuple([savedBlockSchema])).returns<BlockInfo>(),
  renameBlock: call(z.tuple([blockId, blockTitleSchema])).returns<BlockInfo>(),
  deleteBlock: call(z.tuple([blockId])).returns<void>(),

  // data
  /** The tables in a .zip or .gz; null when the file is no archive. */
  listEntries: call(z.tuple([handle])).returns<readonly ArchiveEntry[] | null>(),
  /** The first rows of a file, or of the table `entry` in an archive. */
  previewTable: call(z.tuple([handle, dialect, entry.optional()])).returns<TablePreview>(),
  /** Reads the whole file: progress, then its profile. */
  readTable: stream(z.tuple([handle, dialect, entry.optional()])).of<TableEvent>(),
  /** Reads a source of the open project. */
  readSource: stream(z.tuple([docId, projectSchema, z.string()])).of<TableEvent>(),
  /** Marks of the sources' files as they are now, by source id: another mark means a changed file, null a file that can't be read. */
  sourceStamps: call(z.tuple([docId, projectSchema])).returns<Readonly<Record<string, string | null>>>(),
  /** How a source that is joined by a key meets the first. */
  /** Takes the steps of the document on its data: one report. Leaving it ends the work. */
  trySteps: stream(z.tuple([docId, projectSchema])).of<StepReport>(),
  joinCounts: call(z.tuple([docId, projectSchema, z.string()])).returns<JoinCounts>(),
  /** The first 1,000 rows of a source of the open project, at once. */
  previewSource: call(z.tuple([docId, projectSchema, z.string()])).returns<TablePreview>(),
  /** Filters and sorts the rows of a source: progress, then how many rows are left. */
  viewSource: stream(z.tuple([docId, z.string(), tableViewSchema])).of<ViewEvent>(),
  /** Rows of a view, from a place in it on. */
  sourceRows: call(
    z.tuple([docId, z.string(), tableViewSchema, z.int().min(0), z.int().min(1).max(1000)]),
  ).returns<ViewRows>(),
  /** Where in a view a row of the source is, both counted from 0; null when a filter leaves it out. */
  placeOfRow: call(z.tuple([docId, z.string(), tableViewSchema, z.int().min(0)])).returns<number | null>(),
  /** Looks for a text in the cells of a view: progress, then the next cell that has it. */
  findInSource: stream(z.tuple([docId, z.string(), tableViewSchema, findQuerySchema])).of<FindEvent>(),
  /** Counts the rows of all sources as a run would divide them, and says what to be warned of. Leaving it ends the work. */
  surveyData: stream(z.tuple([docId, projectSchema])).of<SurveyEvent>(),
  /** Remembers that this user lets a source outside the project's folder be read (after `sourceOutside`). */
  allowSource: call(z.tuple([docId, projectSchema, z.string()])).returns<void>(),
  /** Names a file as a source of the open project; the page adds it to the document. */
  addSource: call(z.tuple([docId, handle])).returns<{ readonly file: string }>(),

  // runs
  startRun: call(z.tuple([docId, projectSchema])).returns<RunSummary>(),
  /** Everything of a run under way from now on, the state first; ends when the run does. */
  watchRun: stream(z.tuple([docId, runId])).of<RunEvent>(),
  stopRun: call(z.tuple([docId, runId])).returns<void>(),
  listRuns: call(z.tuple([docId])).returns<readonly RunSummary[]>(),
  getRun: call(z.tuple([docId, runId])).returns<Run>(),
  runSeries: call(z.tuple([docId, runId])).returns<RunSeries>(),
  deleteRun: call(z.tuple([docId, runId])).returns<void>(),
  predict: call(
    z.tuple([
      docId,
      runId,
      z.array(z.record(z.string(), z.union([z.string(), z.number(), z.null()]))).max(1000),
    ]),
  ).returns<readonly (readonly Answer[])[]>(),
  exportRun: call(z.tuple([docId, runId, z.enum(['tfjs'])])).returns<ExportResult | null>(),
} as const

export type AppContract = typeof contract
