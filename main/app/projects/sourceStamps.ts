import { stat } from 'node:fs/promises'
import type { Project, Source } from '../../../shared/project.ts'
import { type AllowedFiles, readableSource, type SourceScope } from './sources.ts'

/** Size and times of a source's file, which change with its content; null when it may not or cannot be read. */
async function stampOfSource(
  scope: SourceScope,
  source: Source,
  allowed: AllowedFiles,
): Promise<string | null> {
  try {
    const { size, mtimeMs, ctimeMs, ino } = await stat(await readableSource(scope, source, allowed))
    return [size, mtimeMs, ctimeMs, ino].join(' ')
  } catch {
    return null
  }
}

/** Marks of every source's file, by source id. Nothing is read: it costs a look at each file. */
export async function sourceStamps(
  scope: SourceScope,
  { data }: Project,
  allowed: AllowedFiles,
): Promise<Readonly<Record<string, string | null>>> {
  const stamps = await Promise.all(
    data.sources.map(async (source) => [source.id, await stampOfSource(scope, source, allowed)] as const),
  )
  return Object.fromEntries(stamps)
}
