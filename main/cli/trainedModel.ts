import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Pipeline, pipelineSchema } from '../../shared/pipeline.ts'
import { kindOf } from '../../shared/prep/encodingKinds.ts'
import { rawColumns } from '../../shared/prep/rawColumns.ts'
import { ProblemError, toProblem } from '../../shared/problems.ts'
import type { ColumnType, Dialect } from '../../shared/table.ts'
import { readingOf } from '../app/projects/sourceTables.ts'
import { modelFolder } from '../app/runs/runFolder.ts'
import type { Workbench } from '../app/workbench.ts'

/** A trained model on disk, and how tables for it are read. */
export interface TrainedModel {
  readonly modelDir: string
  readonly engine: string
  readonly pipeline: Pipeline
  readonly reading: {
    readonly dialect?: Partial<Dialect>
    readonly columnTypes: Readonly<Record<string, ColumnType>>
  }
}

/** Finds the model in the folder of a run or of an export. Throws `runNotFound` or `runNotFinished`. */
export async function trainedModel(workbench: Workbench, dir: string): Promise<TrainedModel> {
  const exported = await readPipeline(dir)
  if (exported)
    return { modelDir: dir, engine: 'auto', pipeline: exported, reading: { columnTypes: typesOf(exported) } }
  const { run } = await workbench.openRun(dir)
  const modelDir = modelFolder(dir)
  const pipeline = await readPipeline(modelDir)
  if (!pipeline) throw new ProblemError('runNotFinished')
  const [first] = run.document.data.sources
  const { dialect } = first ? readingOf(first) : {}
  const reading = { ...(dialect ? { dialect } : {}), columnTypes: typesOf(pipeline) }
  return { modelDir, engine: run.engine.id, pipeline, reading }
}

const readPipeline = async (dir: string): Promise<Pipeline | null> => {
  const path = join(dir, 'layerloom.json')
  const text = await readFile(path, 'utf8').catch(() => null)
  if (text === null) return null
  try {
    return pipelineSchema.parse(JSON.parse(text))
  } catch (error) {
    throw new ProblemError('notAProject', { path, why: toProblem(error).code })
  }
}

/** Types that make a table's cells what the model was trained on; a column of codes such as 1, 2, 3 may be either. */
const typesOf = (pipeline: Pipeline): Readonly<Record<string, ColumnType>> =>
  Object.fromEntries(
    rawColumns(pipeline).flatMap(({ column, kind, fitted }) => {
      const type = fitted ? kindOf(fitted).columnType(fitted) : kind
      return type ? [[column, type] as const] : []
    }),
  )
