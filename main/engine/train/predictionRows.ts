import { recordKey } from '../../../shared/names.ts'
import { cellText } from '../../../shared/prep/cells.ts'
import { decode } from '../../../shared/prep/decode.ts'
import type { PartName, PredictionRow } from '../../../shared/run.ts'
import type { PreparedData } from './prepareData.ts'

/** How many rows are shown after training. */
const shown = 10

/** Rows spread evenly over a part, as they stand in the file, with what the model says of them; `predicted` holds the whole part. */
export const predictionRows = (
  { pipeline, raw, parts }: PreparedData,
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
      row,
      part,
      inputs: Object.fromEntries(
        pipeline.inputs.flatMap(({ columns }, input) =>
          columns.map(({ column }, at) => {
            const cells = raw.inputs[input]?.[at]
            return [recordKey(column), cells ? cellText(cells, row) : null]
          }),
        ),
      ),
      outputs: pipeline.outputs.map(({ name, target }, output) => {
        const values = predicted[output] ?? new Float32Array()
        const width = values.length / rows.length
        const scores = Array.from(values.subarray(index * width, (index + 1) * width))
        const cells = raw.targets[output]
        return {
          name,
          target: cells ? cellText(cells, row) : null,
          predicted: String(decode(target.fitted, scores).value),
          scores,
        }
      }),
    }))
}
