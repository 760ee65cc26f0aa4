import {
  biasInitializerParam,
  kerasConfig,
  kernelInitializerParam,
  penaltyParams,
  useBiasParam,
} from './choices.ts'
import { defineLayer, oneInput, oneOutput, type ParamTable } from './define.ts'
import {
  floatProblem,
  knownSize,
  openAxesProblem,
  rankProblem,
  tensorAt,
  unknownAxisProblem,
} from './shapes.ts'

const params = {
  units: {
    kind: 'int',
    default: 64,
    min: 1,
    max: 1_000_000,
    required: true,
    label: { en: 'Units', ko: '유닛 수' },
    help: { en: 'Number of values it puts out.', ko: '출력값의 개수입니다.' },
  },
  pieces: {
    kind: 'int',
    default: 2,
    min: 2,
    max: 1000,
    label: { en: 'Pieces', ko: '조각 수' },
    help: {
      en: 'Linear functions each unit takes the largest of.',
      ko: '유닛마다 최댓값을 고를 선형 함수의 개수입니다.',
    },
  },
  useBias: useBiasParam,
  kernelInitializer: kernelInitializerParam,
  biasInitializer: biasInitializerParam,
  ...penaltyParams,
} as const satisfies ParamTable

/** Each unit is the largest of `pieces` linear functions of the last axis: a learned convex activation. */
export const maxout = defineLayer({
  type: 'maxout',
  category: 'core',
  title: 'Maxout',
  help: {
    en: 'Fully connected; each unit puts out the largest of several linear functions, so it learns its own activation.',
    ko: '유닛마다 선형 함수 여러 개 중 가장 큰 값을 출력하는 완전 연결층입니다. 활성화 함수까지 학습하는 셈입니다.',
  },
  formula: String.raw`y_i = \max_{j \le k} \, (x W_{ij} + b_{ij})`,
  source: 'https://arxiv.org/abs/1302.4389',
  inputs: oneInput,
  outputs: () => oneOutput,
  params,
  card: ['units', 'pieces'],
  infer(inputs, { units }) {
    const spec = tensorAt(inputs)
    const problem =
      floatProblem(spec) ??
      (spec.shape.length === 0 ? rankProblem(spec, 1) : unknownAxisProblem(spec)) ??
      openAxesProblem(spec)
    return problem
      ? { problem }
      : { outputs: { output: { shape: spec.shape.with(-1, units), dtype: 'float32' } } }
  },
  weights(inputs, { units, pieces, useBias }) {
    const features = tensorAt(inputs).shape.at(-1) ?? 1
    const kernel = { name: 'kernel', shape: [features, pieces * units], trainable: true }
    return useBias ? [kernel, { name: 'bias', shape: [pieces * units], trainable: true }] : [kernel]
  },
  flops(inputs, { units, pieces, useBias }) {
    const { shape } = tensorAt(inputs)
    const each = knownSize(shape.slice(0, -1)) * units
    return 2 * knownSize(shape) * units * pieces + each * (pieces - 1) + (useBias ? each * pieces : 0)
  },
  keras: 'Maxout',
  lower(inputs, values) {
    const { units, pieces } = values
    const { shape } = tensorAt(inputs)
    const { pieces: _, ...dense } = kerasConfig(params, values)
    const rows = shape.slice(0, -1)
    const isRow = rows.length === 0
    const open = (axes: typeof shape) => axes.map((axis) => axis ?? -1)
    const pool = { pool_size: [1, pieces], strides: [1, pieces], padding: 'valid' }
    const flat = isRow ? [] : open([rows.includes(null) ? null : knownSize(rows)])
    const linear = { className: 'Dense', config: { ...dense, units: pieces * units, activation: 'linear' } }
    const cut = { className: 'Reshape', config: { target_shape: [...flat, pieces, units] } }
    const largest = isRow
      ? { className: 'GlobalMaxPooling1D', config: {} }
      : { className: 'MaxPooling2D', config: pool }
    const steps = [
      { name: 'linear', layer: linear, from: [{ port: 'input' }] },
      { name: 'cut', layer: cut, from: [{ step: 'linear' }] },
      { name: 'largest', layer: largest, from: [{ step: 'cut' }] },
    ]
    if (isRow) return { steps, outputs: { output: { step: 'largest' } } }
    const join = { className: 'Reshape', config: { target_shape: [...open(rows), units] } }
    return {
      steps: [...steps, { name: 'join', layer: join, from: [{ step: 'largest' }] }],
      outputs: { output: { step: 'join' } },
    }
  },
})
