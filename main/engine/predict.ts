import type { Answer, PredictPlan } from '../../shared/engineContract.ts'
import { decode } from '../../shared/prep/decode.ts'
import { columnsFromRaw } from '../../shared/prep/rawColumns.ts'
import { toProblem } from '../../shared/problems.ts'
import type { Backend } from './backends/backend.ts'
import type { EngineHost } from './host.ts'
import { type LoadedModel, loadModel } from './loadModel.ts'
import { predictPart } from './train/evaluatePart.ts'
import { createPacer } from './train/pacer.ts'
import { inputFeeds } from './train/pipelineFeeds.ts'

const batchSize = 256

/** The rows that can be encoded, and their feeds; the first that can't is thrown unless bad ones are skipped. */
const answerable = (
  { rows, skipBad }: PredictPlan,
  { pipeline, limits }: Pick<LoadedModel, 'pipeline' | 'limits'>,
) => {
  const columns = columnsFromRaw(pipeline, rows)
  let wanted = Uint32Array.from(rows, (_, row) => row)
  for (;;) {
    try {
      return { rows: wanted, inputs: inputFeeds(pipeline, columns, limits, rows.length, wanted) }
    } catch (error) {
      const place = toProblem(error).values?.['row']
      if (!skipBad || typeof place !== 'number') throw error
      wanted = wanted.filter((row) => row !== place - 1)
    }
  }
}

/** What a saved model says of raw rows: for each row one answer an output, none for a row that was skipped. */
export const predict = async (
  plan: PredictPlan,
  host: EngineHost,
  backend: Backend,
): Promise<readonly (readonly Answer[])[]> => {
  if (plan.rows.length === 0) return []
  await backend.load(host)
  const loaded = await loadModel(host, plan.modelDir, plan.plain)
  const { compiled, pipeline, dispose } = loaded
  try {
    const { rows, inputs } = answerable(plan, loaded)
    const predicted = await predictPart({ compiled, inputs }, rows, batchSize, createPacer(host.yield))
    const answers: Answer[][] = plan.rows.map(() => [])
    for (const [place, row] of rows.entries())
      answers[row] = pipeline.outputs.map(({ name, target }, output) => {
        const values = predicted[output] ?? new Float32Array()
        const width = values.length / rows.length
        const scores = Array.from(values.subarray(place * width, (place + 1) * width))
        return { output: name, value: decode(target.fitted, scores).value, scores }
      })
    return answers
  } finally {
    dispose()
  }
}
