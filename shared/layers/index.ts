import { activation } from './activation.ts'
import { add } from './add.ts'
import { alphaDropout } from './alphaDropout.ts'
import { attention } from './attention.ts'
import { average } from './average.ts'
import { averagePooling2d } from './averagePooling2d.ts'
import { batchNormalization } from './batchNormalization.ts'
import { bidirectional } from './bidirectional.ts'
import { concatenate } from './concatenate.ts'
import { conv2d } from './conv2d.ts'
import type { LayerDefinition, PaletteEntry } from './define.ts'
import { dense } from './dense.ts'
import { dot } from './dot.ts'
import { dropout } from './dropout.ts'
import { elu } from './elu.ts'
import { embedding } from './embedding.ts'
import { flatten } from './flatten.ts'
import { gaussianDropout } from './gaussianDropout.ts'
import { gaussianNoise } from './gaussianNoise.ts'
import { globalAveragePooling2d } from './globalAveragePooling2d.ts'
import { groupNormalization } from './groupNormalization.ts'
import { gru } from './gru.ts'
import { input } from './input.ts'
import { layerNormalization } from './layerNormalization.ts'
import { leakyRelu } from './leakyRelu.ts'
import { lstm } from './lstm.ts'
import { masking } from './masking.ts'
import { math } from './math.ts'
import { maximum } from './maximum.ts'
import { maxout } from './maxout.ts'
import { maxPooling2d } from './maxPooling2d.ts'
import { minimum } from './minimum.ts'
import { multiHeadAttention } from './multiHeadAttention.ts'
import { multiply } from './multiply.ts'
import { output } from './output.ts'
import { positionEmbedding } from './positionEmbedding.ts'
import { prelu } from './prelu.ts'
import { relu } from './relu.ts'
import { rescaling } from './rescaling.ts'
import { reshape } from './reshape.ts'
import { simpleRnn } from './simpleRnn.ts'
import { softmax } from './softmax.ts'
import { subtract } from './subtract.ts'
import { thresholdedRelu } from './thresholdedRelu.ts'
import { timeDistributed } from './timeDistributed.ts'
import { unitNormalization } from './unitNormalization.ts'

/** Every layer a document can hold, by type, in the order of the palette. */
export const layerDefinitions = {
  dense,
  maxout,
  activation,
  relu,
  leakyRelu,
  prelu,
  elu,
  thresholdedRelu,
  softmax,
  math,
  embedding,
  positionEmbedding,
  multiHeadAttention,
  attention,
  conv2d,
  maxPooling2d,
  averagePooling2d,
  globalAveragePooling2d,
  lstm,
  gru,
  simpleRnn,
  bidirectional,
  timeDistributed,
  masking,
  concatenate,
  add,
  multiply,
  average,
  maximum,
  minimum,
  subtract,
  dot,
  flatten,
  reshape,
  rescaling,
  dropout,
  gaussianNoise,
  gaussianDropout,
  alphaDropout,
  batchNormalization,
  layerNormalization,
  groupNormalization,
  unitNormalization,
} satisfies Record<string, LayerDefinition>

export type LayerType = keyof typeof layerDefinitions

/** The layer of this type, or undefined for a type this version doesn't know. */
export const findLayer = (type: string): LayerDefinition | undefined =>
  Object.hasOwn(layerDefinitions, type) ? layerDefinitions[type as LayerType] : undefined

/** What can be put on the canvas, in order: inputs and outputs first, then every layer. */
export const paletteEntries: readonly PaletteEntry[] = [input, output, ...Object.values(layerDefinitions)]
