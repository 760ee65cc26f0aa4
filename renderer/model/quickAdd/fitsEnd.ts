import type { InputsByPort, LayerDefinition, TensorSpec } from '../../../shared/layers/define.ts'
import { findLayer } from '../../../shared/layers/index.ts'
import { defaultValues } from '../../../shared/layers/values.ts'
import type { LooseEnd } from '../edits/connectNodes.ts'

/** The tensor at every port that has to be connected; two where several are merged. */
const arriving = ({ inputs }: LayerDefinition, spec: TensorSpec): InputsByPort =>
  Object.fromEntries(
    inputs
      .filter(({ optional }, index) => index === 0 || !optional)
      .map(({ name, many }) => [name, many ? [spec, spec] : [spec]]),
  )

/** Whether a palette entry can stand between two nodes: it has a way in and a way out. */
export const hasWayThrough = (type: string): boolean => {
  const definition = findLayer(type)
  return Boolean(definition?.inputs.length && definition.outputs(defaultValues(definition)).length)
}

/**
 * Whether a palette entry, as it comes from the palette, can be put at a loose end: it has a port on the other side, and
 * takes the tensor that leaves there. `spec` is null while that tensor is unknown.
 */
export const fitsEnd = (type: string, side: LooseEnd['side'], spec: TensorSpec | null): boolean => {
  if (type === 'input') return side === 'target'
  if (type === 'output') return side === 'source'
  const definition = findLayer(type)
  if (!definition) return false
  if (side === 'target' || !spec) return true
  const values = defaultValues(definition)
  return 'outputs' in definition.infer(arriving(definition, spec), values)
}
