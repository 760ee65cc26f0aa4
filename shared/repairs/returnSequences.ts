import { setParam } from '../edits/setValues.ts'
import { findNode, layerOf } from '../graph.ts'
import { resolveLayer } from '../analysis/resolveLayer.ts'
import { isCall } from '../project.ts'
import type { RepairRule } from './repair.ts'

/** Every step of a recurrent layer's output instead of the last one, for a layer behind it that wants a sequence. */
export const returnSequences: RepairRule = {
  codes: ['rankMismatch'],
  suggest: ({ project, incoming }) =>
    incoming.flatMap(({ from }) => {
      const node = findNode(project, from)
      if (!node || !isCall(node)) return []
      const layer = layerOf(project, node)
      const values = layer && resolveLayer(layer)?.values
      if (values?.['returnSequences'] !== false) return []
      return [
        {
          code: 'returnSequences',
          values: { layer: layer?.name ?? '' },
          apply: (now) => setParam(now, node.layer, 'returnSequences', true),
        },
      ]
    }),
}
