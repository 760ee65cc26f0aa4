import { constants } from 'node:fs'
import { access } from 'node:fs/promises'
import { basename, dirname, extname, join } from 'node:path'
import { hashOf } from '../files/hashFile.ts'

/** Where an untitled project keeps its data files. */
export const untitledHome = (appData: string, id: string): string => join(appData, 'untitled', id)

const canWrite = (folder: string): Promise<boolean> =>
  access(folder, constants.W_OK).then(
    () => true,
    () => false,
  )

/** Where the runs of a project file are kept: `name.runs` beside it, or in the app's own folder when that cannot be written. */
export async function runsDirOf(appData: string, path: string): Promise<string> {
  const beside = join(dirname(path), `${basename(path, extname(path))}.runs`)
  if ((await canWrite(dirname(path))) || (await canWrite(beside))) return beside
  return join(appData, 'untitled', `${hashOf(path).slice(0, 32)}.runs`)
}
