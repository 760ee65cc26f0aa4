import { mkdir, readFile, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { ExportResult } from '../../../shared/contract.ts'
import { ownLayersFile, stepsFile } from '../../../shared/engineContract.ts'
import { pipelineSchema } from '../../../shared/pipeline.ts'
import { ProblemError, toProblem } from '../../../shared/problems.ts'
import { builtPaths } from '../builtPaths.ts'
import type { Engines, EngineSession } from '../engines/engines.ts'
import { readProblem, writeProblem } from '../files/fileProblem.ts'
import { copySafely, writeSafely } from '../files/writeSafely.ts'
import { modelFolder } from '../runs/runFolder.ts'
import type { FoundRun } from '../runs/runs.ts'
import { proveModel } from './proveModel.ts'
import { exportReadme } from './readme.ts'

const copied = ['model.json', 'weights.bin', 'layerloom.json']
/** An export whose answers differ by more from the run's is not handed out. */
const tolerance = 1e-4

/** Does something in an engine process of its own. */
async function inFreshProcess<T>(engines: Engines, use: (session: EngineSession) => Promise<T>): Promise<T> {
  const session = engines.start()
  try {
    return await use(session)
  } catch (error) {
    throw toProblem(error).code === 'closed' ? new ProblemError('engineDied') : error
  } finally {
    await session.close()
  }
}

/**
 * Exports a trained run as a tfjs LayersModel into `outDir` (made when absent; files of those names are replaced), and
 * proves it: a fresh process loads what was written as plain tfjs does and answers the run's own rows. Throws
 * `runNotFinished`, write problems and `exportUnverified`; then nothing is left.
 */
export async function exportTfjs(
  engines: Engines,
  { dir, run }: FoundRun,
  outDir: string,
): Promise<Pick<ExportResult, 'files' | 'proof'>> {
  const { result, engine } = run
  if (!result) throw new ProblemError('runNotFinished')
  const model = modelFolder(dir)
  const text = await readFile(join(model, 'layerloom.json'), 'utf8').catch((error: unknown) => {
    throw readProblem(error, join(model, 'layerloom.json'))
  })
  const pipeline = pipelineSchema.parse(JSON.parse(text))
  const made = await mkdir(outDir, { recursive: true }).catch((error: unknown) => {
    throw writeProblem(error, outDir)
  })
  const names = [...copied, ...(pipeline.steps ? [stepsFile] : []), 'README.txt']
  try {
    for (const name of copied) await copySafely(join(model, name), join(outDir, name))
    if (pipeline.steps) await copySafely(builtPaths().steps, join(outDir, stepsFile))
    const proof = await inFreshProcess(engines, async (session) => {
      const layers = await session.client.ownLayers({ modelDir: outDir, engine: engine.id })
      if (layers !== null) {
        names.push(ownLayersFile)
        await writeSafely(join(outDir, ownLayersFile), layers)
      }
      await writeSafely(join(outDir, 'README.txt'), exportReadme(pipeline, layers !== null))
      return proveModel(session, outDir, engine.id, pipeline, result.predictions)
    })
    if (!(proof.largestDifference <= tolerance))
      throw new ProblemError('exportUnverified', { difference: proof.largestDifference })
    const files = await Promise.all(
      names.map(async (name) => ({ name, bytes: (await stat(join(outDir, name))).size })),
    )
    return { files, proof }
  } catch (error) {
    if (made) await rm(outDir, { recursive: true, force: true })
    else await Promise.all(names.map((name) => rm(join(outDir, name), { force: true })))
    throw error
  }
}
