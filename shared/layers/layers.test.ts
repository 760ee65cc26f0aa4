import { describe, expect, it } from 'vitest'
import { activations, initializers, kerasInitializer } from './choices.ts'
import type { InputsByPort, LayerDefinition, OutputsByPort, Shape, TensorSpec, WeightSpec } from './define.ts'
import { findLayer, type LayerType, layerDefinitions, paletteEntries } from './index.ts'
import { paramValues } from './values.ts'

const entries = Object.entries<LayerDefinition>(layerDefinitions)
const spec = (...shape: Shape): TensorSpec => ({ shape, dtype: 'float32' })
const ints = (...shape: Shape): TensorSpec => ({ shape, dtype: 'int32' })

const valuesOf = (definition: LayerDefinition, params: object = {}) => {
  const checked = paramValues(definition, params as Record<string, unknown>)
  if ('problems' in checked) throw new Error(JSON.stringify(checked.problems))
  return checked.values
}
const known = (type: LayerType) => {
  const definition = findLayer(type)
  if (!definition) throw new Error(type)
  return definition
}
const infer = (type: LayerType, inputs: InputsByPort | TensorSpec, params: object = {}) => {
  const definition = known(type)
  const ports =
    'shape' in inputs && Array.isArray(inputs.shape)
      ? { input: [inputs as TensorSpec] }
      : (inputs as InputsByPort)
  const values = valuesOf(definition, params)
  const inferred = definition.infer(ports, values)
  return 'problem' in inferred
    ? { problem: inferred.problem.code, values: inferred.problem.values }
    : {
        outputs: inferred.outputs as OutputsByPort,
        shape: inferred.outputs.output?.shape,
        weights: definition.weights(ports, values) as readonly WeightSpec[],
        flops: definition.flops(ports, values),
      }
}
const count = (weights: readonly WeightSpec[] = []) =>
  weights.reduce((sum, { shape }) => sum + shape.reduce((product, axis) => product * axis, 1), 0)

describe('the palette', () => {
  it('has no two entries of one type, and no layer called input or output', () => {
    const types = paletteEntries.map(({ type }) => type)
    expect(new Set(types).size).toBe(types.length)
    expect(findLayer('input')).toBeUndefined()
    expect(findLayer('toString')).toBeUndefined()
  })
  it.each(paletteEntries.map((entry) => [entry.type, entry] as const))(
    'says what %s is in both languages',
    (_, entry) => {
      expect(entry.help.en).toMatch(/\.$/)
      expect(entry.help.ko).toMatch(/다\.$/)
      expect(entry.source).toMatch(/^https:/)
    },
  )
})

describe.each(entries)('%s', (type, definition) => {
  it('is listed under its own type, with defaults that are valid and complete', () => {
    expect(definition.type).toBe(type)
    const defaults = Object.fromEntries(
      Object.entries(definition.params).map(([name, param]) => [name, param.default]),
    )
    expect(valuesOf(definition)).toEqual(valuesOf(definition, defaults))
    expect(Object.keys(valuesOf(definition))).toEqual(Object.keys(definition.params))
  })
  it('shows parameters on its card that it has', () => {
    for (const name of definition.card) expect(definition.params).toHaveProperty(name)
  })
  it('has words in both languages for every parameter and port', () => {
    const values = valuesOf(definition)
    for (const { label, help } of Object.values(definition.params)) {
      for (const words of [label, help]) {
        expect(words?.en).toBeTruthy()
        expect(words?.ko).toMatch(/[가-힣]/)
      }
      expect(help.ko).toMatch(/다\.$/)
    }
    for (const { title } of [...definition.inputs, ...definition.outputs(values)])
      expect(title.ko).toMatch(/[가-힣]/)
  })
  it('writes a config in snake_case that holds every parameter', () => {
    const { className, config, op } = definition.keras(valuesOf(definition))
    expect(className).toMatch(/^[A-Z]/)
    for (const key of Object.keys(config)) expect(key).toMatch(/^[a-z][a-z0-9_]*$/)
    // The parameter of an operation chooses its class.
    if (op) return
    for (const name of Object.keys(definition.params)) {
      expect(config).toHaveProperty(name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`))
    }
  })
  it('answers any input with exactly its ports or a problem, and whole weights', () => {
    const shapes = [
      [],
      [1],
      [8],
      [null],
      [5, 3],
      [null, 4],
      [4, null],
      [28, 28, 1],
      [8, 8, 2],
      [null, null, 3],
      [2, 2, 2, 2],
      [2, 32],
      [4, 5, 6, 2],
    ]
    let accepted = 0
    for (const params of [{}, { padding: 'same' }, { returnState: true }, { useBias: false }]) {
      const checked = paramValues(definition, params)
      // `padding` is a list of numbers where borders are added.
      if ('problems' in checked) continue
      const { values } = checked
      for (const shape of shapes) {
        for (const dtype of ['float32', 'int32'] as const) {
          const tensor = { shape, dtype }
          const needed = definition.inputs.filter(({ optional }) => !optional)
          const inputs = Object.fromEntries(
            needed.map(({ name, many }) => [name, many ? [tensor, tensor, tensor] : [tensor]]),
          )
          const inferred = definition.infer(inputs, values)
          if ('problem' in inferred) continue
          accepted++
          expect(Object.keys(inferred.outputs)).toEqual(definition.outputs(values).map(({ name }) => name))
          for (const { shape: weight } of definition.weights(inputs, values)) {
            for (const axis of weight) expect(Number.isInteger(axis) && axis > 0).toBe(true)
          }
          expect(definition.flops(inputs, values)).toBeGreaterThanOrEqual(0)
        }
      }
    }
    expect(accepted).toBeGreaterThan(0)
  })
})

describe('known sizes', () => {
  it('of Dense', () => {
    const result = infer('dense', spec(37), { units: 64 })
    expect(result).toMatchObject({ shape: [64], flops: 2 * 37 * 64 + 64 })
    expect(count(result.weights)).toBe(2432)
    expect(infer('dense', spec(5, 8), { units: 3, useBias: false })).toMatchObject({
      shape: [5, 3],
      flops: 240,
    })
    expect(infer('dense', spec(null))).toMatchObject({ problem: 'axisUnknown', values: { axis: 1 } })
    expect(infer('dense', spec())).toMatchObject({ problem: 'rankMismatch' })
  })
  it('of Embedding and LSTM', () => {
    expect(count(infer('embedding', ints(100), { inputDim: 10_000, outputDim: 512 }).weights)).toBe(5_120_000)
    const lstm = infer('lstm', spec(100, 512), { units: 32 })
    expect(count(lstm.weights)).toBe(69_760)
    expect(lstm.shape).toEqual([32])
    expect(infer('lstm', spec(null, 4), { units: 3, returnSequences: true }).shape).toEqual([null, 3])
    expect(infer('lstm', spec(9, 4), { units: 3, returnState: true }).outputs).toEqual({
      output: spec(3),
      h: spec(3),
      c: spec(3),
    })
  })
  it('of an LSTM with an initial state', () => {
    const input = [spec(9, 4)]
    expect(infer('lstm', { input, h: [spec(3)], c: [spec(3)] }, { units: 3 }).shape).toEqual([3])
    expect(infer('lstm', { input, h: [spec(3)] }, { units: 3 })).toMatchObject({
      problem: 'inputNotConnected',
      values: { port: 'c' },
    })
    expect(infer('lstm', { input, h: [spec(4)], c: [spec(3)] }, { units: 3 })).toMatchObject({
      problem: 'stateMismatch',
    })
  })
  it.each([
    [28, 3, 1, 'valid', 26],
    [28, 3, 2, 'valid', 13],
    [28, 5, 3, 'same', 10],
    [7, 7, 1, 'valid', 1],
    [1, 3, 2, 'same', 1],
  ])('of Conv2D over %i with window %i, stride %i, %s: %i', (size, window, stride, padding, expected) => {
    const params = { filters: 4, kernelSize: [window, 1], strides: [stride, 1], padding }
    expect(infer('conv2d', spec(size, 2, 3), params)).toMatchObject({ shape: [expected, 2, 4] })
  })
  it('of Conv2D weights, and what it refuses', () => {
    const result = infer('conv2d', spec(28, 28, 3), { filters: 32 })
    expect(result.weights?.map(({ shape }) => shape)).toEqual([[3, 3, 3, 32], [32]])
    expect(result.flops).toBe(26 * 26 * 32 * (2 * 27 + 1))
    expect(infer('conv2d', spec(2, 28, 3))).toMatchObject({
      problem: 'windowTooLarge',
      values: { axis: 1, size: 2 },
    })
    expect(infer('conv2d', spec(28, 28))).toMatchObject({
      problem: 'rankMismatch',
      values: { needed: 3, found: 2 },
    })
    expect(infer('conv2d', spec(28, 28, null))).toMatchObject({ problem: 'axisUnknown', values: { axis: 3 } })
    expect(infer('conv2d', ints(28, 28, 3))).toMatchObject({ problem: 'dtypeMismatch' })
  })
  it('of pooling', () => {
    expect(infer('maxPooling2d', spec(7, null, 3))).toMatchObject({ shape: [3, null, 3] })
    expect(infer('averagePooling2d', spec(7, 7, 3), { padding: 'same' })).toMatchObject({ shape: [4, 4, 3] })
    expect(infer('globalAveragePooling2d', spec(7, 7, 3))).toMatchObject({ shape: [3] })
  })
  it('of BatchNormalization: two weights of four are trainable', () => {
    const { weights } = infer('batchNormalization', spec(28, 28, 8))
    expect(weights?.map(({ name, shape, trainable }) => [name, shape[0], trainable])).toEqual([
      ['gamma', 8, true],
      ['beta', 8, true],
      ['moving_mean', 8, false],
      ['moving_variance', 8, false],
    ])
  })
  it('of Flatten and Reshape', () => {
    expect(infer('flatten', spec(2, 3, 4)).shape).toEqual([24])
    expect(infer('flatten', spec(5)).shape).toEqual([5])
    expect(infer('flatten', spec()).shape).toEqual([1])
    expect(infer('flatten', spec(null, 3)).shape).toEqual([null])
    expect(infer('reshape', spec(12), { targetShape: [3, -1] }).shape).toEqual([3, 4])
    expect(infer('reshape', spec(null, 2), { targetShape: [3, -1] }).shape).toEqual([3, null])
    expect(infer('reshape', spec(12), { targetShape: [5, -1] })).toMatchObject({ problem: 'reshapeMismatch' })
    expect(infer('reshape', spec(12), { targetShape: [3, 5] })).toMatchObject({
      problem: 'reshapeMismatch',
      values: { from: '[12]', to: '[3, 5]', found: 12, needed: 15 },
    })
  })
  it('of Concatenate', () => {
    expect(infer('concatenate', { input: [spec(32), spec(5)] }).shape).toEqual([37])
    expect(infer('concatenate', { input: [spec(2, 3), spec(4, 3)] }, { axis: 1 }).shape).toEqual([6, 3])
    expect(infer('concatenate', { input: [spec(2, 3), spec(4, 3)] })).toMatchObject({
      problem: 'shapesDiffer',
    })
    expect(infer('concatenate', { input: [spec(2, 3), spec(3)] })).toMatchObject({ problem: 'rankMismatch' })
    expect(infer('concatenate', { input: [spec(2), ints(2)] })).toMatchObject({ problem: 'dtypesDiffer' })
    expect(infer('concatenate', { input: [spec(2)] })).toMatchObject({ problem: 'tooFewInputs' })
    for (const axis of [0, 2, -2]) {
      expect(infer('concatenate', { input: [spec(2), spec(2)] }, { axis })).toMatchObject({
        problem: 'axisOutOfRange',
      })
    }
  })
  it('of Add: an axis of 1 stretches, ranks align from the right', () => {
    expect(infer('add', { input: [spec(4, 1), spec(3)] }).shape).toEqual([4, 3])
    expect(infer('add', { input: [spec(4, null), spec(4, 3)] }).shape).toEqual([4, null])
    expect(infer('add', { input: [spec(4), spec(3)] })).toMatchObject({ problem: 'shapesDiffer' })
    expect(infer('add', { input: [spec(4), spec(4), spec(4)] }).flops).toBe(8)
  })
})

describe('parameter values', () => {
  const problem = (type: LayerType, params: object) => {
    const checked = paramValues(known(type), params as Record<string, unknown>)
    return 'problems' in checked ? checked.problems.map(({ code, values }) => [code, values?.param]) : null
  }
  it.each<[LayerType, object, [string, string][]]>([
    ['dense', { units: 0 }, [['valueOutOfRange', 'units']]],
    ['dense', { units: 1.5 }, [['valueInvalid', 'units']]],
    ['dense', { units: '64' }, [['valueInvalid', 'units']]],
    ['dense', { units: null }, [['valueMissing', 'units']]],
    [
      'dense',
      { activation: 'step', useBias: 1 },
      [
        ['valueInvalid', 'activation'],
        ['valueInvalid', 'useBias'],
      ],
    ],
    ['dropout', { rate: 1 }, [['valueOutOfRange', 'rate']]],
    ['conv2d', { kernelSize: [3] }, [['valueInvalid', 'kernelSize']]],
    ['conv2d', { kernelSize: [3, 0] }, [['valueOutOfRange', 'kernelSize']]],
    ['reshape', { targetShape: [-1, -1] }, [['valueInvalid', 'targetShape']]],
    ['reshape', { targetShape: [0] }, [['valueInvalid', 'targetShape']]],
    ['dense', { biasInitializer: { type: 'orthogonal' } }, [['valueInvalid', 'biasInitializer']]],
    ['dense', { kernelInitializer: { type: 'constructor' } }, [['valueInvalid', 'kernelInitializer']]],
    [
      'dense',
      { kernelInitializer: { type: 'varianceScaling', mode: 'fanSideways' } },
      [['valueInvalid', 'kernelInitializer.mode']],
    ],
    [
      'dense',
      { kernelInitializer: { type: 'randomNormal', stddev: -1 } },
      [['valueOutOfRange', 'kernelInitializer.stddev']],
    ],
  ])('%s %j is refused', (type, params, expected) => {
    expect(problem(type, params)).toEqual(expected)
  })
  it('fill an initialiser up with its defaults and ignore what the layer does not have', () => {
    const values = valuesOf(known('dense'), {
      kernelInitializer: { type: 'randomNormal', mean: 1 },
      colour: 'red',
    })
    expect(values.kernelInitializer).toEqual({ type: 'randomNormal', stddev: 0.05, mean: 1 })
    expect(values).not.toHaveProperty('colour')
  })
})

describe('Keras config', () => {
  it('of an initialiser has its class, its arguments and no seed of its own', () => {
    const { mode, distribution, scale } = { scale: 2, mode: 'fanIn', distribution: 'truncatedNormal' }
    expect(kerasInitializer({ type: 'varianceScaling', scale, mode, distribution })).toEqual({
      module: 'keras.initializers',
      class_name: 'VarianceScaling',
      config: { seed: null, scale: 2, mode: 'fan_in', distribution: 'truncated_normal' },
      registered_name: null,
    })
    expect(kerasInitializer({ type: 'zeros' }).config).toEqual({})
  })
  it('knows every activation and initialiser by one spelling', () => {
    for (const name of [...activations, ...Object.keys(initializers)])
      expect(name).toMatch(/^[a-z][A-Za-z0-9]*$/)
  })
  it('of Conv2D is what Keras 3 writes', () => {
    const definition = known('conv2d')
    const initializer = (className: string, config: object) => ({
      module: 'keras.initializers',
      class_name: className,
      config,
      registered_name: null,
    })
    expect(definition.keras(valuesOf(definition, { filters: 3 })).config).toEqual({
      filters: 3,
      kernel_size: [3, 3],
      strides: [1, 1],
      padding: 'valid',
      data_format: 'channels_last',
      dilation_rate: [1, 1],
      groups: 1,
      activation: 'linear',
      use_bias: true,
      kernel_initializer: initializer('GlorotUniform', { seed: null }),
      bias_initializer: initializer('Zeros', {}),
      kernel_regularizer: null,
      bias_regularizer: null,
      activity_regularizer: null,
      kernel_constraint: null,
      bias_constraint: null,
    })
  })
})
