import { borderFromKeras, borderParam, inferBorder, kerasBorder } from './borders.ts'
import { defineLayer, oneInput, oneOutput } from './define.ts'

/** Cuts a border off [steps, channels]. */
export const cropping1d = defineLayer({
  type: 'cropping1d',
  category: 'shape',
  title: 'Cropping1D',
  help: { en: 'Cuts a border off a sequence.', ko: '시퀀스의 가장자리를 잘라 냅니다.' },
  formula: String.raw`y_{ic} = x_{i+a,\, c}`,
  source: 'https://keras.io/api/layers/reshaping_layers/cropping1d/',
  inputs: oneInput,
  outputs: () => oneOutput,
  params: {
    cropping: borderParam(
      1,
      1,
      { en: 'Cropping', ko: '자르기' },
      { en: 'What is cut off at each end.', ko: '끝마다 잘라 낼 길이입니다.' },
    ),
  },
  card: ['cropping'],
  infer: (inputs, { cropping }) => inferBorder(inputs, cropping, -1),
  weights: () => [],
  flops: () => 0,
  outputActivation: () => 'input',
  keras: ({ cropping }) => ({
    className: 'Cropping1D',
    config: { cropping: kerasBorder(cropping) },
  }),
  fromKeras: borderFromKeras('cropping', 1),
})
