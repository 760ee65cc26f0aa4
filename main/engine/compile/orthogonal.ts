import type { Random } from '../../../shared/prep/random.ts'

/** Makes each row orthogonal to those before it and of length 1, twice over for accuracy (modified Gram-Schmidt). */
const orthonormalise = (rows: readonly Float64Array[], redraw: (row: Float64Array) => void) => {
  for (const [index, row] of rows.entries()) {
    for (let pass = 0; pass < 2; pass++) {
      for (const earlier of rows.slice(0, index)) {
        let dot = 0
        for (let at = 0; at < row.length; at++) dot += (row[at] ?? 0) * (earlier[at] ?? 0)
        for (let at = 0; at < row.length; at++) row[at] = (row[at] ?? 0) - dot * (earlier[at] ?? 0)
      }
      const length = Math.sqrt(row.reduce((sum, value) => sum + value * value, 0))
      if (length > 0) for (let at = 0; at < row.length; at++) row[at] = (row[at] ?? 0) / length
      else redraw(row)
    }
  }
}

/**
 * A random matrix with orthonormal rows or columns, whichever are fewer, times `gain`; axes before the last count as one.
 * Saxe et al., https://arxiv.org/abs/1312.6120.
 */
export const orthogonal = (shape: readonly number[], gain: number, random: Random): Float32Array => {
  const columns = shape.at(-1) ?? 1
  const rows = shape.slice(0, -1).reduce((size, axis) => size * axis, 1)
  const few = Math.min(rows, columns)
  const many = Math.max(rows, columns)
  const fill = (vector: Float64Array) => vector.forEach((_, at) => (vector[at] = random.normal()))
  const basis = Array.from({ length: few }, () => new Float64Array(many))
  basis.forEach(fill)
  orthonormalise(basis, fill)
  const values = new Float32Array(rows * columns)
  for (const [index, vector] of basis.entries()) {
    for (const [at, value] of vector.entries())
      values[rows <= columns ? index * columns + at : at * columns + index] = gain * value
  }
  return values
}
