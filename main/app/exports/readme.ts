import { ownLayersFile, stepsFile } from '../../../shared/engineContract.ts'
import type { Pipeline } from '../../../shared/pipeline.ts'

const list = (names: readonly string[]): string => names.map((name) => `  - ${name}`).join('\n')

const ownLayersText = `
This model uses layers that TensorFlow.js does not have: ${ownLayersFile} holds them. Before the model is loaded:

  import { registerLayers } from './${ownLayersFile}'
  registerLayers(tf)
`

const stepsText = (columns: readonly string[]): string => `
Before they are encoded, raw rows go through the steps of layerloom.json, which read these columns:
${list(columns)}
${stepsFile} takes them, in Node.js and in a page; a list of objects, column name to raw cell, becomes another:

  import { takeSteps } from './${stepsFile}'
  const rows = takeSteps(pipeline.steps, rawRows)   // pipeline is what layerloom.json holds
`

/**
 * The text that stands beside an exported tfjs model: what it is and how to load it without Layerloom. `hasOwnLayers` says
 * that it comes with a file of layers.
 */
export const exportReadme = (pipeline: Pipeline, hasOwnLayers: boolean): string => `${pipeline.project}
${'='.repeat(Array.from(pipeline.project).length)}

A TensorFlow.js LayersModel, exported by Layerloom.

  model.json       architecture and list of weights
  weights.bin      weights, 32-bit floats
  layerloom.json   how raw rows become inputs, and outputs become answers
${hasOwnLayers ? `  ${ownLayersFile.padEnd(15)}layers that TensorFlow.js does not have\n` : ''}${pipeline.steps ? `  ${stepsFile.padEnd(15)}what is done with raw rows first\n` : ''}
Inputs, in order:
${list(pipeline.inputs.map(({ name, shape }) => `${name} [${shape.map((size) => size ?? '?').join(', ')}]`))}
Outputs, in order:
${list(pipeline.outputs.map(({ name, target }) => `${name}: ${target.column}`))}

Load it in a page (serve this folder over HTTP):

  import * as tf from '@tensorflow/tfjs'
  const model = await tf.loadLayersModel('model.json')

or in Node.js without native parts:

  import * as tf from '@tensorflow/tfjs'
  import { readFileSync } from 'node:fs'
  const { modelTopology, weightsManifest } = JSON.parse(readFileSync('model.json', 'utf8'))
  const bytes = readFileSync('weights.bin')
  const model = await tf.loadLayersModel(tf.io.fromMemory({
    modelTopology,
    weightSpecs: weightsManifest[0].weights,
    weightData: bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength),
  }))
${hasOwnLayers ? ownLayersText : ''}${pipeline.steps ? stepsText(pipeline.steps.columns.map(({ column }) => column)) : ''}
A number column is encoded as (x - offset) / scale, with x = log1p(x) first where "log" is set; a missing cell takes
"fill". A number target is decoded the other way round: y * scale + offset, then expm1 where "log" is set. A one-hot
column is 1 at the place of its value in "categories" and 0 elsewhere. The answer of a class target is the category with
the largest score; that of a yes-or-no target is "positive" from a score of 0.5 on.
`
