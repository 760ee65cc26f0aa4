import { createHash } from 'node:crypto'
import {
  createReadStream,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { ProblemError } from '../../../shared/problems.ts'
import type { ColumnType, Dialect } from '../../../shared/table.ts'
import { readProblem } from '../files/fileProblem.ts'
import { storedFormat } from './storedTable.ts'

/** What decides, besides the file's bytes, on what is read from it. */
export interface ReadChoices {
  readonly dialect?: Partial<Dialect> | undefined
  readonly columnTypes?: Readonly<Record<string, ColumnType>> | undefined
}

const digest = (text: string): string => createHash('sha256').update(text).digest('hex')
const byName = (record: object | undefined): unknown[] =>
  Object.entries(record ?? {})
    .filter(([, value]) => value !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))

/** Names the choices by which something is read. */
export const choicesHash = ({ dialect, columnTypes }: ReadChoices): string =>
  digest(JSON.stringify([storedFormat, byName(dialect), byName(columnTypes)])).slice(0, 16)

/** The folder for a file of these bytes, read by these choices. */
export const storeDir = (cacheDir: string, sha256: string, choices: ReadChoices): string =>
  join(cacheDir, `${sha256}-${choicesHash(choices)}`)

/** Where it is remembered which bytes a file held while it had this path, size and times, or those of a table in it; to be asked before reading. */
export const memoryFile = (cacheDir: string, file: string, entry?: string): string | null => {
  try {
    const { size, mtimeNs, ctimeNs, ino } = statSync(file, { bigint: true })
    const key = digest(
      JSON.stringify([
        file,
        ...[size, mtimeNs, ctimeNs, ino].map(String),
        ...(entry === undefined ? [] : [entry]),
      ]),
    )
    return join(cacheDir, 'known', key)
  } catch {
    return null
  }
}

/** The hash that is remembered there; null when none is. */
export const rememberedHash = (memory: string | null): string | null => {
  try {
    const hash = memory === null ? '' : readFileSync(memory, 'utf8')
    return /^[0-9a-f]{64}$/.test(hash) ? hash : null
  } catch {
    return null
  }
}

/** Remembers the hash of a file's bytes. Failing to is no loss: the file is read once more. */
export const rememberHash = (memory: string | null, sha256: string): void => {
  if (memory === null) return
  try {
    mkdirSync(dirname(memory), { recursive: true })
    writeFileSync(memory, sha256)
  } catch {
    // Nothing depends on it.
  }
}

/** Whether any file read by these choices is stored, so that it is worth finding out a file's hash first. */
export const hasStored = (cacheDir: string, choices: ReadChoices): boolean => {
  try {
    const end = `-${choicesHash(choices)}`
    return readdirSync(cacheDir).some((name) => name.endsWith(end))
  } catch {
    return false
  }
}

/** The SHA-256 of a file's bytes, in hexadecimal. */
export const hashFile = async (file: string, signal: AbortSignal | undefined): Promise<string> => {
  const hash = createHash('sha256')
  try {
    for await (const block of createReadStream(file, { highWaterMark: 2 ** 20, signal }))
      hash.update(block as Buffer)
  } catch (error) {
    throw signal?.aborted ? new ProblemError('cancelled') : readProblem(error, file)
  }
  return hash.digest('hex')
}

/** Removes the least recently used stored tables until the rest take at most `mostBytes`; never the one to keep. */
export const trimCache = (cacheDir: string, keep: string, mostBytes: number): void => {
  const folders = readdirSync(cacheDir, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && /^[0-9a-f]{64}-/.test(entry.name))
    .map(({ name }) => ({ dir: join(cacheDir, name), used: usedAt(join(cacheDir, name)) }))
    .sort((a, b) => b.used - a.used)
  let bytes = 0
  for (const { dir } of folders) {
    bytes += sizeOf(dir)
    if (bytes > mostBytes && dir !== keep) rmSync(dir, { recursive: true, force: true })
  }
}

const usedAt = (dir: string): number => statSync(dir, { throwIfNoEntry: false })?.mtimeMs ?? 0
const sizeOf = (dir: string): number =>
  readdirSync(dir).reduce(
    (sum, name) => sum + (statSync(join(dir, name), { throwIfNoEntry: false })?.size ?? 0),
    0,
  )
