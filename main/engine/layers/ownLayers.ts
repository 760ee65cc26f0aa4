import * as core from '@tensorflow/tfjs-core'
import * as tfjsLayers from '@tensorflow/tfjs-layers'
import { gruResetAfter } from './gruResetAfter.ts'
import { math } from './math.ts'
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

interface OwnLayer {
  readonly install: (tf: Tfjs) => void
  readonly isNeeded: (layer: SavedLayer) => boolean
}

/** Whether a layer, or the one inside it, is of this class. */
const isA = (className: string) => {
  const check = ({ class_name, config }: Pick<SavedLayer, 'class_name' | 'config'>): boolean => {
    const inner = config['layer'] as Pick<SavedLayer, 'class_name' | 'config'> | undefined
    return class_name === className || (inner !== undefined && check(inner))
  }
  return check
}

/**
 * The layers that tfjs can't express. Each function stands alone: it uses its argument and nothing else, so that its own
 * text is the plain JavaScript which an exported model carries.
 */
const ownLayers: Readonly<Record<string, OwnLayer>> = {
  gruResetAfter: { install: gruResetAfter, isNeeded: isA('GRUResetAfter') },
  math: { install: math, isNeeded: isA('Math') },
}

/** The name of the file that a model with such layers carries. */
export const ownLayersFile = 'layers.mjs'

let isInstalled = false
/** Makes the layers known to tfjs in this process. */
export const installOwnLayers = (): void => {
  if (isInstalled) return
  isInstalled = true
  const tf: Tfjs = { ...core, ...tfjsLayers }
  for (const { install } of Object.values(ownLayers)) install(tf)
}

/** A module that makes the layers a saved model needs known to tfjs; null when tfjs has them all. */
export const ownLayersModule = ({ config: { layers } }: Saved): string | null => {
  const needed = Object.entries(ownLayers).filter(([, { isNeeded }]) => layers.some(isNeeded))
  if (needed.length === 0) return null
  const parts = needed.map(([name, { install }]) => `const ${name} = ${String(install)}`)
  return `// Layers of this model that TensorFlow.js does not have. Before the model is loaded:
//   import { registerLayers } from './${ownLayersFile}'
//   registerLayers(tf)
${parts.join('\n\n')}

export const registerLayers = (tf) => {
${needed.map(([name]) => `  ${name}(tf)`).join('\n')}
}
`
}
