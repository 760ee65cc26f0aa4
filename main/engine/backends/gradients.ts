import {
  broadcast_util,
  cast,
  conv3d,
  type Conv3DBackpropInputV2Attrs,
  div,
  engine,
  equal,
  getGradient,
  greaterEqual,
  lessEqual,
  type GradConfig,
  mul,
  registerGradient,
  reshape,
  stack,
  sub,
  sum,
  type Tensor,
  type Tensor5D,
  unregisterGradient,
  util,
  zeros,
} from '@tensorflow/tfjs-core'

/** The gradient of cutting into a list; tfjs' own fails on a list of one, a sequence of one step. */
const unpack: GradConfig = {
  kernelName: 'Unpack',
  gradFunc: (dy, _, attrs) => ({
    value: () => stack(Array.isArray(dy) ? dy : [dy], (attrs as unknown as { axis: number }).axis),
  }),
}

/** Comparing is flat: nothing flows back. tfjs has no gradient of these, and fails where one asks for it. */
const flat = (kernelName: string, ...inputs: readonly string[]): GradConfig => ({
  kernelName,
  inputsToSave: [...inputs],
  gradFunc: (_, saved) =>
    Object.fromEntries(inputs.map((name, index) => [name, () => zeros(saved[index]?.shape ?? [])])),
})
/** Equal largest values share the slope, as in Keras; tfjs gives it to each of them whole. */
const max: GradConfig = {
  kernelName: 'Max',
  inputsToSave: ['x'],
  outputsToSave: [true],
  gradFunc: (dy, saved, attrs) => {
    const [x, y] = saved as [Tensor, Tensor]
    const axes = util.parseAxisParam(
      (attrs as unknown as { reductionIndices: number[] }).reductionIndices,
      x.shape,
    )
    const kept = x.shape.map((size, axis) => (axes.includes(axis) ? 1 : size))
    const isLargest = cast(equal(x, reshape(y, kept)), 'float32')
    const share = div(reshape(dy as Tensor, kept), sum(isLargest, axes, true))
    return { x: () => mul(isLargest, share) }
  },
}
/** A slope for a tensor that was stretched to the slope's shape: summed over the axes it was stretched along. */
const unstretched = (slope: Tensor, shape: readonly number[]): Tensor => {
  const axes = broadcast_util.getReductionAxes([...shape], slope.shape)
  return reshape(axes.length ? sum(slope, axes) : slope, [...shape])
}

/**
 * The slope goes to the larger (smaller) of two values, to the first when they are equal, as in tfjs, which fails where one
 * of them is stretched.
 */
const chosen = (kernelName: string, isFirst: (a: Tensor, b: Tensor) => Tensor): GradConfig => ({
  kernelName,
  inputsToSave: ['a', 'b'],
  gradFunc: (dy, saved) => {
    const [a, b] = saved as [Tensor, Tensor]
    const first = cast(isFirst(a, b), 'float32')
    return {
      a: () => unstretched(mul(dy as Tensor, first), a.shape),
      b: () => unstretched(mul(dy as Tensor, sub(1, first)), b.shape),
    }
  },
})

/** A transposed convolution's gradients are the convolution itself and its filter's gradient; tfjs has none in three dimensions. */
const transposed3d: GradConfig = {
  kernelName: 'Conv3DBackpropInputV2',
  inputsToSave: ['dy', 'filter'],
  gradFunc: (slope, saved, attrs) => {
    const [dy, filter] = saved as [Tensor5D, Tensor5D]
    const { strides, pad } = attrs as unknown as Conv3DBackpropInputV2Attrs
    const given = { strides, pad, filterShape: filter.shape }
    return {
      dy: () => conv3d(slope as Tensor5D, filter, strides as [number, number, number], pad),
      filter: () => engine().runKernel('Conv3DBackpropFilterV2', { x: slope as Tensor, dy }, given) as Tensor,
    }
  },
}
const ours: readonly GradConfig[] = [
  transposed3d,
  unpack,
  max,
  chosen('Maximum', greaterEqual),
  chosen('Minimum', lessEqual),
  flat('Any', 'x'),
  flat('Greater', 'a', 'b'),
  flat('NotEqual', 'a', 'b'),
]

/** Puts our gradients in the place of tfjs', for all backends. */
export const replaceGradients = (): void => {
  for (const gradient of ours) {
    if (getGradient(gradient.kernelName)) unregisterGradient(gradient.kernelName)
    registerGradient(gradient)
  }
}
