import type { FollowTable } from './followed.ts'

/** Layers with several inputs. */
export const merging: FollowTable = {
  // tfjs takes every axis below 0 for the last.
  Concatenate: ({ className, config }, [input]) => {
    const axis = Number(config.axis)
    return [
      { className, config: { ...config, axis: axis < 0 ? axis + (input?.shape.length ?? 0) + 1 : axis } },
    ]
  },
  // tfjs works its shape out from axes above 0 only.
  Dot: ({ className, config }, inputs) => {
    const axes = (config.axes as readonly number[]).map((axis, index) =>
      axis < 0 ? axis + (inputs[index]?.shape.length ?? 0) + 1 : axis,
    )
    return [{ className, config: { ...config, axes } }]
  },
  // tfjs has none: x − y = x + (−1) · y.
  Subtract: () => ({
    steps: [
      {
        name: 'negative',
        layer: { className: 'Rescaling', config: { scale: -1, offset: 0 } },
        from: [{ input: 1 }],
      },
      { name: 'add', layer: { className: 'Add', config: {} }, from: [{ input: 0 }, { step: 'negative' }] },
    ],
  }),
}
