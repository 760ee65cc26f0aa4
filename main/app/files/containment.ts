import { realpath } from 'node:fs/promises'
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from 'node:path'
import { ProblemError } from '../../../shared/problems.ts'
import { isMissing } from './fileProblem.ts'

/** Whether `path` is `folder` or below it, by name alone. */
export const isWithin = (folder: string, path: string): boolean => {
  const way = relative(folder, path)
  return way === '' || !(way === '..' || way.startsWith(`..${sep}`) || isAbsolute(way))
}

/** Network, device and NUL paths: never opened, whoever names them. */
export const isForbiddenPath = (path: string): boolean =>
  path.includes('\0') ||
  /^[\\/]{2}/.test(path) ||
  /^\/(dev|proc|sys)(\/|$)/.test(path) ||
  (process.platform === 'win32' && /(^|[\\/])(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i.test(path))

/** Where a path really leads, links followed; what does not exist yet is taken by its deepest folder that does. */
export async function realPath(path: string): Promise<string> {
  try {
    return await realpath(path)
  } catch (error) {
    if (!isMissing(error) || dirname(path) === path) throw error
    return join(await realPath(dirname(path)), basename(path))
  }
}

/** The absolute path of a `/`-separated path below a root. Throws `outsideRoot` when it leads out, by `..` or by a link. */
export async function pathBelow(root: string, path: string): Promise<string> {
  const outside = new ProblemError('outsideRoot', { file: path })
  if (isForbiddenPath(path) || isAbsolute(path) || /^[a-zA-Z]:/.test(path)) throw outside
  const target = resolve(root, path)
  if (!isWithin(root, target)) throw outside
  if (!isWithin(await realPath(root), await realPath(target))) throw outside
  return target
}
