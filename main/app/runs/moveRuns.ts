import { cp, mkdir, rename, rm, rmdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { writeProblem } from '../files/fileProblem.ts'

/** Moves a folder, also to another disk: there it is whole before the old one goes. */
export async function moveFolder(from: string, to: string): Promise<void> {
  try {
    await mkdir(dirname(to), { recursive: true })
    await rename(from, to)
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EXDEV')) throw writeProblem(error, to)
    const partial = join(dirname(to), `.${Date.now()}.moving`)
    try {
      await cp(from, partial, { recursive: true, errorOnExist: true })
      await rename(partial, to)
    } catch (cause) {
      await rm(partial, { recursive: true, force: true })
      throw writeProblem(cause, to)
    }
    await rm(from, { recursive: true, force: true })
  }
}

/** Removes a folder that has become empty; any other stays. */
export const removeIfEmpty = (folder: string): Promise<void> => rmdir(folder).catch(() => {})
