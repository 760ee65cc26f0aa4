import type { Answer, PredictPlan, RawRow } from '../../shared/engineContract.ts'
import type { Pipeline } from '../../shared/pipeline.ts'
import { columnFromCells } from '../../shared/prep/columnFromCells.ts'
import { decode } from '../../shared/prep/decode.ts'
import { ProblemError } from '../../shared/problems.ts'
import type { Column } from '../../shared/table.ts'
import type { Backend } from './backends/backend.ts'
import type { EngineHost } from './host.ts'
import { loadModel } from './loadModel.ts'
import { predictPart } from './train/evaluatePart.ts'
import { createPacer } from './train/pacer.ts'
import { inputFeeds } from './train/pipelineFeeds.ts'

const batchSize = 256

/** The columns of every input from raw rows. A row may leave a column out (missing); one that no row has is a mistake. */
const columnsOf = ({ inputs }: Pipeline, rows: readonly RawRow[]): Column[][] =>
  inputs.map(({ columns }) =>
    columns.map(({ column, fitted }) => {
      if (!rows.some((row) => Object.hasOwn(row, column))) throw new ProblemError('columnMissing', { column })
      const cells = rows.map((row) => (Object.hasOwn(row, column) ? (row[column] ?? null) : null))
      return columnFromCells(column, cells, fitted)
    }),
  )

/** What a saved model says of raw rows: for each row one answer an output. */
export const predict = async (
  plan: PredictPlan,
  host: EngineHost,
  backend: Backend,
): Promise<readonly (readonly Answer[])[]> => {
  if (plan.rows.length === 0) return []
  await backend.load(host)
  const { compiled, dispose, pipeline, limits } = await loadModel(host, plan.modelDir)
  try {
    const rows = Uint32Array.from(plan.rows, (_, row) => row)
    const inputs = inputFeeds(pipeline, columnsOf(pipeline, plan.rows), limits, rows.length, rows)
    const predicted = await predictPart({ compiled, inputs }, rows, batchSize, createPacer(host.yield))
    return plan.rows.map((_, row) =>
      pipeline.outputs.map(({ name, target }, output) => {
        const values = predicted[output] ?? new Float32Array()
        const width = values.length / rows.length
        const scores = Array.from(values.subarray(row * width, (row + 1) * width))
        return { output: name, value: decode(target.fitted, scores).value, scores }
      }),
    )
  } finally {
    dispose()
  }
}
