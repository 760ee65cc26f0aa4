import { describe, expect, it } from 'vitest'
import type { KerasLayer, LayerDefinition } from '../../../shared/layers/define.ts'
import { dense } from '../../../shared/layers/dense.ts'
import { followCall } from './followCall.ts'
import { followKeras } from './followKeras.ts'
import { outputSpecs } from './outputSpecs.ts'

const float = (...shape: (number | null)[]) => ({ shape, dtype: 'float32' as const })
const keras = (className: string, config: KerasLayer['config']): KerasLayer => ({ className, config })

/** A made-up layer that Keras lacks: two Dense layers, the second on a reshaped sum of the first and the input. */
const made: LayerDefinition = {
  ...(dense as unknown as LayerDefinition),
  inputs: [
    { name: 'a', title: { en: 'A', ko: 'A' } },
    { name: 'b', title: { en: 'B', ko: 'B' } },
  ],
  lower: () => ({
    steps: [
      {
        name: 'first',
        layer: keras('Dense', { units: 6, activation: 'hard_sigmoid', kernel_initializer: null }),
        from: [{ port: 'b' }],
      },
      { name: 'less', layer: keras('Subtract', {}), from: [{ port: 'a' }, { step: 'first' }] },
      { name: 'square', layer: keras('Reshape', { target_shape: [2, -1] }), from: [{ step: 'less' }] },
      { name: 'second', layer: keras('Dense', { units: 5 }), from: [{ step: 'square' }] },
    ],
    outputs: { output: { step: 'second' } },
  }),
}

describe('a call as tfjs layers', () => {
  it('follows each Keras layer of a lowered entry with the shapes that reach it', () => {
    const { steps, outputs } = followCall(made, { a: [float(6)], b: [float(3)] }, {}, false)
    expect(steps.map(({ name, layer, from }) => [name, layer.className, from])).toEqual([
      ['first/0', 'Dense', [{ input: 1 }]],
      ['first/0/1', 'Rescaling', [{ step: 'first/0', output: 0 }]],
      ['first/0/2', 'ReLU', [{ step: 'first/0/1', output: 0 }]],
      ['less/negative', 'Rescaling', [{ step: 'first/0/2', output: 0 }]],
      ['less/add', 'Add', [{ input: 0 }, { step: 'less/negative', output: 0 }]],
      ['square/0', 'Reshape', [{ step: 'less/add', output: 0 }]],
      ['second/0', 'Dense', [{ step: 'square/0', output: 0 }]],
    ])
    expect(steps.find(({ name }) => name === 'square/0')?.layer.config).toEqual({ target_shape: [2, 3] })
    expect(outputs).toEqual({ output: { step: 'second/0', output: 0 } })
  })

  it.each([
    ['ZeroPadding1D', { padding: [2, 1] }, float(4, 3), float(7, 3)],
    ['ZeroPadding1D', { padding: [2, 1] }, float(null, 3), float(null, 3)],
    ['UpSampling1D', { size: 3 }, float(4, 2), float(12, 2)],
    [
      'Conv1D',
      { filters: 5, kernel_size: [3], dilation_rate: [2], padding: 'causal' },
      float(4, 2),
      float(4, 5),
    ],
    [
      'SeparableConv1D',
      { filters: 5, kernel_size: [3], strides: [2], padding: 'same' },
      float(7, 2),
      float(4, 5),
    ],
    ['SeparableConv1D', { filters: 5, kernel_size: 3, padding: 'valid' }, float(7, 2), float(5, 5)],
  ])('gives %s of %j its shape', (className, config, input, wanted) => {
    let spec = input
    for (const { layer } of followKeras(keras(className, config), [input]).steps)
      spec = outputSpecs(layer, [spec])[0] as typeof input
    expect(spec).toEqual(wanted)
  })

  it('does what the layer inside TimeDistributed becomes one after the other, at each step', () => {
    const inner = { class_name: 'ELU', config: { alpha: 0.5 } }
    const { steps } = followKeras(keras('TimeDistributed', { layer: inner }), [float(4, 3)])
    expect(steps.map(({ layer }) => [layer.className, layer.config])).toEqual([
      ['TimeDistributed', { layer: { class_name: 'ELU', config: { name: 'inner' } } }],
      ['TimeDistributed', { layer: { class_name: 'LeakyReLU', config: { alpha: 0.5, name: 'inner' } } }],
    ])
  })
})
