import { epsilonParam, scaleAndShiftParams } from './choices.ts'
import { defineLayer, oneInput, oneOutput } from './define.ts'
import {
  axesAt,
  firstProblem,
  floatProblem,
  knownSize,
  openAxesProblem,
  tensorAt,
  unknownAxisProblem,
} from './shapes.ts'

/** Brings the values of each row along some axes to mean 0 and variance 1, then scales by gamma and shifts by beta. */
export const layerNormalization = defineLayer({
  type: 'layerNormalization',
  category: 'regularise',
  title: 'LayerNormalization',
  help: {
    en: 'Normalises each row by itself, whatever else is in its batch, as transformers do.',
    ko: '배치와 관계없이 행마다 평균과 분산을 맞추는 층 정규화입니다. 트랜스포머에서 씁니다.',
  },
  formula: String.raw`y = \gamma \odot \frac{x - \mu}{\sqrt{\sigma^2 + \epsilon}} + \beta`,
  source: 'https://arxiv.org/abs/1607.06450',
  inputs: oneInput,
  outputs: () => oneOutput,
  params: {
    axis: {
      kind: 'shape',
      axes: true,
      default: [-1],
      label: { en: 'Axes', ko: '축' },
      help: {
        en: 'Axes whose values are normalised together: 1 is the first of a row, −1 the last.',
        ko: '함께 정규화할 축들입니다. 1은 행의 첫째 축, −1은 마지막 축입니다.',
      },
    },
    epsilon: epsilonParam,
    ...scaleAndShiftParams,
  },
  card: ['axis'],
  infer(inputs, { axis }) {
    const spec = tensorAt(inputs)
    const problem = floatProblem(spec)
    if (problem) return { problem }
    const found = axesAt(spec, axis)
    if ('problem' in found) return found
    const unknown = firstProblem(
      ...found.indices.map((index) => unknownAxisProblem(spec, index)),
      // The engine merges axes only where tfjs has too few.
      spec.shape.length > 3 ? openAxesProblem(spec) : null,
    )
    return unknown ? { problem: unknown } : { outputs: { output: spec } }
  },
  weights(inputs, { axis, center, scale }) {
    const spec = tensorAt(inputs)
    const found = axesAt(spec, axis)
    const shape = 'indices' in found ? found.indices.map((index) => spec.shape[index] ?? 1) : []
    return [
      ...(scale ? [{ name: 'gamma', shape, trainable: true }] : []),
      ...(center ? [{ name: 'beta', shape, trainable: true }] : []),
    ]
  },
  flops: (inputs) => 8 * knownSize(tensorAt(inputs).shape),
  keras: 'LayerNormalization',
  fromKeras: ({ axis, ...config }) => ({ ...config, axis: typeof axis === 'number' ? [axis] : axis }),
})
