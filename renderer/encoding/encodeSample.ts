import { columnFromCells } from '../../shared/prep/columnFromCells.ts'
import { createEncoder } from '../../shared/prep/encodeRows.ts'
import type { Encoding } from '../../shared/prep/encoding.ts'
import { fit } from '../../shared/prep/fit.ts'
import { fittedWidth } from '../../shared/prep/fittedWidth.ts'

/** A raw cell and the numbers it becomes. */
export interface EncodedCell {
  /** Null is missing. */
  readonly cell: string | null
  readonly values: readonly number[]
}

/** Different cells that are shown at most. */
const shown = 4

/**
 * The first different cells of a column as an encoding writes them that learns from these cells alone. Throws
 * `ProblemError` when it suits them not.
 */
export const encodeSample = (
  encoding: Encoding,
  cells: readonly (string | null)[],
): readonly EncodedCell[] => {
  const column = columnFromCells('', cells, encoding.kind === 'number' ? 'number' : 'text')
  const fitted = fit(
    encoding,
    column,
    Uint32Array.from(cells, (_, row) => row),
  )
  const width = fittedWidth(fitted)
  const encode = createEncoder(fitted, column)
  const first = [...new Set(cells)].slice(0, shown)
  return first.map((cell) => {
    const out = new Float32Array(width)
    encode(Uint32Array.of(cells.indexOf(cell)), out, 0, width)
    return { cell, values: [...out] }
  })
}
