import { readdirSync, rmSync, statSync, utimesSync } from 'node:fs'
import { join } from 'node:path'

/** Where unpacked tables are kept. */
export const unpackedDir = (cacheDir: string): string => join(cacheDir, 'unpacked')

/** The unpacked table of that hash, marked as used; null when it is not kept. */
export const findUnpacked = (cacheDir: string, sha256: string): string | null => {
  const path = join(unpackedDir(cacheDir), sha256)
  try {
    const now = new Date()
    utimesSync(path, now, now)
    return path
  } catch {
    return null
  }
}

/** Removes the least recently used unpacked tables until the rest take at most `mostBytes`; never the one to keep. */
export const trimUnpacked = (cacheDir: string, keep: string, mostBytes: number): void => {
  const dir = unpackedDir(cacheDir)
  removeUnfinished(dir)
  const files = readdirSync(dir)
    .filter((name) => /^[0-9a-f]{64}$/.test(name))
    .flatMap((name) => {
      const stat = statSync(join(dir, name), { throwIfNoEntry: false })
      return stat ? [{ path: join(dir, name), bytes: stat.size, used: stat.mtimeMs }] : []
    })
    .sort((a, b) => b.used - a.used)
  let bytes = 0
  for (const file of files) {
    bytes += file.bytes
    if (bytes > mostBytes && file.path !== keep) rmSync(file.path, { force: true })
  }
}

const day = 24 * 60 * 60_000

/** Removes what a process left that was ended while it unpacked. */
const removeUnfinished = (dir: string): void => {
  for (const name of readdirSync(dir)) {
    if (!name.endsWith('.tmp')) continue
    const stat = statSync(join(dir, name), { throwIfNoEntry: false })
    if (stat && Date.now() - stat.mtimeMs > day) rmSync(join(dir, name), { force: true })
  }
}
