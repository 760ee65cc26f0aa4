import type { KerasLayer } from '../../../shared/layers/define.ts'
import { createRandom, type Random } from '../../../shared/prep/random.ts'
import { orthogonal } from './orthogonal.ts'
import { kerasShape } from './tfjsConfig.ts'

type Arguments = Readonly<Record<string, unknown>>
const text = (given: Arguments, name: string, fallback: string) => {
  const value = given[name]
  return typeof value === 'string' ? value : fallback
}
const number = (given: Arguments, name: string, fallback: number) => Number(given[name] ?? fallback)

const draw = (size: number, next: () => number) => Float32Array.from({ length: size }, next)
/** A normal number within two standard deviations. */
const truncated = ({ normal }: Random) => {
  for (;;) {
    const value = normal()
    if (Math.abs(value) <= 2) return value
  }
}
const sizeOf = (shape: readonly number[]) => shape.reduce((size, axis) => size * axis, 1)

/** Fan in and fan out as Keras counts them: the field of a convolution belongs to both. */
const fans = (shape: readonly number[]) => {
  const [before = shape[0] ?? 1, last = shape[0] ?? 1] = shape.length < 2 ? [] : shape.slice(-2)
  const field = sizeOf(shape.slice(0, -2))
  return { fanIn: field * before, fanOut: field * last }
}

/** Standard deviation of a normal distribution cut off at two standard deviations, before scaling. */
const truncatedStd = 0.87962566103423978

const varianceScaling = (
  scale: number,
  mode: string,
  distribution: string,
  shape: readonly number[],
  random: Random,
) => {
  const { fanIn, fanOut } = fans(shape)
  const fan = { fan_in: fanIn, fan_out: fanOut, fan_avg: (fanIn + fanOut) / 2 }[mode] ?? fanIn
  const variance = scale / Math.max(1, fan)
  const std = Math.sqrt(variance)
  const limit = Math.sqrt(3 * variance)
  const size = sizeOf(shape)
  if (distribution === 'uniform') return draw(size, () => (2 * random.uniform() - 1) * limit)
  if (distribution === 'untruncated_normal') return draw(size, () => random.normal() * std)
  return draw(size, () => (truncated(random) * std) / truncatedStd)
}

const scaled: Readonly<Record<string, readonly [scale: number, mode: string, distribution: string]>> = {
  GlorotUniform: [1, 'fan_avg', 'uniform'],
  GlorotNormal: [1, 'fan_avg', 'truncated_normal'],
  HeUniform: [2, 'fan_in', 'uniform'],
  HeNormal: [2, 'fan_in', 'truncated_normal'],
  LecunUniform: [1, 'fan_in', 'uniform'],
  LecunNormal: [1, 'fan_in', 'truncated_normal'],
}

const valuesOf = (
  className: string,
  given: Arguments,
  shape: readonly number[],
  random: Random,
): Float32Array => {
  const size = sizeOf(shape)
  const named = scaled[className]
  if (named) return varianceScaling(...named, shape, random)
  switch (className) {
    case 'Zeros':
      return new Float32Array(size)
    case 'Ones':
      return new Float32Array(size).fill(1)
    case 'Constant':
      return new Float32Array(size).fill(number(given, 'value', 0))
    case 'RandomNormal':
    case 'TruncatedNormal': {
      const [mean, std] = [number(given, 'mean', 0), number(given, 'stddev', 0.05)]
      const next = className === 'RandomNormal' ? random.normal : () => truncated(random)
      return draw(size, () => mean + std * next())
    }
    case 'RandomUniform': {
      const [low, high] = [number(given, 'minval', -0.05), number(given, 'maxval', 0.05)]
      return draw(size, () => low + (high - low) * random.uniform())
    }
    case 'VarianceScaling':
      return varianceScaling(
        number(given, 'scale', 1),
        text(given, 'mode', 'fan_in'),
        text(given, 'distribution', 'truncated_normal'),
        shape,
        random,
      )
    case 'Orthogonal':
      return orthogonal(shape, number(given, 'gain', 1), random)
    default:
      throw new Error(`There is no initialiser ${className}.`)
  }
}

const isInitializer = (value: unknown): value is { class_name: string; config: Arguments } =>
  typeof value === 'object' && value !== null && 'class_name' in value && 'config' in value

/**
 * The first values of one weight, by its layer's Keras config: `kernel` starts by `kernel_initializer`,
 * `recurrent_kernel` by `recurrent_initializer`. The run's seed and the weight's name (`layer/weight`) decide them alone.
 * Formulas: https://keras.io/api/layers/initializers/.
 */
export const initialValues = (
  { config }: KerasLayer,
  weight: string,
  shape: readonly number[],
  seed: number,
): Float32Array => {
  const short = weight.slice(weight.lastIndexOf('/') + 1)
  const initializer = config[`${short}_initializer`] ?? config[`${short.replace(/_kernel$/, '')}_initializer`]
  if (!isInitializer(initializer)) throw new Error(`${weight} has no initialiser.`)
  const random = createRandom(seed, `weights/${weight}`)
  const drawn = kerasShape(config, weight) ?? shape
  const values = valuesOf(initializer.class_name, initializer.config, drawn, random)
  // As in Keras: the forget gate, the second quarter of an LSTM's bias, starts open.
  if (short === 'bias' && config['unit_forget_bias'] === true)
    values.fill(1, values.length / 4, values.length / 2)
  return values
}
