import { openSync, readSync, statSync } from 'node:fs'
import { ProblemError } from '../../../../shared/problems.ts'
import { readProblem } from '../../files/fileProblem.ts'

/** A data file open for reading. */
export interface SourceFile {
  readonly fd: number
  readonly bytes: number
}

/** Runs a file operation and says what was wrong with the file when it fails; bugs pass unchanged. */
export const reading = <T>(file: string, work: () => T): T => {
  try {
    return work()
  } catch (error) {
    throw error instanceof Error && 'code' in error ? readProblem(error, file) : error
  }
}

/** Opens a data file; refuses directories, devices and empty files. */
export const openSource = (file: string): SourceFile =>
  reading(file, () => {
    // Looked at before it is opened, for opening a pipe would wait for a writer.
    const stat = statSync(file)
    if (stat.isDirectory()) throw new ProblemError('fileIsDirectory', { file })
    if (!stat.isFile()) throw new ProblemError('fileNotReadable', { file, cause: 'not a file' })
    if (stat.size === 0) throw new ProblemError('fileEmpty', { file })
    return { fd: openSync(file, 'r'), bytes: stat.size }
  })

const firstHead = 512 * 1024
const longestHead = 8 * 2 ** 20

/** The file's first bytes: half a MiB, or more where its first lines are longer; refuses a file of one endless line. */
export const readHead = (file: string, source: SourceFile): Buffer => {
  for (let size = firstHead; ; size *= 4) {
    const head = Buffer.alloc(Math.min(size, source.bytes))
    const length = reading(file, () => readSync(source.fd, head, 0, head.length, 0))
    const read = head.subarray(0, length)
    if (length < size || hasLines(read, 3)) return read
    if (size < longestHead) continue
    if (hasLines(read, 1)) return read
    throw new ProblemError('notATable', { file, kind: 'endlessLine', line: 1 })
  }
}

const hasLines = (bytes: Buffer, lines: number): boolean =>
  [10, 13].some((end) => hasBytes(bytes, end, lines))

const hasBytes = (bytes: Buffer, byte: number, times: number): boolean => {
  let at = -1
  for (let time = 0; time < times; time++) {
    at = bytes.indexOf(byte, at + 1)
    if (at < 0) return false
  }
  return true
}
