// Predicts raw rows with a model exported by Layerloom, using plain TensorFlow.js and nothing of Layerloom's.
// node predict-with-tfjs.mjs EXPORT_FOLDER rows.json   (rows.json: a list of objects, column name -> raw cell or null)
// Models with steps come with steps.mjs, which is plain JavaScript and is used as it is.
// It needs @tensorflow/tfjs-core, -layers and -backend-cpu. A row that cannot be answered gives null.
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import '@tensorflow/tfjs-backend-cpu'
import * as tf from '@tensorflow/tfjs-core'
import * as layers from '@tensorflow/tfjs-layers'

const [folder, rowsFile] = process.argv.slice(2)
const readJson = (file) => JSON.parse(readFileSync(file, 'utf8'))
const pipeline = readJson(path.join(folder, 'layerloom.json'))
const encodeRow = (row) =>
  pipeline.inputs.map(({ columns }) => columns.flatMap(({ column, fitted }) => encode(fitted, row[column])))

const isMissing = (cell) => cell === null || cell === undefined || String(cell).trim() === ''

function encodeNumber({ log, offset, scale, fill, flag }, cell) {
  const raw = isMissing(cell) ? (fill ?? NaN) : Number(cell)
  const value = ((log ? Math.log1p(raw) : raw) - offset) / scale
  return flag ? [value, isMissing(cell) ? 1 : 0] : [value]
}

function placeOf({ as, categories, fill, unknown }, cell) {
  if (isMissing(cell)) return fill ?? NaN
  // 1.0 is the category 1.
  const place = [String(cell), String(Number(cell))]
    .map((text) => categories.indexOf(text))
    .find((at) => at >= 0)
  if (place !== undefined) return place
  if (unknown) return categories.length
  return as === 'onehot' || as === 'frequency' ? -1 : (fill ?? NaN)
}

function encodeCategory(fitted, cell) {
  const { as, categories, frequencies, unknown } = fitted
  const place = placeOf(fitted, cell)
  if (as === 'ordinal' || as === 'index' || Number.isNaN(place)) return [place]
  if (as === 'frequency') return [frequencies[place] ?? 0]
  return Array.from({ length: categories.length + (unknown ? 1 : 0) }, (_, slot) => (slot === place ? 1 : 0))
}

function encodeSequence({ separator, length, pad }, cell) {
  const parts = isMissing(cell) ? [] : String(cell).split(separator.trim() === '' ? /\s+/ : separator)
  const numbers = parts.filter((part) => part.trim() !== '').map(Number)
  return padded(numbers, length, pad)
}

function padded(numbers, length, side) {
  const zeros = Array.from({ length: Math.max(0, length - numbers.length) }, () => 0)
  return side === 'before' ? [...zeros, ...numbers.slice(-length)] : [...numbers.slice(0, length), ...zeros]
}

// A Chinese character is a word, and so is every other run of letters and digits, with what stands between as in “don’t”.
const word =
  /\p{Script=Han}|(?:(?!\p{Script=Han})[\p{L}\p{M}\p{N}])+(?:['’](?:(?!\p{Script=Han})[\p{L}\p{M}\p{N}])+)*/gu

function encodeText({ as, words, vocabulary, length, pad, lower }, cell) {
  const text = isMissing(cell) ? '' : String(cell).normalize('NFC')
  const places = ((lower ? text.toLowerCase() : text).match(word) ?? []).map((found) => words.indexOf(found))
  if (as === 'bag')
    return Array.from({ length: vocabulary }, (_, place) => places.filter((at) => at === place).length)
  // 0 is padding, 1 an unknown word.
  return padded(
    places.map((place) => (place < 0 ? 1 : place + 2)),
    length,
    pad,
  )
}

const rounds = {
  month: [1, 12],
  day: [1, 31],
  yearday: [1, 366],
  weekday: [0, 7],
  hour: [0, 24],
  minute: [0, 60],
  second: [0, 60],
}
const dayMs = 86_400_000

function datePart(part, time) {
  const at = new Date(time)
  const values = {
    days: time / dayMs,
    year: at.getUTCFullYear(),
    month: at.getUTCMonth() + 1,
    day: at.getUTCDate(),
    yearday: Math.floor(time / dayMs) - Math.floor(Date.UTC(at.getUTCFullYear(), 0, 1) / dayMs) + 1,
    weekday: (at.getUTCDay() + 6) % 7,
    hour: at.getUTCHours(),
    minute: at.getUTCMinutes(),
    second: at.getUTCSeconds(),
  }
  return values[part]
}

// Reads 2024-01-31, 31/01/2024 and 01/31/2024 (by `order`), each with a time or without. Other ways of writing dates are
// for you to turn into one of these.
function parseDate(cell, order) {
  const [, a, b, c, hour = 0, minute = 0, second = 0] =
    /^\s*(\d+)[-/.]\s?(\d+)[-/.]\s?(\d+)\.?(?:[T ]\s*(\d+):(\d+)(?::(\d+))?)?\s*$/.exec(String(cell)) ?? []
  const [year, month, day] =
    a?.length === 4 || order === 'ymd' ? [a, b, c] : order === 'dmy' ? [c, b, a] : [c, a, b]
  const century = year?.length > 2 ? 0 : Number(year) < 70 ? 2000 : 1900
  return Date.UTC(Number(year) + century, month - 1, day, hour, minute, second)
}

function encodeDate({ order, parts, fill, flag }, cell) {
  const absent = isMissing(cell)
  const time = absent ? 0 : parseDate(cell, order)
  const values = parts.flatMap(({ part, offset, scale }) => {
    const value = datePart(part, time)
    if (!(part in rounds)) return [absent ? (fill ?? NaN) : (value - offset) / scale]
    const [first, length] = rounds[part]
    const angle = (2 * Math.PI * (value - first)) / length
    return absent ? [fill ?? NaN, fill ?? NaN] : [Math.sin(angle), Math.cos(angle)]
  })
  return flag ? [...values, absent ? 1 : 0] : values
}

const encoders = {
  number: encodeNumber,
  category: encodeCategory,
  text: encodeText,
  date: encodeDate,
  sequence: encodeSequence,
}
const encode = (fitted, cell) => encoders[fitted.kind](fitted, cell)

function decode(fitted, scores) {
  if (fitted.kind === 'number') {
    const value = scores[0] * fitted.scale + fitted.offset
    return fitted.log ? Math.expm1(value) : value
  }
  if (fitted.kind === 'labels')
    return fitted.categories.filter((_, place) => scores[place] >= 0.5).join(fitted.separator)
  if (fitted.kind === 'binary') return scores[0] >= 0.5 ? fitted.positive : fitted.negative
  return fitted.categories[scores.indexOf(Math.max(...scores))]
}

await tf.setBackend('cpu')
const { modelTopology, weightsManifest } = readJson(path.join(folder, 'model.json'))
const weights = Buffer.concat(
  weightsManifest.flatMap(({ paths }) => paths.map((name) => readFileSync(path.join(folder, name)))),
)
// A model with layers that TensorFlow.js does not have comes with them.
const own = path.join(folder, 'layers.mjs')
if (existsSync(own)) (await import(pathToFileURL(own).href)).registerLayers({ ...tf, ...layers })
const model = await layers.loadLayersModel(
  tf.io.fromMemory({
    modelTopology,
    weightSpecs: weightsManifest.flatMap((group) => group.weights),
    weightData: weights.buffer.slice(weights.byteOffset, weights.byteOffset + weights.byteLength),
  }),
)

// A model with windows takes a row together with those before it in its series; rows stand in the order of time.
const given = readJson(rowsFile)
const stepsModule = pathToFileURL(path.join(folder, 'steps.mjs')).href
const raw = pipeline.steps ? (await import(stepsModule)).takeSteps(pipeline.steps, given) : given
const encoded = raw.map(encodeRow)
const group = pipeline.order?.group
const seriesOf = (row) => (group === undefined ? undefined : row[group])
const rows = raw.map((row, at) => {
  const series = encoded.filter((_, other) => other <= at && seriesOf(raw[other]) === seriesOf(row))
  return pipeline.inputs.map(({ window }, input) => {
    const steps = series.slice(-(window?.steps ?? 1)).map((values) => values[input])
    return steps.length < (window?.steps ?? 1) ? [NaN] : steps.flat()
  })
})
// A row without a cell that the model cannot do without has no answer.
const known = rows.filter((inputs) => !inputs.flat().some(Number.isNaN))
const inputs = pipeline.inputs.map(({ shape, dtype }, input) => {
  const values = tf.tensor1d(
    known.flatMap((row) => row[input]),
    dtype,
  )
  return tf.reshape(values, [known.length, ...shape.map((size) => size ?? -1)])
})
const outputs = [model.predict(inputs.length === 1 ? inputs[0] : inputs)].flat()
const scores = outputs.map((output) => tf.reshape(output, [known.length, -1]).arraySync())
const answers = rows.map((row) => {
  const at = known.indexOf(row)
  if (at < 0) return null
  return pipeline.outputs.map(({ name, target }, output) => ({
    output: name,
    value: decode(target.fitted, scores[output][at]),
    scores: scores[output][at],
  }))
})
console.log(JSON.stringify(answers))
