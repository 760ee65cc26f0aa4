import type { Answer, PredictPlan, RawRow } from '../../shared/engineContract.ts'
import type { Pipeline } from '../../shared/pipeline.ts'
import { columnFromCells } from '../../shared/prep/columnFromCells.ts'
import { decode } from '../../shared/prep/decode.ts'
import { columnsFromRaw } from '../../shared/prep/rawColumns.ts'
import { reachedRows, windowReach } from '../../shared/prep/windows/reach.ts'
import { createTimeline, type Timeline } from '../../shared/prep/windows/timeline.ts'
import { ProblemError, toProblem } from '../../shared/problems.ts'
import type { Backend } from './backends/backend.ts'
import type { EngineHost } from './host.ts'
import { type LoadedModel, loadModel } from './loadModel.ts'
import { predictPart } from './train/evaluatePart.ts'
import { createPacer } from './train/pacer.ts'
import { inputFeeds } from './train/pipelineFeeds.ts'

const batchSize = 256

/** Rows as they come are in order of time; null for a model that takes each by itself. */
const timelineOf = ({ inputs, order }: Pipeline, rows: readonly RawRow[]): Timeline | null => {
  if (!inputs.some(({ window }) => window)) return null
  const name = order?.group
  if (name === undefined || !rows.some((row) => Object.hasOwn(row, name)))
    return createTimeline(rows.length, {})
  const cells = rows.map((row) => (Object.hasOwn(row, name) ? (row[name] ?? null) : null))
  return createTimeline(rows.length, { group: columnFromCells(name, cells, 'text') })
}

/** The columns of every input, and the rows with a cell that is no number where one is needed: thrown unless they are skipped. */
const readableColumns = (pipeline: Pipeline, rows: readonly RawRow[], skipBad: boolean) => {
  const unreadable = new Set<number>()
  let known = rows
  for (;;) {
    try {
      return { columns: columnsFromRaw(pipeline, known), unreadable }
    } catch (error) {
      const { code, values } = toProblem(error)
      const row = Number(values?.['row']) - 1
      if (!skipBad || code !== 'cellNotANumber' || unreadable.has(row)) throw error
      unreadable.add(row)
      known = known.with(
        row,
        Object.fromEntries(Object.keys(known[row] ?? {}).map((column) => [column, null])),
      )
    }
  }
}

/** The rows that can be encoded, and their feeds; the first that can't is thrown unless bad ones are skipped. */
const answerable = (
  { rows, skipBad }: PredictPlan,
  { pipeline, limits }: Pick<LoadedModel, 'pipeline' | 'limits'>,
) => {
  const { columns, unreadable } = readableColumns(pipeline, rows, skipBad === true)
  const timeline = timelineOf(pipeline, rows)
  const steps = Math.max(1, ...pipeline.inputs.map(({ window }) => window?.steps ?? 1))
  const reachOf = (row: number): readonly number[] =>
    timeline ? [...reachedRows(windowReach(timeline, steps), Uint32Array.of(row))] : [row]
  const hasWindow = (row: number) => !timeline || timeline.at(row, 1 - steps) >= 0
  const isReadable = (row: number) =>
    unreadable.size === 0 || !reachOf(row).some((one) => unreadable.has(one))
  let wanted = Uint32Array.from(rows, (_, row) => row).filter((row) => hasWindow(row) && isReadable(row))
  if (wanted.length === 0 && !skipBad)
    throw new ProblemError('noFullWindow', { steps, horizon: 0, found: rows.length })
  for (;;) {
    try {
      const fed = { tableRows: rows.length, rows: wanted, timeline }
      return { rows: wanted, inputs: inputFeeds(pipeline, columns, limits, fed) }
    } catch (error) {
      const place = toProblem(error).values?.['row']
      if (!skipBad || typeof place !== 'number') throw error
      wanted = wanted.filter((row) => !reachOf(row).includes(place - 1))
    }
  }
}

/** What a saved model says of raw rows: for each row one answer an output, none for a row that was skipped or has too few before it. */
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
    const answers: Answer[][] = plan.rows.map(() => [])
    if (rows.length === 0) return answers
    const predicted = await predictPart({ compiled, inputs }, rows, batchSize, createPacer(host.yield))
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
