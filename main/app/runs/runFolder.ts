import { appendFile, mkdir, readdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { ProblemError } from '../../../shared/problems.ts'
import { type EpochRecord, epochSchema, type Run, runSchema } from '../../../shared/run.ts'
import { writeProblem } from '../files/fileProblem.ts'
import { writeSafely } from '../files/writeSafely.ts'

const manifest = 'run.json'
const metrics = 'metrics.jsonl'
const steps = 'steps.f32'
const idPattern = /^[0-9A-Za-z][0-9A-Za-z_-]{0,99}$/

/** The folder of a run below its project's runs. Throws `runNotFound` for what cannot be a run's id. */
export const runFolder = (runsDir: string, runId: string): string => {
  if (!idPattern.test(runId)) throw new ProblemError('runNotFound')
  return join(runsDir, runId)
}

/** Where a run keeps its trained model: model.json, weights.bin and layerloom.json. */
export const modelFolder = (runDir: string): string => join(runDir, 'model')

/** Reads a run's manifest. Throws `runNotFound`. */
export async function readRun(runDir: string): Promise<Run> {
  try {
    return runSchema.parse(JSON.parse(await readFile(join(runDir, manifest), 'utf8')))
  } catch {
    throw new ProblemError('runNotFound')
  }
}

/** Writes a run's manifest, making its folder when absent. Throws write problems. */
export async function writeRun(runDir: string, run: Run): Promise<void> {
  await mkdir(runDir, { recursive: true }).catch((error: unknown) => {
    throw writeProblem(error, runDir)
  })
  await writeSafely(join(runDir, manifest), `${JSON.stringify(run, null, 2)}\n`)
}

/** The manifests in a folder of runs, by number; what is no run is passed over. */
export async function listRunFolders(
  runsDir: string,
): Promise<readonly { readonly dir: string; readonly run: Run }[]> {
  const names = await readdir(runsDir).catch(() => [])
  const dirs = names.filter((name) => idPattern.test(name)).map((name) => join(runsDir, name))
  const found = await Promise.all(
    dirs.map(async (dir) => ({ dir, run: await readRun(dir).catch(() => null) })),
  )
  return found
    .flatMap(({ dir, run }) => (run ? [{ dir, run }] : []))
    .sort((a, b) => a.run.number - b.run.number || a.run.createdAt.localeCompare(b.run.createdAt))
}

/** Deletes a run's folder and everything in it. */
export const removeRunFolder = (runDir: string): Promise<void> => rm(runDir, { recursive: true, force: true })

/** Removes everything a run left in its folder, and nothing else; a folder without a run stays as it is. */
export async function clearRunFolder(runDir: string): Promise<void> {
  const run = await readRun(runDir).catch(() => null)
  if (!run) return
  for (const name of [metrics, steps, 'checkpoints', 'model', manifest])
    await rm(join(runDir, name), { recursive: true, force: true })
}

/** Adds an epoch to a run's record. Throws write problems. */
export const appendEpoch = (runDir: string, record: EpochRecord): Promise<void> =>
  appendFile(join(runDir, metrics), `${JSON.stringify(record)}\n`).catch((error: unknown) => {
    throw writeProblem(error, join(runDir, metrics))
  })

/** Adds step records of `width` numbers each to a run's record. Throws write problems. */
export const appendSteps = (runDir: string, records: Float32Array): Promise<void> =>
  appendFile(join(runDir, steps), Buffer.from(records.buffer, records.byteOffset, records.byteLength)).catch(
    (error: unknown) => {
      throw writeProblem(error, join(runDir, steps))
    },
  )

/** The epochs a run recorded; a torn last line is ignored. */
export async function readEpochs(runDir: string): Promise<readonly EpochRecord[]> {
  const text = await readFile(join(runDir, metrics), 'utf8').catch(() => '')
  return text
    .split('\n')
    .slice(0, -1)
    .flatMap((line) => {
      try {
        const parsed = epochSchema.safeParse(JSON.parse(line))
        return parsed.success ? [parsed.data] : []
      } catch {
        return []
      }
    })
}

/** Path of a run's step records: Float32 little-endian, `[step, total, outputs…]` each. */
export const stepsFile = (runDir: string): string => join(runDir, steps)
