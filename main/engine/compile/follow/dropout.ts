import type { Follow, FollowTable } from './followed.ts'

/** One mask value for each row and channel. tfjs' own layers of these names fail; its Dropout is the same when it predicts. */
const spatial =
  (axes: number): Follow =>
  ({ config: { rate } }) => [
    {
      className: 'Dropout',
      config: { rate, noise_shape: [null, ...Array.from({ length: axes }, () => 1), null] },
    },
  ]

/** Layers that hide values while training. */
export const dropout: FollowTable = {
  SpatialDropout1D: spatial(1),
  SpatialDropout2D: spatial(2),
  SpatialDropout3D: spatial(3),
  RandomWidth: ({ config: { factor, interpolation } }) => [
    { className: 'StretchWidth', config: { factor, interpolation } },
  ],
}
