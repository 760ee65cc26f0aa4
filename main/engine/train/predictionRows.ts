import { recordKey } from '../../../shared/names.ts'
import { cellText } from '../../../shared/prep/cells.ts'
import { decode } from '../../../shared/prep/decode.ts'
import type { Fitted } from '../../../shared/prep/fitted.ts'
import { rawColumns } from '../../../shared/prep/rawColumns.ts'
import type { PartName, PredictionRow } from '../../../shared/run.ts'
import type { Column } from '../../../shared/table.ts'
import type { Feed } from './feed.ts'
import type { PreparedData } from './prepareData.ts'

/** How many rows are shown after training. */
const shown = 10

/** What is true of a row, as the file says it; labels in the order in which answers give them. */
const truthText = (fitted: Fitted, cells: Column, feed: Feed | undefined, row: number): string | null => {
  const text = cellText(cells, row)
  if (fitted.kind !== 'labels' || text === null || !feed) return text
  return String(decode(fitted, feed.values(Uint32Array.of(row))).value)
}

/** Rows spread evenly over a part, as they stand in the file, with what the model says of them; `predicted` holds the whole part. */
export const predictionRows = (
  { pipeline, raw, parts, targets, rowOf, rawOf }: PreparedData,
  part: PartName,
  predicted: readonly Float32Array[],
): PredictionRow[] => {
  const rows = parts[part]
  const count = Math.min(shown, rows.length)
  // Files are often sorted by their target: the first rows alone would show one class.
  const places = Array.from({ length: count }, (_, nth) => Math.floor((nth * rows.length) / count))
  return places
    .map((index) => ({ index, row: rows[index] ?? 0 }))
    .map(({ index, row }) => ({
      row: rowOf(row),
      part,
      inputs: Object.fromEntries(
        rawColumns(pipeline).map(({ column }) => {
          const cells = rawOf(column)
          return [recordKey(column), cells ? cellText(cells, row) : null]
        }),
      ),
      outputs: pipeline.outputs.map(({ name, target }, output) => {
        const values = predicted[output] ?? new Float32Array()
        const width = values.length / rows.length
        const scores = Array.from(values.subarray(index * width, (index + 1) * width))
        const cells = raw.targets[output]
        return {
          name,
          target: cells ? truthText(target.fitted, cells, targets[output], row) : null,
          predicted: String(decode(target.fitted, scores).value),
          scores,
        }
      }),
    }))
}
