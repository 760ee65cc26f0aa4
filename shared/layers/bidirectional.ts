import {
  defineLayer,
  type InnerLayer,
  type InputsByPort,
  type Port,
  type Problem,
  type TensorSpec,
} from './define.ts'
import { recurrentInputs, recurrentOutputs, type State } from './recurrent.ts'
import { knownSize, tensorAt } from './shapes.ts'

const backward = { h: 'backwardH', c: 'backwardC' } as const
const statesOf = ({ type }: InnerLayer): readonly State[] => (type === 'lstm' ? ['h', 'c'] : ['h'])
const flagOf = ({ values }: InnerLayer, name: string) => values[name] === true

/** Ports of the layer that reads from the end, after those of the one that reads from the start. */
const bothWays = (ports: readonly Port[]): readonly Port[] => [
  ...ports,
  ...ports.flatMap((port) =>
    port.name === 'h' || port.name === 'c'
      ? [
          {
            ...port,
            name: backward[port.name],
            title: { en: `${port.title.en}, backwards`, ko: `역방향 ${port.title.ko}` },
          },
        ]
      : [],
  ),
]

/** What arrives at the inner layer that reads from the end, under its own port names. */
const turned = (inputs: InputsByPort): InputsByPort => ({
  input: inputs['input'] ?? [],
  ...(inputs['backwardH'] && { h: inputs['backwardH'] }),
  ...(inputs['backwardC'] && { c: inputs['backwardC'] }),
})

/** The problem of a port of the inner layer as one of ours. */
const turnedBack = (problem: Problem): Problem => {
  const port = problem.values?.['port']
  return port === 'h' || port === 'c'
    ? { ...problem, values: { ...problem.values, port: backward[port] } }
    : problem
}

/** A layer's settings in Keras, its name and its direction aside, as one text. */
const turnedSettings = (layer: unknown): string => {
  const { class_name, config = {} } = (layer ?? {}) as { class_name?: unknown; config?: object }
  return JSON.stringify([class_name, { ...config, name: '', go_backwards: false }])
}

/** A recurrent layer twice, reading from the start and from the end, the two outputs merged. */
export const bidirectional = defineLayer({
  type: 'bidirectional',
  category: 'recurrent',
  title: 'Bidirectional',
  help: {
    en: 'Reads a sequence from both ends with two copies of a recurrent layer and merges what they put out.',
    ko: '같은 순환층 두 개로 시퀀스를 앞과 뒤에서 읽고 두 출력을 합칩니다.',
  },
  formula: String.raw`y_t = [\overrightarrow{h_t}, \overleftarrow{h_t}]`,
  source: 'https://keras.io/api/layers/recurrent_layers/bidirectional/',
  inputs: bothWays(recurrentInputs(['h', 'c'])),
  usedInputs: ({ layer }) => bothWays(recurrentInputs(statesOf(layer))),
  outputs: ({ layer }) =>
    bothWays(recurrentOutputs(statesOf(layer), { returnState: flagOf(layer, 'returnState') })),
  params: {
    layer: {
      kind: 'layer',
      default: { type: 'lstm', params: {} },
      options: ['lstm', 'gru', 'simpleRnn'],
      required: true,
      label: { en: 'Layer', ko: '층' },
      help: { en: 'The recurrent layer that reads both ways.', ko: '양쪽에서 읽을 순환층입니다.' },
    },
    mergeMode: {
      kind: 'choice',
      default: 'concat',
      options: ['concat', 'sum', 'mul', 'ave'],
      label: { en: 'Merge mode', ko: '합치는 방법' },
      help: {
        en: 'concat: side by side. sum, mul, ave: value by value.',
        ko: 'concat은 나란히 잇고, sum, mul, ave는 값끼리 더하거나 곱하거나 평균합니다.',
      },
    },
  },
  card: ['layer', 'mergeMode'],
  infer(inputs, { layer, mergeMode }) {
    const { definition, values } = layer
    const onlyOne = Boolean(inputs['h']) !== Boolean(inputs['backwardH'])
    if (onlyOne) {
      const port = inputs['h'] ? 'backwardH' : 'h'
      return { problem: { code: 'inputNotConnected', values: { port } } }
    }
    const first = definition.infer(inputs, values)
    const second = definition.infer(turned(inputs), values)
    if ('problem' in first) return first
    if ('problem' in second) return { problem: turnedBack(second.problem) }
    const { output, ...states } = first.outputs
    const { shape = [] } = output ?? {}
    const units = shape.at(-1) ?? null
    const width = mergeMode === 'concat' && units !== null ? 2 * units : units
    const main: TensorSpec = { shape: shape.with(-1, width), dtype: 'float32' }
    const returned = Object.entries(states)
    return {
      outputs: {
        output: main,
        ...states,
        ...Object.fromEntries(returned.map(([name, spec]) => [backward[name as State], spec])),
      },
    }
  },
  weights(inputs, { layer }) {
    const weights = layer.definition.weights(inputs, layer.values)
    return ['forward', 'backward'].flatMap((way) =>
      weights.map((weight) => ({ ...weight, name: `${way}_${weight.name}` })),
    )
  },
  flops: (inputs, { layer, mergeMode }) => {
    const each = layer.definition.flops(inputs, layer.values)
    const steps = flagOf(layer, 'returnSequences') ? (tensorAt(inputs).shape[0] ?? 1) : 1
    const merged = mergeMode === 'concat' ? 0 : knownSize([steps, Number(layer.values['units'])])
    return 2 * each + merged
  },
  keras: 'Bidirectional',
  // Keras 3 writes both layers; a second one that only turns the first around is the one it makes anyway.
  fromKeras: ({ backward_layer: back, ...config }) =>
    turnedSettings(back) === turnedSettings(config['layer']) ? config : { ...config, backward_layer: back },
})
