import { z } from 'zod'
import { isTableName } from '../../../../shared/dataFiles.ts'
import { safeName } from '../../files/safeName.ts'

/** What a pack says of itself, in its last entry. */
export const manifestName = 'layerloom-pack.json'
export const packFormat = 1

/** How much a pack may hold: what people hand out, and no bomb. */
export const packLimits = {
  files: 10_000,
  /** Of everything together, unpacked: what a zip without 64-bit sizes can hold. */
  bytes: 4 * 2 ** 30 - 2 ** 24,
  manifest: 8 * 2 ** 20,
  /** Of a JSON file: projects, manifests of runs, models. */
  json: 64 * 2 ** 20,
  /** Of all JSON files together, which are checked in memory. */
  allJson: 256 * 2 ** 20,
  /** Above `freeBytes`, at most so many bytes may come out of each one in the pack. */
  growth: 200,
  freeBytes: 16 * 2 ** 20,
  /** Nesting of a JSON file's objects and lists. */
  nesting: 200,
} as const

export const manifestSchema = z.looseObject({
  format: z.int().min(1),
  /** Name of the project file, at the top. */
  project: z.string().min(1).max(200),
  files: z
    .array(
      z.looseObject({
        path: z.string().min(1).max(1000),
        bytes: z.int().min(0),
        sha256: z.string().regex(/^[0-9a-f]{64}$/),
      }),
    )
    .max(packLimits.files),
})
export type PackManifest = z.infer<typeof manifestSchema>

const runParts: readonly string[] = [
  'run.json',
  'metrics.jsonl',
  'steps.f32',
  'model/model.json',
  'model/weights.bin',
  'model/layerloom.json',
]
/** The files of a run's folder that a pack holds. */
export const runFiles = runParts

const runId = /^[0-9A-Za-z][0-9A-Za-z_-]{0,99}$/

/** Whether every system takes the name as it is: safeName would change nothing. */
const isSafe = (name: string): boolean => {
  try {
    return name !== '' && safeName(name) === name
  } catch {
    return false
  }
}

/** A name for a table that every system takes, with an ending of a table. Throws `nameInvalid`. */
export const safeTableName = (asked: string): string => {
  const name = safeName(asked)
  return isTableName(name) ? name : safeName(`${name}.txt`)
}

/** The project's name without its ending; null for what is no name of a project file. */
export const stemOf = (project: string): string | null =>
  project.endsWith('.loom') && isSafe(project) && !project.startsWith('.') ? project.slice(0, -5) : null

/**
 * Whether a pack with a project of this name may hold a file of this path: the project, tables in `data`, and the known
 * files of runs. Nothing else is ever written, so a path can't lead anywhere.
 */
export const isPackPath = (stem: string, path: string): boolean => {
  if (path === `${stem}.loom`) return true
  const [top, name = '', ...rest] = path.split('/')
  if (top === 'data') return rest.length === 0 && isSafe(name) && isTableName(name)
  return top === `${stem}.runs` && runId.test(name) && runParts.includes(rest.join('/'))
}
