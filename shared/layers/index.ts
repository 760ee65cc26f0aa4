import type { LayerDefinition, PaletteEntry } from './define.ts'
import { activation } from './activation.ts'
import { add } from './add.ts'
import { alphaDropout } from './alphaDropout.ts'
import { attention } from './attention.ts'
import { average } from './average.ts'
import { averagePooling1d } from './averagePooling1d.ts'
import { averagePooling2d } from './averagePooling2d.ts'
import { averagePooling3d } from './averagePooling3d.ts'
import { batchNormalization } from './batchNormalization.ts'
import { bidirectional } from './bidirectional.ts'
import { categoryEncoding } from './categoryEncoding.ts'
import { centerCrop } from './centerCrop.ts'
import { concatenate } from './concatenate.ts'
import { conv1d } from './conv1d.ts'
import { conv1dTranspose } from './conv1dTranspose.ts'
import { conv2d } from './conv2d.ts'
import { conv2dTranspose } from './conv2dTranspose.ts'
import { conv3d } from './conv3d.ts'
import { conv3dTranspose } from './conv3dTranspose.ts'
import { convLstm2d } from './convLstm2d.ts'
import { cropping1d } from './cropping1d.ts'
import { cropping2d } from './cropping2d.ts'
import { cropping3d } from './cropping3d.ts'
import { dense } from './dense.ts'
import { depthwiseConv1d } from './depthwiseConv1d.ts'
import { depthwiseConv2d } from './depthwiseConv2d.ts'
import { dot } from './dot.ts'
import { dropout } from './dropout.ts'
import { elu } from './elu.ts'
import { embedding } from './embedding.ts'
import { flatten } from './flatten.ts'
import { gaussianDropout } from './gaussianDropout.ts'
import { gaussianNoise } from './gaussianNoise.ts'
import { globalAveragePooling1d } from './globalAveragePooling1d.ts'
import { globalAveragePooling2d } from './globalAveragePooling2d.ts'
import { globalAveragePooling3d } from './globalAveragePooling3d.ts'
import { globalMaxPooling1d } from './globalMaxPooling1d.ts'
import { globalMaxPooling2d } from './globalMaxPooling2d.ts'
import { globalMaxPooling3d } from './globalMaxPooling3d.ts'
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
import { maxPooling1d } from './maxPooling1d.ts'
import { maxPooling2d } from './maxPooling2d.ts'
import { maxPooling3d } from './maxPooling3d.ts'
import { minimum } from './minimum.ts'
import { multiHeadAttention } from './multiHeadAttention.ts'
import { multiply } from './multiply.ts'
import { output } from './output.ts'
import { permute } from './permute.ts'
import { positionEmbedding } from './positionEmbedding.ts'
import { prelu } from './prelu.ts'
import { randomWidth } from './randomWidth.ts'
import { relu } from './relu.ts'
import { repeatVector } from './repeatVector.ts'
import { rescaling } from './rescaling.ts'
import { reshape } from './reshape.ts'
import { resizing } from './resizing.ts'
import { separableConv1d } from './separableConv1d.ts'
import { separableConv2d } from './separableConv2d.ts'
import { simpleRnn } from './simpleRnn.ts'
import { softmax } from './softmax.ts'
import { spatialDropout1d } from './spatialDropout1d.ts'
import { spatialDropout2d } from './spatialDropout2d.ts'
import { spatialDropout3d } from './spatialDropout3d.ts'
import { subtract } from './subtract.ts'
import { thresholdedRelu } from './thresholdedRelu.ts'
import { timeDistributed } from './timeDistributed.ts'
import { unitNormalization } from './unitNormalization.ts'
import { upSampling1d } from './upSampling1d.ts'
import { upSampling2d } from './upSampling2d.ts'
import { upSampling3d } from './upSampling3d.ts'
import { zeroPadding1d } from './zeroPadding1d.ts'
import { zeroPadding2d } from './zeroPadding2d.ts'
import { zeroPadding3d } from './zeroPadding3d.ts'

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
  categoryEncoding,
  positionEmbedding,
  multiHeadAttention,
  attention,
  conv1d,
  conv2d,
  conv3d,
  separableConv1d,
  separableConv2d,
  depthwiseConv1d,
  depthwiseConv2d,
  conv1dTranspose,
  conv2dTranspose,
  conv3dTranspose,
  maxPooling1d,
  maxPooling2d,
  maxPooling3d,
  averagePooling1d,
  averagePooling2d,
  averagePooling3d,
  globalMaxPooling1d,
  globalMaxPooling2d,
  globalMaxPooling3d,
  globalAveragePooling1d,
  globalAveragePooling2d,
  globalAveragePooling3d,
  lstm,
  gru,
  simpleRnn,
  convLstm2d,
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
  permute,
  repeatVector,
  cropping1d,
  cropping2d,
  cropping3d,
  centerCrop,
  zeroPadding1d,
  zeroPadding2d,
  zeroPadding3d,
  upSampling1d,
  upSampling2d,
  upSampling3d,
  resizing,
  rescaling,
  dropout,
  spatialDropout1d,
  spatialDropout2d,
  spatialDropout3d,
  gaussianNoise,
  gaussianDropout,
  alphaDropout,
  randomWidth,
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
