// Predicts raw rows with a model exported by Layerloom, using plain TensorFlow.js and nothing of Layerloom's.
// node predict-with-tfjs.mjs EXPORT_FOLDER rows.json   (rows.json: a list of objects, column name -> raw cell or null)
import { readFileSync } from 'node:fs'
import path from 'node:path'
import '@tensorflow/tfjs-backend-cpu'
import * as tf from '@tensorflow/tfjs-core'
import { loadLayersModel } from '@tensorflow/tfjs-layers'

const [folder, rowsFile] = process.argv.slice(2)
const readJson = (file) => JSON.parse(readFileSync(file, 'utf8'))
const pipeline = readJson(path.join(folder, 'layerloom.json'))
const rows = readJson(rowsFile)

const isMissing = (cell) => cell === null || cell === undefined || cell === ''

function encodeNumber({ log, offset, scale, fill, flag }, cell) {
  const raw = isMissing(cell) ? fill : Number(cell)
  const value = ((log ? Math.log1p(raw) : raw) - offset) / scale
  return flag ? [value, isMissing(cell) ? 1 : 0] : [value]
}

function encodeCategory({ as, categories, frequencies, fill, unknown }, cell) {
  let index = isMissing(cell) ? fill : categories.indexOf(String(cell))
  if (index < 0 && unknown) index = categories.length
  if (as === 'frequency') return [frequencies[index] ?? 0]
  if (as !== 'onehot') return [index]
  return Array.from({ length: categories.length + (unknown ? 1 : 0) }, (_, slot) => (slot === index ? 1 : 0))
}

function encodeSequence({ separator, length, pad }, cell) {
  const numbers = isMissing(cell) ? [] : String(cell).split(separator).filter(Boolean).map(Number)
  const zeros = new Array(Math.max(0, length - numbers.length)).fill(0)
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
const weights = Buffer.concat(weightsManifest.flatMap(({ paths }) => paths.map((name) => readFileSync(path.join(folder, name)))))
const model = await loadLayersModel(
  tf.io.fromMemory({
    modelTopology,
    weightSpecs: weightsManifest.flatMap((group) => group.weights),
    weightData: weights.buffer.slice(weights.byteOffset, weights.byteOffset + weights.byteLength),
  }),
)

const inputs = pipeline.inputs.map(({ shape, dtype, columns }) =>
  tf.tensor(
    rows.flatMap((row) => columns.flatMap(({ column, fitted }) => encode(fitted, row[column]))),
    [rows.length, ...shape],
    dtype,
  ),
)
const outputs = [model.predict(inputs.length === 1 ? inputs[0] : inputs)].flat()
const scores = outputs.map((output) => {
  const width = output.size / rows.length
  const flat = Array.from(output.dataSync())
  return rows.map((_, row) => flat.slice(row * width, (row + 1) * width))
})
const answers = rows.map((_, row) =>
  pipeline.outputs.map(({ name, target }, output) => ({
    output: name,
    value: decode(target.fitted, scores[output][row]),
    scores: scores[output][row],
  })),
)
console.log(JSON.stringify(answers))
