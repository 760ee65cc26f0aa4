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

/** Brings the values of each row along some axes to length 1. */
export const unitNormalization = defineLayer({
  type: 'unitNormalization',
  category: 'regularise',
  title: 'UnitNormalization',
  help: {
    en: 'Scales each vector to length 1, so that only its direction counts.',
    ko: '벡터의 길이를 1로 맞추어 방향만 남깁니다.',
  },
  formula: String.raw`y = \frac{x}{\lVert x \rVert_2}`,
  source: 'https://keras.io/api/layers/normalization_layers/unit_normalization/',
  inputs: oneInput,
  outputs: () => oneOutput,
  params: {
    axis: {
      kind: 'shape',
      axes: true,
      default: [-1],
      label: { en: 'Axes', ko: '축' },
      help: {
        en: 'Axes whose values make up one vector: 1 is the first of a row, −1 the last.',
        ko: '벡터 하나를 이루는 축들입니다. 1은 행의 첫째 축, −1은 마지막 축입니다.',
      },
    },
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
      openAxesProblem(spec),
    )
    return unknown ? { problem: unknown } : { outputs: { output: spec } }
  },
  weights: () => [],
  flops: (inputs) => 3 * knownSize(tensorAt(inputs).shape),
  keras: 'UnitNormalization',
  fromKeras: ({ axis, ...config }) => ({ ...config, axis: typeof axis === 'number' ? [axis] : axis }),
})
