import { readFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const versionIn = (path: string): string => {
  const { version } = JSON.parse(readFileSync(path, 'utf8')) as { readonly version: string }
  return version
}

/** Where this copy of the program keeps its built parts: beside the bundle that runs, or in `out/` when run from source. */
export function builtPaths(): {
  readonly engine: string
  readonly datasetWorker: string
  readonly viewWorker: string
  /** What exports carry to take their steps. */
  readonly steps: string
  readonly page: string
  readonly examples: string
  readonly version: string
} {
  const here = dirname(fileURLToPath(import.meta.url))
  const parent = dirname(here)
  const out = basename(parent) === 'out' ? parent : join(dirname(parent), 'out')
  return {
    engine: join(out, 'engine', 'process.cjs'),
    datasetWorker: join(out, 'main', 'datasetWorker.js'),
    viewWorker: join(out, 'main', 'viewWorker.js'),
    steps: join(out, 'engine', 'steps.mjs'),
    page: join(out, 'renderer'),
    examples: join(dirname(out), 'examples'),
    version: versionIn(join(dirname(out), 'package.json')),
  }
}
