import { recordKey } from '../../../shared/names.ts'
import { cellText } from '../../../shared/prep/cells.ts'
import { decode } from '../../../shared/prep/decode.ts'
import { rawColumns } from '../../../shared/prep/rawColumns.ts'
import { reachedRows } from '../../../shared/prep/windows/reach.ts'
import type { PartName, PredictionRow } from '../../../shared/run.ts'
import type { PreparedData } from './prepareData.ts'

/** How many rows are shown after training. */
const shown = 10

/** With windows the rows before each are kept too: no more cells than this in all. */
const mostCells = 100_000

/** What is true of a row, as the file says it; labels in the order in which answers give them. */
const truthText = ({ pipeline, raw, targets, timeline }: PreparedData, output: number, row: number) => {
  const { fitted, horizon = 0 } = pipeline.outputs[output]?.target ?? {}
  const cells = raw.targets[output]
  const text = cells ? cellText(cells, timeline ? timeline.at(row, horizon) : row) : null
  if (fitted?.kind !== 'labels' || text === null) return text
  return String(decode(fitted, targets[output]?.values(Uint32Array.of(row)) ?? []).value)
}

/** The raw cells of one row, by column. */
const rawCells = ({ pipeline, rawOf }: PreparedData, row: number): PredictionRow['inputs'] =>
  Object.fromEntries(
    rawColumns(pipeline).map(({ column }) => {
      const cells = rawOf(column)
      return [recordKey(column), cells ? cellText(cells, row) : null]
    }),
  )

/** The rows before one that the longest window takes with it, the oldest first; none where rows stand for themselves. */
const rowsBefore = ({ pipeline, timeline }: PreparedData, row: number): readonly number[] => {
  if (!timeline) return []
  const steps = Math.max(1, ...pipeline.inputs.map(({ window }) => window?.steps ?? 1))
  return [...reachedRows({ timeline, from: 1 - steps, to: -1 }, Uint32Array.of(row))]
}

/** Rows spread evenly over a part, as they stand in the file, with what the model says of them; `predicted` holds the whole part. */
export const predictionRows = (
  data: PreparedData,
  part: PartName,
  predicted: readonly Float32Array[],
): PredictionRow[] => {
  const { pipeline, parts, rowOf } = data
  const rows = parts[part]
  const cells = rawColumns(pipeline).length * (1 + rowsBefore(data, rows[0] ?? 0).length)
  const count = Math.min(shown, rows.length, Math.max(1, Math.floor(mostCells / Math.max(1, cells))))
  // Files are often sorted by their target: the first rows alone would show one class.
  const places = Array.from({ length: count }, (_, nth) => Math.floor((nth * rows.length) / count))
  return places
    .map((index) => ({ index, row: rows[index] ?? 0, before: rowsBefore(data, rows[index] ?? 0) }))
    .map(({ index, row, before }) => ({
      row: rowOf(row),
      part,
      inputs: rawCells(data, row),
      ...(before.length > 0 ? { before: before.map((one) => rawCells(data, one)) } : {}),
      outputs: pipeline.outputs.map(({ name, target }, output) => {
        const values = predicted[output] ?? new Float32Array()
        const size = values.length / rows.length
        const scores = Array.from(values.subarray(index * size, (index + 1) * size))
        return {
          name,
          target: truthText(data, output, row),
          predicted: String(decode(target.fitted, scores).value),
          scores,
        }
      }),
    }))
}
