import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

/** The repository's folder. */
export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..')

/** Holds the hash of the sources that out/ was built from. */
export const stampFile = path.join(root, 'out', '.sources')

const inputs = [
  'main',
  'renderer',
  'shared',
  'build/build.mjs',
  'build/entries.mjs',
  'vite.config.ts',
  'package.json',
  'package-lock.json',
]
const isSource = (file) => !/\.test\.tsx?$|\.test-support\.ts$/.test(file)

const filesBelow = (relative) => {
  const full = path.join(root, relative)
  if (!fs.statSync(full).isDirectory()) return [relative]
  return fs
    .readdirSync(full, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)))
    .filter(isSource)
    .sort()
}

/** Hash of every file the build reads: names and bytes. */
export function sourcesHash() {
  const hash = createHash('sha256')
  for (const input of inputs)
    for (const file of filesBelow(input)) {
      hash.update(`${file}\0`)
      hash.update(fs.readFileSync(path.join(root, file)))
    }
  return hash.digest('hex')
}

/** Whether out/ was built from the sources as they are now. */
export function isBuilt() {
  try {
    return fs.readFileSync(stampFile, 'utf8') === sourcesHash()
  } catch {
    return false
  }
}
