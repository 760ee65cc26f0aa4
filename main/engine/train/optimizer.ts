import type { OptimizerSettings } from '../../../shared/training.ts'

/** Writes new weights into `to`, from the old ones, their gradient and this weight's own slots. All have one length. */
type Rule = (
  from: Float32Array,
  to: Float32Array,
  gradient: Float32Array,
  slots: readonly Float32Array[],
  learningRate: number,
  step: number,
) => void

/** An optimizer's rule, and what each slot of a weight starts with. */
export interface Optimizer {
  readonly slots: readonly number[]
  readonly update: Rule
}

const sgd = ({ momentum = 0, nesterov = false }: OptimizerSettings): Optimizer => {
  if (momentum === 0)
    return {
      slots: [],
      update(from, to, gradient, _, rate) {
        for (let i = 0; i < to.length; i++) to[i] = from[i]! - rate * gradient[i]!
      },
    }
  return {
    slots: [0],
    update(from, to, gradient, [velocity = to], rate) {
      for (let i = 0; i < to.length; i++) {
        const push = rate * gradient[i]!
        const v = momentum * velocity[i]! - push
        velocity[i] = v
        to[i] = from[i]! + (nesterov ? momentum * v - push : v)
      }
    },
  }
}

const adam = ({ beta1 = 0.9, beta2 = 0.999, epsilon = 1e-7 }: OptimizerSettings): Optimizer => ({
  slots: [0, 0],
  update(from, to, gradient, [mean = to, square = to], rate, step) {
    const alpha = (rate * Math.sqrt(1 - beta2 ** step)) / (1 - beta1 ** step)
    const [rest1, rest2] = [1 - beta1, 1 - beta2]
    for (let i = 0; i < to.length; i++) {
      const g = gradient[i]!
      const m = mean[i]! + (g - mean[i]!) * rest1
      const v = square[i]! + (g * g - square[i]!) * rest2
      mean[i] = m
      square[i] = v
      to[i] = from[i]! - (m * alpha) / (Math.sqrt(v) + epsilon)
    }
  },
})

const rmsprop = ({ rho = 0.9, momentum = 0, epsilon = 1e-7 }: OptimizerSettings): Optimizer => ({
  slots: momentum > 0 ? [0, 0] : [0],
  update(from, to, gradient, [square = to, moving], rate) {
    for (let i = 0; i < to.length; i++) {
      const g = gradient[i]!
      const v = rho * square[i]! + (1 - rho) * g * g
      square[i] = v
      let push = (rate * g) / Math.sqrt(v + epsilon)
      if (moving) {
        push += momentum * moving[i]!
        moving[i] = push
      }
      to[i] = from[i]! - push
    }
  },
})

/** Keras starts the sum at 0.1 and adds epsilon inside the root; the paper has neither. */
const adagrad = ({ epsilon = 1e-7 }: OptimizerSettings): Optimizer => ({
  slots: [0.1],
  update(from, to, gradient, [sum = to], rate) {
    for (let i = 0; i < to.length; i++) {
      const g = gradient[i]!
      const total = sum[i]! + g * g
      sum[i] = total
      to[i] = from[i]! - (rate * g) / Math.sqrt(total + epsilon)
    }
  },
})

/** Keras 3's published rules and defaults (https://keras.io/api/optimizers/); steps count from 1. */
export const createOptimizer = (settings: OptimizerSettings): Optimizer => {
  const rules = { sgd, adam, rmsprop, adagrad }
  return rules[settings.type](settings)
}
