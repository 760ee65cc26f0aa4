import * as core from '@tensorflow/tfjs-core'
import * as tfjsLayers from '@tensorflow/tfjs-layers'
import { ownLayersFile } from '../../../shared/engineContract.ts'
import { attentionMix } from './attentionMix.ts'
import { attentionScores } from './attentionScores.ts'
import { callArguments } from './callArguments.ts'
import { gruResetAfter } from './gruResetAfter.ts'
import { masks } from './masks.ts'
import { math } from './math.ts'
import { stretchWidth } from './stretchWidth.ts'
import { timeDistributed } from './timeDistributed.ts'
import type { Tfjs } from './tfjs.ts'

/** What of a saved model decides which of our layers it needs: its layers and their calls. */
interface Saved {
  readonly config: {
    readonly layers: readonly {
      readonly class_name: string
      readonly config: Readonly<Record<string, unknown>>
      readonly inbound_nodes: readonly (readonly unknown[])[]
    }[]
  }
}
type SavedLayer = Saved['config']['layers'][number]

type Layers = Saved['config']['layers']

interface OwnLayer {
  readonly install: (tf: Tfjs) => void
  readonly isNeeded: (layers: Layers) => boolean
}

interface Wrapped {
  readonly class_name: string
  readonly config: SavedLayer['config']
}
/** A layer's class and that of the layer inside it. */
const classesOf = ({ class_name, config }: Wrapped): readonly string[] =>
  config['layer'] ? [class_name, ...classesOf(config['layer'] as Wrapped)] : [class_name]
const has = (...names: readonly string[]) => {
  const isOne = (layer: Wrapped) => classesOf(layer).some((name) => names.includes(name))
  return (layers: Layers) => layers.some(isOne)
}

/** Whether a layer makes a mask. */
export const makesMask = ({ class_name, config }: Wrapped): boolean =>
  class_name === 'Masking' || config['mask_zero'] === true
const hasMasks = (layers: Layers) => layers.some(makesMask)
const hasInitialStates = (layers: Layers) =>
  layers.some(
    (layer) =>
      has('SimpleRNN', 'GRU', 'GRUResetAfter', 'LSTM')([layer]) &&
      layer.inbound_nodes.some((inbound) => inbound.length > 1),
  )

/**
 * What tfjs can't express. Each function stands alone: it uses its argument and nothing else, so that its own text is the
 * plain JavaScript which an exported model carries.
 */
const ownLayers: Readonly<Record<string, OwnLayer>> = {
  gruResetAfter: { install: gruResetAfter, isNeeded: has('GRUResetAfter') },
  math: { install: math, isNeeded: has('Math') },
  stretchWidth: { install: stretchWidth, isNeeded: has('StretchWidth') },
  callArguments: {
    install: callArguments,
    isNeeded: (layers) => hasMasks(layers) || hasInitialStates(layers),
  },
  masks: { install: masks, isNeeded: hasMasks },
  attentionScores: { install: attentionScores, isNeeded: has('AttentionScores') },
  attentionMix: { install: attentionMix, isNeeded: has('AttentionMix') },
  timeDistributed: {
    install: timeDistributed,
    isNeeded: (layers) => hasMasks(layers) && has('TimeDistributed')(layers),
  },
}

const neededBy = ({ config: { layers } }: Saved) =>
  Object.entries(ownLayers).filter(([, { isNeeded }]) => isNeeded(layers))

const installed = new Set<string>()
/** Makes known to tfjs in this process what it lacks: all of it, or what one saved model needs. */
export const installOwnLayers = (saved?: Saved): void => {
  for (const [name, { install }] of saved ? neededBy(saved) : Object.entries(ownLayers)) {
    if (!installed.has(name)) install({ ...core, ...tfjsLayers })
    installed.add(name)
  }
}

/** A module that makes known to tfjs what a saved model needs and tfjs lacks; null when tfjs has it all. */
export const ownLayersModule = (saved: Saved): string | null => {
  const needed = neededBy(saved)
  if (needed.length === 0) return null
  const parts = needed.map(([name, { install }]) => `const ${name} = ${String(install)}`)
  return `// What this model needs that TensorFlow.js does not have. Before the model is loaded:
//   import { registerLayers } from './${ownLayersFile}'
//   registerLayers(tf)
${parts.join('\n\n')}

export const registerLayers = (tf) => {
${needed.map(([name]) => `  ${name}(tf)`).join('\n')}
}
`
}
