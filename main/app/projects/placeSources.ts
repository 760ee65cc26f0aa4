import { mkdir, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import type { Project } from '../../../shared/project.ts'
import { isWithin, realPath } from '../files/containment.ts'
import { hashFile } from '../files/hashFile.ts'
import { freeName } from '../files/safeName.ts'
import { copySafely } from '../files/writeSafely.ts'
import type { OpenDocument } from './openDocument.ts'
import { type AllowedFiles, namedPath, sourcePath } from './sources.ts'

/** A project whose source paths start from another folder. */
interface PlacedProject {
  readonly project: Project
  /** Files it names outside that folder which this user chose. */
  readonly chosen: readonly string[]
}

async function copyBeside(from: string, home: string): Promise<string> {
  const folder = join(home, 'data')
  await mkdir(folder, { recursive: true })
  const wanted = join(folder, basename(from))
  const same = await Promise.all([hashFile(wanted), hashFile(from)]).then(
    ([a, b]) => a === b,
    () => false,
  )
  if (same) return wanted
  const to = join(folder, await freeName(folder, basename(from)))
  await copySafely(from, to)
  return to
}

const isReadable = async (document: OpenDocument, path: string): Promise<boolean> => {
  const real = await realPath(path)
  const there = await stat(real).then(
    (found) => found.isFile(),
    () => false,
  )
  return there && (isWithin(await realPath(document.home), real) || document.chosen.has(real))
}

/**
 * The project as it reads from another folder. Data files of an untitled project are copied into `data/` there unless they
 * lie below it already; those of a saved one stay where they are and are reached by a longer way.
 */
export async function placeSources(
  document: OpenDocument,
  project: Project,
  home: string,
  allowed: AllowedFiles,
): Promise<PlacedProject> {
  const chosen: string[] = []
  const sources = []
  for (const source of project.data.sources) {
    const from = namedPath(document.home, source)
    const own = await isReadable(document, from)
    const copy = own && document.path === null && !isWithin(home, from)
    const path = copy ? await copyBeside(from, home) : from
    // What this user could read before must not need asking again.
    if (own && !isWithin(home, path)) {
      chosen.push(path)
      await allowed.add(await realPath(path))
    }
    sources.push({ ...source, file: sourcePath(home, path) })
  }
  return { project: { ...project, data: { ...project.data, sources } }, chosen }
}
