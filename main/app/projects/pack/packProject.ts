import { basename } from 'node:path'
import type { Project } from '../../../../shared/project.ts'
import { safeName } from '../../files/safeName.ts'
import { runFolder } from '../../runs/runFolder.ts'
import type { Services } from '../../services.ts'
import { readableSource, type SourceScope } from '../sources.ts'
import { writePack } from './writePack.ts'

/** A project as it is packed: where it is, and which of its runs come along. */
interface PackedProject {
  readonly project: Project
  readonly scope: SourceScope
  /** Its file; null while it has none. */
  readonly path: string | null
  readonly runsDir: string
  /** Ids. */
  readonly runs: readonly string[]
}

/** The name of a project's file, without its ending, as every system takes it. */
export const packStem = ({ path, project }: Pick<PackedProject, 'path' | 'project'>): string => {
  const name = path === null ? project.name : basename(path, '.loom')
  return name.trim() === '' ? 'project' : safeName(name)
}

/**
 * Packs a project with its data and some of its runs. Throws what reading its sources throws, `runNotFound`, and what
 * `writePack` throws.
 */
export async function packProject(
  { allowed }: Pick<Services, 'allowed'>,
  packed: PackedProject,
  to: string,
  options: Parameters<typeof writePack>[2],
): Promise<{ readonly bytes: number; readonly files: number }> {
  const { project, scope, runsDir } = packed
  const paths = new Map<string, string>()
  for (const source of project.data.sources)
    paths.set(source.id, await readableSource(scope, source, allowed))
  const runs = packed.runs.map((id) => runFolder(runsDir, id))
  return writePack(to, { project, stem: packStem(packed), paths, runs }, options)
}
