import { resolve } from 'node:path'
import { ProblemError } from '../../shared/problems.ts'
import { isForbiddenPath } from '../app/files/containment.ts'

/** The absolute path of something to be written; never on a device, where making folders may not end. Throws `writeFailed`. */
export function outPath(text: string): string {
  const path = resolve(text)
  if (isForbiddenPath(path)) throw new ProblemError('writeFailed', { file: path, cause: 'EPERM' })
  return path
}
