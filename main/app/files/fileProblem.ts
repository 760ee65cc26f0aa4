import { ProblemError } from '../../../shared/problems.ts'

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : ''

/** Whether a file operation failed because nothing is there. */
export const isMissing = (error: unknown): boolean => ['ENOENT', 'ENOTDIR'].includes(codeOf(error))

/** What a failed write means to a person: `diskFull` or `writeFailed`, with the path and the system's cause. */
export const writeProblem = (error: unknown, path: string): ProblemError => {
  if (error instanceof ProblemError) return error
  const code = codeOf(error)
  const cause = code || (error instanceof Error ? error.message : String(error))
  const full = code === 'ENOSPC' || code === 'EDQUOT'
  return new ProblemError(full ? 'diskFull' : 'writeFailed', { file: path, cause })
}

/** What a failed read means to a person: `fileNotFound`, `fileIsDirectory` or `fileNotReadable`, with the path. */
export const readProblem = (error: unknown, path: string): ProblemError => {
  if (error instanceof ProblemError) return error
  if (isMissing(error)) return new ProblemError('fileNotFound', { file: path })
  if (codeOf(error) === 'EISDIR') return new ProblemError('fileIsDirectory', { file: path })
  return new ProblemError('fileNotReadable', { file: path, cause: codeOf(error) || String(error) })
}
