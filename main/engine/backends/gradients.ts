import { type GradConfig, registerGradient, stack, unregisterGradient } from '@tensorflow/tfjs-core'

/** The gradient of cutting into a list; tfjs' own fails on a list of one, a sequence of one step. */
const unpack: GradConfig = {
  kernelName: 'Unpack',
  gradFunc: (dy, _, attrs) => ({
    value: () => stack(Array.isArray(dy) ? dy : [dy], (attrs as unknown as { axis: number }).axis),
  }),
}

/** Puts our gradients in the place of tfjs', for all backends. */
export const replaceGradients = (): void => {
  unregisterGradient(unpack.kernelName)
  registerGradient(unpack)
}
