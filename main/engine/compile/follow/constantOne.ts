import { type FollowedRef, type FollowedStep, line } from './followed.ts'
import { reshapeTo } from './reshaping.ts'

/**
 * The number 1 for each row, [1], made from any tensor of `size` values: a layer's weights enter a graph only as a product
 * with something.
 */
export const constantOne = (size: number | null, from: FollowedRef): readonly FollowedStep[] =>
  line(
    'one',
    [
      reshapeTo([size, 1]),
      { className: 'GlobalAveragePooling1D', config: {} },
      { className: 'Rescaling', config: { scale: 0, offset: 1 } },
    ],
    from,
  )
