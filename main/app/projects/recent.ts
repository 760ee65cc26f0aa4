import { stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { z } from 'zod'
import { jsonFile } from '../files/jsonFile.ts'

/** Projects opened or saved lately, newest first. */
export interface Recent {
  add(path: string): Promise<void>
  list(): Promise<readonly { readonly path: string; readonly name: string; readonly modified: string }[]>
}

const limit = 30

/** Remembers recent projects in the app's own folder; those that are gone are left out. */
export function createRecent(appData: string): Recent {
  const file = jsonFile(join(appData, 'recent.json'), z.array(z.string()), [])
  return {
    async add(path) {
      await file.change((paths) => [path, ...paths.filter((other) => other !== path)].slice(0, limit))
    },
    async list() {
      const paths = await file.read()
      const found = await Promise.all(
        paths.map(async (path) => {
          const stats = await stat(path).catch(() => null)
          return stats?.isFile()
            ? { path, name: basename(path, '.loom'), modified: stats.mtime.toISOString() }
            : null
        }),
      )
      return found.filter((project) => project !== null)
    },
  }
}
