import { readFile, stat } from 'node:fs/promises'
import { parseProject, serializeProject } from '../../../shared/openProject.ts'
import { ProblemError } from '../../../shared/problems.ts'
import type { Project } from '../../../shared/project.ts'
import { isMissing, readProblem } from '../files/fileProblem.ts'
import { hashOf } from '../files/hashFile.ts'
import { writeSafely } from '../files/writeSafely.ts'

/** Largest project file that is read, in bytes. */
const sizeLimit = 256 * 2 ** 20

/** What a file held when it was last read or written; null when there was none. */
export type FileStamp = string | null

/** A project with the stamp of the bytes it came from. */
export interface ProjectFile {
  readonly project: Project
  readonly stamp: FileStamp
}

const readBytes = async (path: string): Promise<Buffer> => {
  try {
    const { size } = await stat(path)
    if (size > sizeLimit) throw new ProblemError('projectTooLarge', { found: size, limit: sizeLimit })
    return await readFile(path)
  } catch (error) {
    throw readProblem(error, path)
  }
}

/** The stamp of what a path holds now. */
export const stampOf = async (path: string): Promise<FileStamp> => {
  try {
    return hashOf(await readFile(path))
  } catch (error) {
    if (isMissing(error)) return null
    throw readProblem(error, path)
  }
}

/** Reads a project file. Throws read problems and what `parseProject` throws. */
export async function readProjectFile(path: string): Promise<ProjectFile> {
  const bytes = await readBytes(path)
  return { project: parseProject(bytes.toString('utf8')), stamp: hashOf(bytes) }
}

const isGood = (path: string): Promise<boolean> =>
  readProjectFile(path).then(
    () => true,
    () => false,
  )

/** Writes a project file; what was there stays as `.bak` when it was a readable project. Throws write problems. */
export async function writeProjectFile(path: string, project: Project): Promise<FileStamp> {
  const text = serializeProject(project)
  await writeSafely(path, text, { backup: await isGood(path) })
  return hashOf(text)
}
