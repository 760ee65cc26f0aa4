/** Losses by step, bounded: when there are too many points, neighbours are averaged and `stride` doubles. */
export interface StepSeries {
  /** Steps a point stands for. */
  readonly stride: number
  /** Rows of [step, total, one loss per output]; the step is the last one of those averaged. */
  readonly points: readonly (readonly number[])[]
  /** Rows not yet `stride` many. */
  readonly rest: readonly (readonly number[])[]
}

const limit = 2000

/** A series without points. */
export const emptySteps: StepSeries = { stride: 1, points: [], rest: [] }

const average = (rows: readonly (readonly number[])[]): readonly number[] =>
  (rows[0] ?? []).map((_, column) =>
    column === 0
      ? (rows.at(-1)?.[0] ?? 0)
      : rows.reduce((sum, row) => sum + (row[column] ?? 0), 0) / rows.length,
  )

const grouped = (rows: readonly (readonly number[])[], size: number) => {
  const whole = Math.floor(rows.length / size)
  const points = Array.from({ length: whole }, (_, index) =>
    size === 1 ? (rows[index] ?? []) : average(rows.slice(index * size, (index + 1) * size)),
  )
  return { points, rest: rows.slice(whole * size) }
}

/** The series with more rows at its end. Rows of steps that are already there are dropped. */
export const appendRows = (series: StepSeries, rows: readonly (readonly number[])[]): StepSeries => {
  const last = (series.rest.at(-1) ?? series.points.at(-1))?.[0] ?? -1
  const fresh = rows.filter((row) => (row[0] ?? -1) > last)
  if (fresh.length === 0) return series
  let { stride } = series
  const first = grouped([...series.rest, ...fresh], stride)
  let points: readonly (readonly number[])[] = [...series.points, ...first.points]
  let { rest } = first
  while (points.length > limit) {
    const halves = grouped(points, 2)
    points = halves.points
    // A point left over is as good as the rows it came from.
    rest = [...halves.rest, ...rest]
    stride *= 2
  }
  return { stride, points, rest }
}

/** Rows from an event: `losses` is interleaved, total then one per output, from step `firstStep` on. */
export const rowsOf = (
  losses: Float32Array,
  firstStep: number,
  outputs: number,
): readonly (readonly number[])[] => {
  const width = outputs + 1
  return Array.from({ length: Math.floor(losses.length / width) }, (_, index) => [
    firstStep + index,
    ...losses.subarray(index * width, (index + 1) * width),
  ])
}

/** Rows from the core's stored series: each [step, total, one per output]. */
export const storedRows = (steps: Float32Array, outputs: number): readonly (readonly number[])[] => {
  const width = outputs + 2
  return Array.from({ length: Math.floor(steps.length / width) }, (_, index) => [
    ...steps.subarray(index * width, (index + 1) * width),
  ])
}
