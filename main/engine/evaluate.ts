import type { EvaluatePlan } from '../../shared/engineContract.ts'
import { isMissing } from '../../shared/prep/cells.ts'
import { ProblemError } from '../../shared/problems.ts'
import type { RunMetrics } from '../../shared/run.ts'
import type { Column, Table } from '../../shared/table.ts'
import type { Backend } from './backends/backend.ts'
import type { EngineHost } from './host.ts'
import { type LoadedModel, loadModel } from './loadModel.ts'
import { evaluatePart } from './train/evaluatePart.ts'
import { createPacer } from './train/pacer.ts'
import { partMetrics } from './train/partMetrics.ts'
import { inputFeeds, targetFeeds } from './train/pipelineFeeds.ts'

const batchSize = 256

type Use = LoadedModel['pipeline']['outputs'][number]['target']

/** Reads each column from its source; a source that is not named is the first, and rows of several go together by number. */
const readColumns = async (plan: EvaluatePlan, uses: readonly Use[], host: EngineHost) => {
  const tables = new Map<string, Table>()
  for (const stored of plan.sources) {
    const wanted = uses.filter(({ source }) => (source ?? plan.sources[0]?.source) === stored.source)
    const columns = [...new Set(wanted.map(({ column }) => column))]
    if (columns.length) tables.set(stored.source, await host.readTable(stored.dir, columns))
  }
  const columnOf = ({ source, column }: Use): Column => {
    const found = tables.get(source ?? plan.sources[0]?.source ?? '')?.columns.get(column)
    if (!found) throw new ProblemError('columnMissing', { column })
    return found
  }
  return { rows: Math.min(...[...tables.values()].map(({ rows }) => rows)), columnOf }
}

/** Metrics of a saved model over all rows of the sources that have every cell they need, as part `test`. */
export const evaluate = async (
  plan: EvaluatePlan,
  host: EngineHost,
  backend: Backend,
): Promise<{ metrics: RunMetrics; rows: number }> => {
  await backend.load(host)
  const { compiled, dispose, pipeline, limits, losses } = await loadModel(host, plan.modelDir)
  try {
    const inputUses = pipeline.inputs.flatMap(({ columns }) => columns)
    const targetUses = pipeline.outputs.map(({ target }) => target)
    const { rows: tableRows, columnOf } = await readColumns(plan, [...inputUses, ...targetUses], host)
    const dropping = inputUses.filter(({ fitted }) => 'fill' in fitted && fitted.fill === null)
    const needed = [...dropping, ...targetUses].map(columnOf)
    const rows = Uint32Array.from({ length: tableRows }, (_, row) => row).filter(
      (row) => !needed.some((column) => isMissing(column, row)),
    )
    if (rows.length === 0) throw new ProblemError('tooFewRows', { found: 0, needed: 1 })
    const columns = pipeline.inputs.map((input) => input.columns.map(columnOf))
    const feeds = {
      compiled,
      losses,
      inputs: inputFeeds(pipeline, columns, limits, tableRows, rows),
      targets: targetFeeds(pipeline, targetUses.map(columnOf), tableRows, rows),
    }
    const result = await evaluatePart(feeds, rows, batchSize, createPacer(host.yield))
    return { metrics: { test: partMetrics(pipeline, result, 'all') }, rows: rows.length }
  } finally {
    dispose()
  }
}
