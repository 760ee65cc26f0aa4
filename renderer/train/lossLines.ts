import type { EpochRecord } from '../../shared/run.ts'
import { downsample, type Point } from './downsample.ts'
import { smooth } from './smooth.ts'

/** One line of the loss chart. `output` is null for the weighted total. */
export interface LossLine {
  readonly id: string
  readonly output: string | null
  readonly part: 'train' | 'validation'
  readonly points: readonly Point[]
}

/** What the lines are drawn from. */
export interface LossData {
  readonly outputs: readonly string[]
  readonly epochs: readonly EpochRecord[]
  /** Rows of [step, total loss, each output's loss]. */
  readonly steps: readonly (readonly number[])[]
  readonly stepsPerEpoch: number
}

/** Smoothing that keeps about the last ten points in sight. */
const smoothing = 0.9
/** Most points a line is drawn with. */
const pointLimit = 500

/**
 * Lines by epoch for the total and, when there are several, for every output. Until two epochs are over, the train
 * lines follow the steps' running mean, so that the chart grows from the first second.
 */
export function lossLines(data: LossData, isSmooth: boolean): readonly LossLine[] {
  const outputs = data.outputs.length > 1 ? [null, ...data.outputs] : [null]
  const finish = (points: readonly Point[]) =>
    downsample(smooth(points, isSmooth ? smoothing : 0), pointLimit)
  const bySteps = data.epochs.length < 2
  return outputs.flatMap((output, index) => {
    const train = bySteps ? stepPoints(data, index + 1) : epochPoints(data.epochs, 'train', output)
    const validation = epochPoints(data.epochs, 'validation', output)
    const lines: LossLine[] = [{ id: lineId(output, 'train'), output, part: 'train', points: finish(train) }]
    if (validation.length > 0)
      lines.push({ id: lineId(output, 'validation'), output, part: 'validation', points: finish(validation) })
    return lines
  })
}

const lineId = (output: string | null, part: string) =>
  `${output === null ? 'total' : `output ${output}`} ${part}`

/** The mean over the epoch's steps so far: single steps are too noisy to say where the loss goes. */
function stepPoints({ steps, stepsPerEpoch }: LossData, column: number): Point[] {
  let epoch = 0
  let sum = 0
  let count = 0
  return steps.map((row) => {
    const current = Math.floor(row[0]! / stepsPerEpoch)
    if (current !== epoch) {
      epoch = current
      sum = 0
      count = 0
    }
    sum += row[column]!
    count++
    return { x: (row[0]! + 1) / stepsPerEpoch, y: sum / count }
  })
}

const epochPoints = (
  epochs: readonly EpochRecord[],
  part: 'train' | 'validation',
  output: string | null,
): Point[] =>
  epochs.flatMap(({ epoch, [part]: values }) => {
    const y = output === null ? values?.loss : values?.outputs[output]?.['loss']
    return y === undefined ? [] : [{ x: epoch, y }]
  })

/** The value of a line at or just before `x`; null before its first point. */
export function valueAt({ points }: LossLine, x: number): number | null {
  let value: number | null = null
  for (const point of points) {
    if (point.x > x) break
    value = point.y
  }
  return value
}

/** Ends of the vertical axis with room above and below; logarithmic axes take positive values only. */
export function verticalRange(lines: readonly LossLine[], isLog: boolean): readonly [number, number] {
  const values = lines
    .flatMap(({ points }) => points.map(({ y }) => y))
    .filter((y) => Number.isFinite(y) && (!isLog || y > 0))
  if (values.length === 0) return isLog ? [0.1, 1] : [0, 1]
  const top = values.reduce((a, b) => Math.max(a, b))
  const bottom = values.reduce((a, b) => Math.min(a, b))
  if (isLog) return [10 ** Math.floor(Math.log10(bottom)), 10 ** Math.ceil(Math.log10(top) + 1e-9)]
  return [0, niceCeiling(top)]
}

/** The next of 1, 1.5, 2, 3, 4, 5, 6, 8 times a power of ten: an axis that ends there seldom moves. */
export function niceCeiling(value: number): number {
  if (value <= 0) return 1
  const power = 10 ** Math.floor(Math.log10(value))
  return power * ([1, 1.5, 2, 3, 4, 5, 6, 8, 10].find((step) => step * power >= value) ?? 10)
}
