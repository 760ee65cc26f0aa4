import {
  activationParam,
  biasInitializerParam,
  kernelInitializerParam,
  penaltyParams,
  paddings,
  useBiasParam,
} from './choices.ts'
import { defineLayer, oneInput, oneOutput } from './define.ts'
import {
  firstProblem,
  floatProblem,
  knownSize,
  rankProblem,
  tensorAt,
  unknownAxisProblem,
  windowed,
} from './shapes.ts'

/** Slides learned filters over an image: [height, width, channels] → [height′, width′, filters]. */
export const conv2d = defineLayer({
  type: 'conv2d',
  category: 'convolution',
  title: 'Conv2D',
  help: {
    en: 'Slides learned filters over an image and puts out one channel a filter.',
    ko: '학습되는 필터를 이미지 위로 움직이며 필터마다 채널 하나를 출력하는 합성곱층입니다.',
  },
  formula: String.raw`y_{ijo} = f\Big(\sum_{p,q,c} W_{pqco} \, x_{si+p,\, sj+q,\, c} + b_o\Big)`,
  source: 'https://keras.io/api/layers/convolution_layers/convolution2d/',
  inputs: oneInput,
  outputs: () => oneOutput,
  params: {
    filters: {
      kind: 'int',
      default: 32,
      min: 1,
      max: 65_536,
      required: true,
      label: { en: 'Filters', ko: '필터 수' },
      help: { en: 'Number of output channels.', ko: '출력 채널의 수입니다.' },
    },
    kernelSize: {
      kind: 'tuple',
      default: [3, 3],
      min: 1,
      max: 4096,
      required: true,
      label: { en: 'Kernel size', ko: '커널 크기' },
      help: { en: 'Height and width of a filter.', ko: '필터의 높이와 너비입니다.' },
    },
    strides: {
      kind: 'tuple',
      default: [1, 1],
      min: 1,
      max: 4096,
      label: { en: 'Strides', ko: '스트라이드' },
      help: { en: 'Step of the filter along each axis.', ko: '축마다 필터가 이동하는 간격입니다.' },
    },
    padding: {
      kind: 'choice',
      default: 'valid',
      options: paddings,
      label: { en: 'Padding', ko: '패딩' },
      help: {
        en: 'valid: the filter stays inside the image. same: the border is padded with zeros.',
        ko: 'valid는 필터가 이미지 안에만 놓이고, same은 가장자리를 0으로 채웁니다.',
      },
    },
    activation: activationParam('linear'),
    useBias: useBiasParam,
    kernelInitializer: kernelInitializerParam,
    biasInitializer: biasInitializerParam,
    ...penaltyParams,
  },
  card: ['filters', 'kernelSize', 'activation'],
  infer(inputs, { filters, kernelSize, strides, padding }) {
    const spec = tensorAt(inputs)
    const problem = firstProblem(floatProblem(spec), rankProblem(spec, 3)) ?? unknownAxisProblem(spec, 2)
    if (problem) return { problem }
    const result = windowed(spec, kernelSize, strides, padding)
    if ('problem' in result) return result
    return { outputs: { output: { shape: [...result.sizes, filters], dtype: 'float32' } } }
  },
  weights(inputs, { filters, kernelSize, useBias }) {
    const shape = [...kernelSize, tensorAt(inputs).shape[2] ?? 1, filters]
    const kernel = { name: 'kernel', shape, trainable: true }
    return useBias ? [kernel, { name: 'bias', shape: [filters], trainable: true }] : [kernel]
  },
  flops(inputs, { filters, kernelSize, strides, padding, useBias }) {
    const spec = tensorAt(inputs)
    const result = windowed(spec, kernelSize, strides, padding)
    const places = 'problem' in result ? 0 : knownSize(result.sizes)
    return places * filters * (2 * knownSize(kernelSize) * (spec.shape[2] ?? 1) + (useBias ? 1 : 0))
  },
  outputActivation: ({ activation }) => activation,
  keras: {
    className: 'Conv2D',
    fixed: { data_format: 'channels_last', dilation_rate: [1, 1], groups: 1, activity_regularizer: null },
  },
})
