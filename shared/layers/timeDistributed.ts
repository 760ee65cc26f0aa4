import { defineLayer, type InnerLayer, type InputsByPort, oneInput, oneOutput } from './define.ts'
import { rankProblem, tensorAt } from './shapes.ts'

/** What one step brings to the inner layer. */
const eachStep = (inputs: InputsByPort, { definition }: InnerLayer): InputsByPort => {
  const { shape, dtype } = tensorAt(inputs)
  return { [definition.inputs[0]?.name ?? 'input']: [{ shape: shape.slice(1), dtype }] }
}

/** Applies one layer with the same weights to every step of a sequence: [steps, ...] → [steps, ...]. */
export const timeDistributed = defineLayer({
  type: 'timeDistributed',
  category: 'recurrent',
  title: 'TimeDistributed',
  help: {
    en: 'Applies one layer to each step of a sequence, such as a convolution to each image of a film.',
    ko: '시퀀스의 단계마다 같은 층을 적용합니다. 영상의 프레임마다 합성곱을 적용할 때 씁니다.',
  },
  formula: 'y_t = f(x_t)',
  source: 'https://keras.io/api/layers/recurrent_layers/time_distributed/',
  inputs: oneInput,
  outputs: () => oneOutput,
  params: {
    layer: {
      kind: 'layer',
      default: { type: 'dense', params: {} },
      options: [
        'dense',
        'activation',
        'relu',
        'leakyRelu',
        'prelu',
        'softmax',
        'conv1d',
        'conv2d',
        'separableConv1d',
        'separableConv2d',
        'depthwiseConv1d',
        'depthwiseConv2d',
        'conv1dTranspose',
        'conv2dTranspose',
        'maxPooling1d',
        'maxPooling2d',
        'averagePooling1d',
        'averagePooling2d',
        'globalMaxPooling1d',
        'globalMaxPooling2d',
        'globalAveragePooling1d',
        'globalAveragePooling2d',
        'lstm',
        'gru',
        'simpleRnn',
        'bidirectional',
        'flatten',
        'reshape',
        'permute',
        'repeatVector',
        'cropping1d',
        'cropping2d',
        'zeroPadding1d',
        'zeroPadding2d',
        'upSampling1d',
        'upSampling2d',
        'dropout',
        'layerNormalization',
        'groupNormalization',
      ],
      required: true,
      label: { en: 'Layer', ko: '층' },
      help: { en: 'The layer that each step goes through.', ko: '단계마다 적용할 층입니다.' },
    },
  },
  card: ['layer'],
  infer(inputs, { layer }) {
    const spec = tensorAt(inputs)
    if (spec.shape.length < 2) return { problem: rankProblem(spec, 2) ?? { code: 'rankMismatch' } }
    const inferred = layer.definition.infer(eachStep(inputs, layer), layer.values)
    if ('problem' in inferred) return inferred
    const { output } = inferred.outputs
    if (!output || Object.keys(inferred.outputs).length > 1)
      return { problem: { code: 'valueInvalid', values: { param: 'layer.returnState', found: 'true' } } }
    return { outputs: { output: { ...output, shape: [spec.shape[0] ?? null, ...output.shape] } } }
  },
  weights: (inputs, { layer }) => layer.definition.weights(eachStep(inputs, layer), layer.values),
  flops: (inputs, { layer }) =>
    (tensorAt(inputs).shape[0] ?? 1) * layer.definition.flops(eachStep(inputs, layer), layer.values),
  keras: 'TimeDistributed',
})
