import { type Padding, paddings } from './choices.ts'
import {
  defineLayer,
  type Inferred,
  type InputsByPort,
  oneInput,
  oneOutput,
  type PaletteEntry,
  type ParamTable,
} from './define.ts'
import { firstProblem, floatProblem, knownSize, rankProblem, tensorAt, windowed } from './shapes.ts'

/** What an entry of the family says for itself; the number of axes a window has is the length of its default size. */
type Words = Pick<PaletteEntry, 'type' | 'title' | 'help' | 'source'> & { readonly formula: string }

/** Window of a pooling layer; Keras' strides default to the pool size, so exports always write them. */
const poolingParams = (size: readonly number[]) =>
  ({
    poolSize: {
      kind: 'tuple',
      default: size,
      min: 1,
      max: 4096,
      required: true,
      label: { en: 'Pool size', ko: '풀 크기' },
      help: { en: 'Length of the window along each axis.', ko: '축마다 창의 길이입니다.' },
    },
    strides: {
      kind: 'tuple',
      default: size,
      min: 1,
      max: 4096,
      required: true,
      sameAs: 'poolSize',
      label: { en: 'Strides', ko: '스트라이드' },
      help: { en: 'Step of the window along each axis.', ko: '축마다 창이 이동하는 간격입니다.' },
    },
    padding: {
      kind: 'choice',
      default: 'valid',
      options: paddings,
      label: { en: 'Padding', ko: '패딩' },
      help: {
        en: 'valid: windows stay inside. same: the border is padded.',
        ko: 'valid는 창이 안쪽에만 놓이고, same은 가장자리를 채웁니다.',
      },
    },
  }) as const satisfies ParamTable

interface Window {
  readonly poolSize: readonly number[]
  readonly strides: readonly number[]
  readonly padding: Padding
}

const infer = (inputs: InputsByPort, { poolSize, strides, padding }: Window): Inferred => {
  const spec = tensorAt(inputs)
  const axes = poolSize.length
  const problem = firstProblem(floatProblem(spec), rankProblem(spec, axes + 1))
  if (problem) return { problem }
  const result = windowed(spec, poolSize, strides, padding)
  if ('problem' in result) return result
  return { outputs: { output: { shape: [...result.sizes, spec.shape[axes] ?? null], dtype: spec.dtype } } }
}

/** One operation for each value of each window. */
const flops = (inputs: InputsByPort, { poolSize, strides, padding }: Window): number => {
  const spec = tensorAt(inputs)
  const result = windowed(spec, poolSize, strides, padding)
  return 'problem' in result ? 0 : knownSize(result.sizes) * (spec.shape.at(-1) ?? 1) * knownSize(poolSize)
}

/** A layer that keeps one number of each window of [...places, channels]. */
export const definePooling = (words: Words, className: string, size: readonly number[]) =>
  defineLayer({
    ...words,
    category: 'convolution',
    inputs: oneInput,
    outputs: () => oneOutput,
    params: poolingParams(size),
    card: ['poolSize', 'strides'],
    infer,
    weights: () => [],
    flops,
    keras: { className, fixed: { data_format: 'channels_last' } },
  })

const keepDimsParam = {
  kind: 'bool',
  default: false,
  label: { en: 'Keep axes', ko: '축 유지' },
  help: { en: 'Leaves the pooled axes with size 1.', ko: '줄인 축을 크기 1로 남깁니다.' },
} as const

/** A layer that keeps one number of each channel of [...places, channels], over all `axes` axes of places. */
export const defineGlobalPooling = (words: Words, className: string, axes: number) =>
  defineLayer({
    ...words,
    category: 'convolution',
    inputs: oneInput,
    outputs: () => oneOutput,
    params: { keepdims: keepDimsParam },
    card: [],
    infer(inputs, { keepdims }) {
      const spec = tensorAt(inputs)
      const problem = firstProblem(floatProblem(spec), rankProblem(spec, axes + 1))
      if (problem) return { problem }
      const kept = keepdims ? Array.from({ length: axes }, () => 1) : []
      return { outputs: { output: { shape: [...kept, spec.shape[axes] ?? null], dtype: spec.dtype } } }
    },
    weights: () => [],
    flops: (inputs) => knownSize(tensorAt(inputs).shape),
    mends: ['rankMismatch', 'targetShapeMismatch'],
    keras: { className, fixed: { data_format: 'channels_last' } },
  })
