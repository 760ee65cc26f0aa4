import type { Dirent } from 'node:fs'
import { mkdir, readdir, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import type { Folder, FolderEntry } from '../../../shared/contract.ts'
import { endingOf, isTableName } from '../../../shared/dataFiles.ts'
import { pathBelow } from './containment.ts'
import { readProblem } from './fileProblem.ts'
import type { Handles } from './handles.ts'

const limit = 5000

/** What a file is to this app, by its name; null is nothing to show. */
const kindOf = (entry: Dirent): FolderEntry['kind'] | null => {
  if (entry.name.startsWith('.')) return null
  if (entry.isDirectory()) return entry.name.endsWith('.runs') ? null : 'folder'
  if (!entry.isFile()) return null
  if (endingOf(entry.name) === 'loom') return 'project'
  if (endingOf(entry.name) === 'loompack') return 'pack'
  return isTableName(entry.name) ? 'data' : null
}

/** Folders first, then files, each in order of name; what is no folder, project or data file is left out, links too. */
export async function browse(root: string, path: string, handles: Handles): Promise<Folder> {
  await mkdir(root, { recursive: true })
  const folder = await pathBelow(root, path)
  const found = await readdir(folder, { withFileTypes: true }).catch((error: unknown) => {
    throw readProblem(error, path)
  })
  const entries: FolderEntry[] = []
  for (const entry of found.slice(0, limit)) {
    const kind = kindOf(entry)
    const full = join(folder, entry.name)
    const stats = kind && (await stat(full).catch(() => null))
    if (!kind || !stats) continue
    const base = { name: entry.name, kind, bytes: stats.size, modified: stats.mtime.toISOString() }
    entries.push(kind === 'folder' ? base : { ...base, handle: handles.give({ kind: 'file', path: full }) })
  }
  const order = (entry: FolderEntry) => (entry.kind === 'folder' ? 0 : 1)
  entries.sort((a, b) => order(a) - order(b) || a.name.localeCompare(b.name))
  return { path, title: basename(folder), entries }
}
