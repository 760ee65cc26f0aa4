// Predicts raw rows with a model exported by Layerloom, using plain TensorFlow.js and nothing of Layerloom's.
// node predict-with-tfjs.mjs EXPORT_FOLDER rows.json   (rows.json: a list of objects, column name -> raw cell or null)
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
  const zeros = Array.from({ length: Math.max(0, length - numbers.length) }, () => 0)
  return pad === 'before' ? [...zeros, ...numbers.slice(-length)] : [...numbers.slice(0, length), ...zeros]
}

const encode = (fitted, cell) =>
  ({ number: encodeNumber, category: encodeCategory, sequence: encodeSequence })[fitted.kind](fitted, cell)

function decode(fitted, scores) {
  if (fitted.kind === 'number') {
    const value = scores[0] * fitted.scale + fitted.offset
    return fitted.log ? Math.expm1(value) : value
  }
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

const rows = readJson(rowsFile).map(encodeRow)
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
