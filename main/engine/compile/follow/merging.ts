import { endOf, type FollowTable, line } from './followed.ts'
import { reshapeTo } from './reshaping.ts'

/** Layers with several inputs. */
export const merging: FollowTable = {
  // tfjs takes every axis below 0 for the last, and wants the other axes all known or all unknown.
  Concatenate: ({ className, config }, inputs) => {
    const given = Number(config.axis)
    const axis = given < 0 ? given + (inputs[0]?.shape.length ?? 0) + 1 : given
    const opened = inputs.map(({ shape }, input) => {
      const open = shape.map((size, at) =>
        at !== axis - 1 && inputs.some((other) => other.shape[at] === null) ? null : size,
      )
      return line(`open${input}`, open.every((size, at) => size === shape[at]) ? [] : [reshapeTo(open)], {
        input,
      })
    })
    const from = opened.map((steps, input) => (steps.length > 0 ? endOf(steps) : { input }))
    return {
      steps: [...opened.flat(), { name: 'joined', layer: { className, config: { ...config, axis } }, from }],
    }
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
