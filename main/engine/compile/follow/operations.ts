import type { KerasLayer } from '../../../../shared/layers/define.ts'
import type { Follow, FollowTable } from './followed.ts'

/** The layer of our own that gives every value an operation of tfjs' own. */
const own =
  (operation: string): Follow =>
  () => [{ className: 'Math', config: { operation } }]

const relu: KerasLayer = { className: 'ReLU', config: {} }
const negative: KerasLayer = { className: 'Rescaling', config: { scale: -1, offset: 0 } }

/** Operations of `keras.ops`, by the names of their classes. */
export const operations: FollowTable = {
  // max(x, 0) + max(−x, 0)
  Absolute: () => ({
    steps: [
      { name: 'positive', layer: relu, from: [{ input: 0 }] },
      { name: 'negative', layer: negative, from: [{ input: 0 }] },
      { name: 'turned', layer: relu, from: [{ step: 'negative' }] },
      {
        name: 'sum',
        layer: { className: 'Add', config: {} },
        from: [{ step: 'positive' }, { step: 'turned' }],
      },
    ],
  }),
  Square: () => ({
    steps: [
      { name: 'product', layer: { className: 'Multiply', config: {} }, from: [{ input: 0 }, { input: 0 }] },
    ],
  }),
  Exp: own('exp'),
  Log: own('log'),
  Sqrt: own('sqrt'),
}
