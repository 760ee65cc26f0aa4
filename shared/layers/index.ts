import type { LayerDefinition, PaletteEntry } from './define.ts'
import { activation } from './activation.ts'
import { add } from './add.ts'
import { alphaDropout } from './alphaDropout.ts'
import { average } from './average.ts'
import { averagePooling2d } from './averagePooling2d.ts'
import { batchNormalization } from './batchNormalization.ts'
import { concatenate } from './concatenate.ts'
import { conv2d } from './conv2d.ts'
import { dense } from './dense.ts'
import { dropout } from './dropout.ts'
import { elu } from './elu.ts'
import { embedding } from './embedding.ts'
import { flatten } from './flatten.ts'
import { gaussianDropout } from './gaussianDropout.ts'
import { gaussianNoise } from './gaussianNoise.ts'
import { globalAveragePooling2d } from './globalAveragePooling2d.ts'
import { input } from './input.ts'
import { leakyRelu } from './leakyRelu.ts'
import { lstm } from './lstm.ts'
import { maximum } from './maximum.ts'
import { maxPooling2d } from './maxPooling2d.ts'
import { minimum } from './minimum.ts'
import { multiply } from './multiply.ts'
import { output } from './output.ts'
import { rescaling } from './rescaling.ts'
import { reshape } from './reshape.ts'
import { simpleRnn } from './simpleRnn.ts'

/** Every layer a document can hold, by type, in the order of the palette. */
export const layerDefinitions = {
  dense,
  activation,
  leakyRelu,
  elu,
  embedding,
  conv2d,
  maxPooling2d,
  averagePooling2d,
  globalAveragePooling2d,
  lstm,
  simpleRnn,
  concatenate,
  add,
  multiply,
  average,
  maximum,
  minimum,
  flatten,
  reshape,
  rescaling,
  dropout,
  gaussianNoise,
  gaussianDropout,
  alphaDropout,
  batchNormalization,
} satisfies Record<string, LayerDefinition>

export type LayerType = keyof typeof layerDefinitions

/** The layer of this type, or undefined for a type this version doesn't know. */
export const findLayer = (type: string): LayerDefinition | undefined =>
  Object.hasOwn(layerDefinitions, type) ? layerDefinitions[type as LayerType] : undefined

/** What can be put on the canvas, in order: inputs and outputs first, then every layer. */
export const paletteEntries: readonly PaletteEntry[] = [input, output, ...Object.values(layerDefinitions)]
