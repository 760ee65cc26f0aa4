import { unscale } from './prep/encodings/number.ts'
import type { Fitted } from './prep/fitted.ts'
import { largest } from './prep/largest.ts'
import type { MetricName } from './training.ts'

/** What a model said of some rows and what was true, encoded as the model sees it, row after row. */
export interface Answers {
  /** Raw outputs, `width` a row. */
  readonly predicted: Float32Array
  readonly width: number
  /** Encoded targets, `truth.length / rows` a row. */
  readonly truth: Float32Array
  /** How the target was encoded. */
  readonly fitted: Fitted
}

/** Numbers in the target's own units, one a row. */
const numbersOf = ({ predicted, width, truth, fitted }: Answers) => {
  const decode = (value: number) => (fitted.kind === 'number' ? unscale(fitted, value) : value)
  const y = Float64Array.from(truth, decode)
  return { y, guess: y.map((_, row) => decode(predicted[row * width] ?? Number.NaN)) }
}

/** The number of the true and of the most likely class, one pair a row; a single output says 1 from 0.5 on. */
const classesOf = ({ predicted, width, truth, fitted }: Answers) => {
  const rows = predicted.length / width
  const binary = fitted.kind === 'binary'
  const guess = new Int32Array(rows)
  const y = new Int32Array(rows)
  const perRow = truth.length / rows
  for (let row = 0; row < rows; row++) {
    guess[row] = binary
      ? Number((predicted[row * width] ?? 0) >= 0.5)
      : largest(predicted.subarray(row * width, (row + 1) * width))
    y[row] = perRow === 1 ? (truth[row] ?? 0) : largest(truth.subarray(row * perRow, (row + 1) * perRow))
  }
  return { y, guess, classes: binary ? 2 : width, positive: binary ? 1 : null }
}

const average = (values: ArrayLike<number>, of: (value: number, index: number) => number) => {
  let sum = 0
  for (let index = 0; index < values.length; index++) sum += of(values[index] ?? Number.NaN, index)
  return sum / values.length
}
const error = (guess: Float64Array, index: number, value: number) => (guess[index] ?? Number.NaN) - value

/** 1 − Σ(y − ŷ)² / Σ(y − ȳ)²; undefined when y doesn't vary. */
const r2 = (answers: Answers) => {
  const { y, guess } = numbersOf(answers)
  const mean = average(y, (value) => value)
  const spread = average(y, (value) => (value - mean) ** 2)
  return spread > 0 ? 1 - average(y, (value, index) => error(guess, index, value) ** 2) / spread : undefined
}

/**
 * Area under the ROC curve: the chance that a positive row scores above a negative one, ties counting half, from the
 * ranks (Mann-Whitney U), so exact. Undefined when one of the two is absent.
 */
const auc = ({ predicted, width, truth, fitted }: Answers) => {
  if (fitted.kind !== 'binary') return undefined
  const order = Uint32Array.from(truth, (_, row) => row)
  const score = (row: number | undefined) => predicted[(row ?? 0) * width] ?? 0
  order.sort((left, right) => score(left) - score(right))
  let [positives, rankSum] = [0, 0]
  for (let start = 0; start < order.length; ) {
    let end = start + 1
    while (end < order.length && score(order[end]) === score(order[start])) end++
    const rank = (start + 1 + end) / 2
    for (; start < end; start++) {
      if ((truth[order[start] ?? 0] ?? 0) < 0.5) continue
      positives++
      rankSum += rank
    }
  }
  const negatives = order.length - positives
  if (positives === 0 || negatives === 0) return undefined
  return (rankSum - (positives * (positives + 1)) / 2) / (positives * negatives)
}

/** Share of right answers among those given, and among those wanted; 0 where there are none, as scikit-learn does. */
const perClass = (answers: Answers, of: (hits: number, guessed: number, wanted: number) => number) => {
  const { y, guess, classes, positive } = classesOf(answers)
  const hits = new Float64Array(classes)
  const guessed = new Float64Array(classes)
  const wanted = new Float64Array(classes)
  for (let row = 0; row < y.length; row++) {
    const [truth = 0, said = 0] = [y[row], guess[row]]
    wanted[truth] = (wanted[truth] ?? 0) + 1
    guessed[said] = (guessed[said] ?? 0) + 1
    if (truth === said) hits[truth] = (hits[truth] ?? 0) + 1
  }
  const value = (index: number) => of(hits[index] ?? 0, guessed[index] ?? 0, wanted[index] ?? 0)
  if (positive !== null) return value(positive)
  const seen = Array.from(wanted.keys()).filter((index) => (wanted[index] ?? 0) + (guessed[index] ?? 0) > 0)
  return seen.reduce((sum, index) => sum + value(index), 0) / seen.length
}

/** The mean over the labels that occur of what `of` says of each: how often it was guessed rightly, guessed, and true. */
const perLabel = (
  { predicted, width, truth }: Answers,
  of: (hits: number, guessed: number, wanted: number) => number,
) => {
  let [sum, seen] = [0, 0]
  for (let label = 0; label < width; label++) {
    let [hits, guessed, wanted] = [0, 0, 0]
    for (let at = label; at < truth.length; at += width) {
      const [said, isTrue] = [(predicted[at] ?? 0) >= 0.5, (truth[at] ?? 0) >= 0.5]
      if (said) guessed++
      if (isTrue) wanted++
      if (said && isTrue) hits++
    }
    if (guessed + wanted === 0) continue
    sum += of(hits, guessed, wanted)
    seen++
  }
  return sum / seen
}

const eachOf = ({ fitted }: Answers) => (fitted.kind === 'labels' ? perLabel : perClass)

const share = (part: number, whole: number) => (whole > 0 ? part / whole : 0)
const metrics: Readonly<Record<MetricName, (answers: Answers) => number | undefined>> = {
  accuracy: (answers) => {
    // Each label is right or wrong by itself, as in Keras.
    if (answers.fitted.kind === 'labels')
      return average(answers.truth, (value, at) =>
        Number((answers.predicted[at] ?? 0) >= 0.5 === value >= 0.5),
      )
    const { y, guess } = classesOf(answers)
    return average(y, (value, row) => Number(guess[row] === value))
  },
  auc,
  mae: (answers) => {
    const { y, guess } = numbersOf(answers)
    return average(y, (value, row) => Math.abs(error(guess, row, value)))
  },
  rmse: (answers) => {
    const { y, guess } = numbersOf(answers)
    return Math.sqrt(average(y, (value, row) => error(guess, row, value) ** 2))
  },
  r2,
  precision: (answers) => eachOf(answers)(answers, (hits, guessed) => share(hits, guessed)),
  recall: (answers) => eachOf(answers)(answers, (hits, _, wanted) => share(hits, wanted)),
  f1: (answers) => eachOf(answers)(answers, (hits, guessed, wanted) => share(2 * hits, guessed + wanted)),
}

/**
 * The metrics of these names over all rows; of numbers in the target's own units, of more than two classes, and of labels, as the
 * mean over those that occur. What is undefined on these rows (AUC of one class, R² of a constant) is left out.
 */
export const computeMetrics = (names: readonly MetricName[], answers: Answers): Record<string, number> => {
  if (answers.predicted.length === 0) return {}
  const values = names.map((name) => [name, metrics[name](answers)] as const)
  return Object.fromEntries(
    values.filter(
      (entry): entry is [MetricName, number] => entry[1] !== undefined && Number.isFinite(entry[1]),
    ),
  )
}
