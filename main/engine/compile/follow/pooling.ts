import type { KerasLayer, Shape, TensorSpec } from '../../../../shared/layers/define.ts'
import type { Follow, FollowTable } from './followed.ts'
import { reshapeTo } from './reshaping.ts'

const channelsOf = (input: TensorSpec | undefined) => input?.shape.at(-1) ?? null
const product = (sizes: Shape) =>
  sizes.reduce<number | null>((size, axis) => (size === null || axis === null ? null : size * axis), 1)

/** tfjs pools sequences and images only, and always drops their axes: a volume is read as a sequence. */
const global =
  (className: string, axes: number): Follow =>
  ({ config }, [input]) => {
    const channels = channelsOf(input)
    const places = product(input?.shape.slice(0, -1) ?? [])
    const pool: KerasLayer = { className, config: { data_format: 'channels_last' } }
    return [
      ...(axes === 3 ? [reshapeTo([places, channels])] : []),
      pool,
      ...(config.keepdims === true ? [reshapeTo([...Array.from({ length: axes }, () => 1), channels])] : []),
    ]
  }

/** Layers that keep one number of many. */
export const pooling: FollowTable = {
  GlobalMaxPooling1D: global('GlobalMaxPooling1D', 1),
  GlobalMaxPooling2D: global('GlobalMaxPooling2D', 2),
  GlobalMaxPooling3D: global('GlobalMaxPooling1D', 3),
  GlobalAveragePooling1D: global('GlobalAveragePooling1D', 1),
  GlobalAveragePooling2D: global('GlobalAveragePooling2D', 2),
  GlobalAveragePooling3D: global('GlobalAveragePooling1D', 3),
}
