import { defineLayer, oneInput, oneOutput } from './define.ts'
import { inferSame, knownSize, tensorAt } from './shapes.ts'

const functions = ['abs', 'square', 'sqrt', 'exp', 'log'] as const
/** Keras' classes of the operations that `keras.ops` has under these names. */
const classes = { abs: 'Absolute', square: 'Square', sqrt: 'Sqrt', exp: 'Exp', log: 'Log' } as const

/** One mathematical function of every value. */
export const math = defineLayer({
  type: 'math',
  category: 'core',
  title: 'Math',
  help: {
    en: 'Applies a mathematical function to every value: absolute value, square, square root, exponential or logarithm.',
    ko: '모든 값에 수학 함수를 적용합니다. 절댓값, 제곱, 제곱근, 지수, 로그 중에서 고릅니다.',
  },
  formula: String.raw`y = |x|, \; x^2, \; \sqrt{x}, \; e^x, \; \ln x`,
  source: 'https://keras.io/api/ops/numpy/',
  inputs: oneInput,
  outputs: () => oneOutput,
  params: {
    function: {
      kind: 'choice',
      default: 'abs',
      options: functions,
      required: true,
      label: { en: 'Function', ko: '함수' },
      help: {
        en: 'sqrt wants values that are not negative, log wants positive ones.',
        ko: 'sqrt에는 음수가 아닌 값, log에는 양수가 들어와야 합니다.',
      },
    },
  },
  card: ['function'],
  infer: (inputs) => inferSame(inputs),
  weights: () => [],
  flops: (inputs) => knownSize(tensorAt(inputs).shape),
  keras: (values) => ({ className: classes[values.function], config: {}, op: values.function }),
  kerasAliases: Object.values(classes),
  fromKeras: (_, className) => ({
    function: functions.find((name) => classes[name] === className),
  }),
})
