import { statSync } from 'node:fs'
import { extname, isAbsolute, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

/** Network and device paths reach other computers or devices: never opened from outside the app. */
const isElsewhere = (path: string): boolean =>
  /^[\\/]{2}/.test(path) || /^[\\/]*[?.][\\/]/.test(path.slice(1))

const isFile = (path: string): boolean => {
  try {
    return statSync(path).isFile()
  } catch {
    return false
  }
}

const asPath = (argument: string): string => {
  if (!argument.startsWith('file:')) return argument
  try {
    return fileURLToPath(argument)
  } catch {
    return ''
  }
}

const isProject = (path: string): boolean => ['.loom', '.loompack'].includes(extname(path).toLowerCase())

/** Project files and packs named on a command line, absolute; everything else there is ignored, for it may come from anywhere. */
export const projectPaths = (argv: readonly string[], folder: string): string[] =>
  argv
    .filter((argument) => !argument.startsWith('-') && !argument.includes('\0'))
    .map(asPath)
    .filter((path) => path !== '' && !/[\\/]$/.test(path) && !isElsewhere(path) && isProject(path))
    .map((path) => (isAbsolute(path) ? path : resolve(folder, path)))
    .filter(isFile)
