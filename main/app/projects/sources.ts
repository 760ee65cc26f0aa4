import { stat } from 'node:fs/promises'
import { isAbsolute, join, relative, resolve, sep } from 'node:path'
import { z } from 'zod'
import { ProblemError } from '../../../shared/problems.ts'
import type { Project, Source } from '../../../shared/project.ts'
import { isForbiddenPath, isWithin, realPath } from '../files/containment.ts'
import { readProblem } from '../files/fileProblem.ts'
import { hashFile } from '../files/hashFile.ts'
import { jsonFile } from '../files/jsonFile.ts'

/** Files outside their projects that this user allowed once: real path and SHA-256. */
export interface AllowedFiles {
  has(path: string): Promise<boolean>
  add(path: string): Promise<void>
}

const rememberLimit = 1000

/** Remembers allowed files in the app's own folder; a file whose bytes changed has to be allowed again. */
export function allowedFiles(appData: string): AllowedFiles {
  const file = jsonFile(join(appData, 'allowed.json'), z.record(z.string(), z.string()), {})
  return {
    async has(path) {
      const sha256 = (await file.read())[path]
      return sha256 !== undefined && sha256 === (await hashFile(path))
    },
    async add(path) {
      const sha256 = await hashFile(path)
      await file.change((known) => {
        const others = Object.entries(known).filter(([other]) => other !== path)
        return Object.fromEntries([...others, [path, sha256]].slice(-rememberLimit))
      })
    },
  }
}

/** Where a document's data may come from. */
export interface SourceScope {
  /** The folder that relative paths start from. */
  readonly home: string
  /** Files this user chose for this document. */
  readonly chosen: ReadonlySet<string>
  /** Serve: nothing outside this folder and `home` is read, allowed or not. */
  readonly root: string | null
}

/** The `/`-separated way from a folder to a file, as a document names it; absolute when there is no way (another drive). */
export const sourcePath = (home: string, path: string): string => {
  const way = relative(home, path)
  return (isAbsolute(way) ? path : way).split(sep).join('/')
}

/** The source of that id, the first when none is named. Throws `noData` or `sourceMissing`. */
export const findSource = (project: Project, id?: string): Source => {
  const { sources } = project.data
  const source = id === undefined ? sources[0] : sources.find((candidate) => candidate.id === id)
  if (!source)
    throw id === undefined ? new ProblemError('noData') : new ProblemError('sourceMissing', { source: id })
  return source
}

/** The absolute path that a source names, checked for nothing. */
export const namedPath = (home: string, source: Source): string => resolve(home, source.file)

/**
 * The path of a source that may be read: inside the project's folder, chosen by hand, or allowed before.
 * Throws `fileNotFound`, `sourceOutside` (may be allowed) or `outsideRoot` (never read).
 */
export async function readableSource(
  scope: SourceScope,
  source: Source,
  allowed: AllowedFiles,
): Promise<string> {
  const { file } = source
  if (isForbiddenPath(file)) throw new ProblemError('outsideRoot', { file })
  const path = namedPath(scope.home, source)
  const real = await realPath(path)
  if (isForbiddenPath(real)) throw new ProblemError('outsideRoot', { file })
  const found = await stat(real).catch((error: unknown) => {
    throw readProblem(error, file)
  })
  if (found.isDirectory()) throw new ProblemError('fileIsDirectory', { file })
  if (!found.isFile()) throw new ProblemError('outsideRoot', { file })
  const home = await realPath(scope.home)
  if (isWithin(home, real) || scope.chosen.has(real)) return path
  if (scope.root !== null && !isWithin(await realPath(scope.root), real))
    throw new ProblemError('outsideRoot', { file })
  if (await allowed.has(real)) return path
  throw new ProblemError('sourceOutside', { source: source.id, file })
}
