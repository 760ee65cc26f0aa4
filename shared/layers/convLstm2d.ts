import { slide, slidingParams } from './convolution.ts'
import { defineLayer, oneInput, oneOutput } from './define.ts'
import { gateActivationParam, recurrentFixed, recurrentParams, recurrentWeightParams } from './recurrent.ts'
import { firstProblem, floatProblem, knownSize, rankProblem, tensorAt, unknownAxisProblem } from './shapes.ts'

const { activation, returnSequences, goBackwards, useBias } = recurrentParams

/** The image of one step. */
const stepOf = (inputs: Parameters<typeof tensorAt>[0]) => {
  const { shape, dtype } = tensorAt(inputs)
  return { shape: shape.slice(1), dtype }
}

/** An LSTM whose products are convolutions: [steps, height, width, channels] → [height′, width′, filters]. */
export const convLstm2d = defineLayer({
  type: 'convLstm2d',
  category: 'recurrent',
  title: 'ConvLSTM2D',
  help: {
    en: 'Reads a sequence of images, such as a film, with an LSTM whose memory is an image too.',
    ko: '영상 같은 이미지의 시퀀스를, 기억도 이미지인 LSTM으로 읽습니다.',
  },
  formula: String.raw`\begin{aligned} i, f, o &= \sigma(x_t * W + h_{t-1} * U + b) \\ c_t &= f \odot c_{t-1} + i \odot \tanh(x_t * W_c + h_{t-1} * U_c + b_c) \\ h_t &= o \odot \tanh(c_t) \end{aligned}`,
  source: 'https://arxiv.org/abs/1506.04214',
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
      help: { en: 'Channels of the memory and of the output.', ko: '기억과 출력의 채널 수입니다.' },
    },
    ...slidingParams(2),
    activation,
    recurrentActivation: gateActivationParam,
    returnSequences,
    goBackwards,
    useBias,
    unitForgetBias: {
      kind: 'bool',
      default: true,
      label: { en: 'Unit forget bias', ko: '망각 게이트 편향 1' },
      help: {
        en: 'Starts the forget gate open: its bias begins at 1.',
        ko: '망각 게이트의 편향을 1로 시작합니다.',
      },
    },
    ...recurrentWeightParams,
  },
  card: ['filters', 'kernelSize', 'returnSequences'],
  infer(inputs, values) {
    const spec = tensorAt(inputs)
    const problem = firstProblem(floatProblem(spec), rankProblem(spec, 4)) ?? unknownAxisProblem(spec)
    if (problem) return { problem }
    const result = slide(stepOf(inputs), values)
    if ('problem' in result) return result
    const image = [...result.sizes, values.filters]
    const shape = values.returnSequences ? [spec.shape[0] ?? null, ...image] : image
    return { outputs: { output: { shape, dtype: 'float32' } } }
  },
  weights(inputs, { filters, kernelSize, useBias: hasBias }) {
    const channels = tensorAt(inputs).shape[3] ?? 1
    return [
      { name: 'kernel', shape: [...kernelSize, channels, 4 * filters], trainable: true },
      { name: 'recurrent_kernel', shape: [...kernelSize, filters, 4 * filters], trainable: true },
      ...(hasBias ? [{ name: 'bias', shape: [4 * filters], trainable: true }] : []),
    ]
  },
  flops(inputs, values) {
    const { shape } = tensorAt(inputs)
    const result = slide(stepOf(inputs), values)
    const places = 'problem' in result ? 0 : knownSize(result.sizes)
    const products = 8 * knownSize(values.kernelSize) * ((shape[3] ?? 1) + values.filters)
    return (shape[0] ?? 1) * places * values.filters * (products + (values.useBias ? 8 : 4))
  },
  keras: {
    className: 'ConvLSTM2D',
    fixed: {
      data_format: 'channels_last',
      dilation_rate: [1, 1],
      return_state: false,
      dropout: 0,
      recurrent_dropout: 0,
      stateful: recurrentFixed.stateful,
      activity_regularizer: null,
      seed: null,
    },
  },
})
