import { serialization, type Tensor, tensor, tidy } from '@tensorflow/tfjs-core'
import { input, layers, model, type SymbolicTensor } from '@tensorflow/tfjs-layers'
import { beforeAll, describe, expect, it } from 'vitest'
import { loadWasmForTests } from '../backends/wasmBytes.test-support.ts'
import { createExecute } from '../compile/execute.ts'
import type { Topology } from '../compile/topology.ts'
import { installOwnLayers } from './ownLayers.ts'

type Layer = InstanceType<typeof layers.Layer>
type From = SymbolicTensor | SymbolicTensor[]

const outputs = (layer: Layer, from: From) => [layer.apply(from)].flat() as SymbolicTensor[]
const call = (layer: Layer, from: From) => outputs(layer, from)[0] as SymbolicTensor
const ids = (shape = [4]) => input({ shape, dtype: 'int32' })
const words = (from: SymbolicTensor, maskZero = true) =>
  call(layers.embedding({ inputDim: 5, outputDim: 2, maskZero }), from)
const lstm = (config = {}) => layers.lstm({ units: 2, recurrentActivation: 'sigmoid', ...config })
const rnn = () => layers.simpleRNN({ units: 2 })
const gru = (config = {}) => {
  const [type] = serialization.SerializationMap.getMap().classNameMap['GRUResetAfter'] ?? []
  if (!type) throw new Error('GRUResetAfter is not registered.')
  return new type({ units: 2, recurrentActivation: 'sigmoid', ...config }) as never
}

/** Weights as in the script that made the wanted values: (7 · i mod 11 − 5) / 10 at place i of each. */
const fill = ({ size, shape }: Tensor) =>
  tensor(
    Array.from({ length: size }, (_, at) => (((at * 7) % 11) - 5) / 10),
    shape,
  )
const steps = (count: number, divisor: number, less: number, shape: number[]) =>
  tensor(
    Array.from({ length: count }, (_, at) => at / divisor - less),
    shape,
  )
const one = () => tensor([3, 1, 0, 0, 0, 2, 4, 1, 1, 2, 3, 4], [3, 4], 'int32')
const other = () => tensor([1, 0, 0, 2, 4, 0, 2, 0, 1, 2, 0, 0], [3, 4], 'int32')
const numbers = () => steps(24, 10, 1, [3, 4, 2])

interface Case {
  readonly build: () => { from: SymbolicTensor[]; to: SymbolicTensor[] }
  readonly inputs: () => Tensor[]
  /** What Keras 3.15 puts out, output after output. */
  readonly wanted: readonly number[]
}
const single = (shape: number[], build: (x: SymbolicTensor) => SymbolicTensor): Case['build'] => {
  return () => {
    const from = ids(shape)
    return { from: [from], to: [build(words(from))] }
  }
}
const pair = (layer: () => Layer, isSecondMasked = true): Case['build'] => {
  return () => {
    const from = [ids(), ids()] as [SymbolicTensor, SymbolicTensor]
    const merged = call(layer(), [words(from[0]), words(from[1], isSecondMasked)])
    return { from, to: [call(rnn(), merged)] }
  }
}

const cases: Record<string, Case> = {
  'an LSTM skips masked steps': {
    build: single([4], (x) => call(lstm({ returnSequences: true }), x)),
    inputs: () => [one()],
    wanted: [
      0.029353, -0.111148, 0.049101, -0.15095, 0.049101, -0.15095, 0.049101, -0.15095, 0, 0, 0.011261,
      -0.068681, 0.030669, -0.10005, 0.051274, -0.145039, 0.040254, -0.095684, 0.023955, -0.126733, 0.03617,
      -0.186784, 0.035912, -0.163307,
    ],
  },
  'a GRU is reached through layers that hand the mask on': {
    build: single([4], (x) => {
      const dense = call(layers.dense({ units: 2, activation: 'tanh' }), x)
      const dropped = call(layers.dropout({ rate: 0.5 }), dense)
      return call(gru(), call(layers.leakyReLU({ alpha: 0.3 }), dropped))
    }),
    inputs: () => [one()],
    wanted: [0.016196, -0.430445, 0.028341, -0.482796, 0.038463, -0.48779],
  },
  'a sum is masked where all parts are': {
    build: pair(() => layers.add()),
    inputs: () => [one(), other()],
    wanted: [-0.323641, 0.283694, -0.195927, 0.418614, -0.038397, 0.324808],
  },
  'features side by side are masked where all are': {
    build: pair(() => layers.concatenate()),
    inputs: () => [one(), other()],
    wanted: [-0.351577, 0.372013, -0.35401, 0.572092, -0.191507, 0.489752],
  },
  'steps one after the other keep their masks': {
    build: pair(() => layers.concatenate({ axis: 1 }), false),
    inputs: () => [one(), other()],
    wanted: [-0.399245, 0.17918, -0.122667, 0.208113, -0.252326, 0.278543],
  },
  'the mean is that of the steps that count': {
    build: single([4], (x) => call(layers.globalAveragePooling1d({}), x)),
    inputs: () => [one()],
    wanted: [0.1, 0.25, -0.166667, 0.166667, -0.025, 0.125],
  },
  'both directions skip masked steps': {
    build: single([4], (x) => {
      const layer = lstm({ returnSequences: true }) as never
      return call(layers.bidirectional({ layer, mergeMode: 'concat' }), x)
    }),
    inputs: () => [one()],
    wanted: [
      0.029353, -0.111148, 0.043283, -0.167267, 0.049101, -0.15095, 0.040254, -0.095684, 0, 0, 0, 0, 0, 0, 0,
      0, 0, 0, 0, 0, 0.011261, -0.068681, 0.025152, -0.138673, 0.030669, -0.10005, 0.041784, -0.11413,
      0.051274, -0.145039, 0.040254, -0.095684, 0.040254, -0.095684, 0.044659, -0.177508, 0.023955, -0.126733,
      0.021484, -0.16145, 0.03617, -0.186784, 0.040067, -0.150054, 0.035912, -0.163307, 0.028216, -0.065639,
    ],
  },
  'an inner layer gets the mask of its own steps': {
    build: single([2, 4], (x) => call(layers.timeDistributed({ layer: rnn() }), x)),
    inputs: () => [tensor([3, 1, 0, 0, 0, 2, 4, 1, 1, 0, 0, 4, 2, 0, 0, 0], [2, 2, 4], 'int32')],
    wanted: [-0.247171, 0.40162, -0.437606, 0.451258, -0.203744, 0.355576, -0.454216, 0.069886],
  },
  'a mask stays on its own path': {
    build: () => {
      const [a, b] = [ids(), input({ shape: [4, 2] })]
      return { from: [a, b], to: [call(rnn(), words(a)), call(rnn(), b)] }
    },
    inputs: () => [one(), numbers()],
    wanted: [
      -0.247171, 0.40162, -0.437606, 0.451258, -0.158607, 0.302621, -0.151098, -0.216908, -0.56363, 0.563002,
      -0.814139, 0.874023,
    ],
  },
  'Masking hides steps of one value': {
    build: () => {
      const from = input({ shape: [3, 2] })
      return { from: [from], to: [call(rnn(), call(layers.masking({ maskValue: 0.5 }), from))] }
    },
    inputs: () => [tensor([0.5, 0.5, 0.5, 1, 0.5, 0.5, 1, 2, 0.5, 0.5, 3, -1], [2, 3, 2])],
    wanted: [-0.739783, 0.664037, -0.911174, 0.512125],
  },
  'states go from layer to layer': {
    build: () => {
      const [a, b] = [ids(), ids()]
      const [, h, c] = outputs(lstm({ returnState: true }), words(a)) as [SymbolicTensor, SymbolicTensor, SymbolicTensor] // biome-ignore format: short
      const second = outputs(lstm({ returnSequences: true, returnState: true }), [words(b, false), h, c])
      return { from: [a, b], to: [call(lstm(), second), second[2] as SymbolicTensor] }
    },
    inputs: () => [one(), other()],
    wanted: [
      0.017948, -0.176206, 0.019434, -0.173845, 0.019133, -0.172435, 0.03901, -0.304422, 0.046466, -0.25818,
      0.049083, -0.255394,
    ],
  },
  'both directions start from given states and give theirs': {
    build: () => {
      const from = [input({ shape: [4, 2] }), input({ shape: [2] }), input({ shape: [2] })]
      const layer = gru({ returnState: true })
      return { from, to: outputs(layers.bidirectional({ layer, mergeMode: 'sum' }), from) }
    },
    inputs: () => [numbers(), steps(6, 5, 0, [3, 2]), steps(6, 7, 0.5, [3, 2])],
    wanted: [
      0.04989, -0.090712, 0.141685, -0.977105, 0.181245, -1.337191, 0.045072, -0.179842, 0.085337, -0.558502,
      0.102662, -0.650232, 0.004818, 0.08913, 0.056348, -0.418603, 0.078583, -0.686959,
    ],
  },
}

describe('masks and states, as Keras hands them on', () => {
  beforeAll(async () => {
    await loadWasmForTests()
    installOwnLayers()
  })

  it.each(Object.entries(cases))(
    '%s, in our executor and in that of tfjs',
    (_, { build, inputs, wanted }) => {
      const { from, to } = build()
      const built = model({ inputs: from, outputs: to })
      built.setWeights(built.getWeights().map(fill))
      const topology = built.toJSON(null, false) as unknown as Topology
      const given = inputs()
      for (const found of [
        tidy(() => createExecute(built, topology)(given, false).flatMap((tensor) => [...tensor.dataSync()])),
        tidy(() =>
          [built.predict(given) as Tensor | Tensor[]].flat().flatMap((tensor) => [...tensor.dataSync()]),
        ),
      ]) {
        expect(found).toHaveLength(wanted.length)
        for (const [at, value] of wanted.entries()) expect(found[at], String(at)).toBeCloseTo(value, 5)
      }
    },
  )
})
