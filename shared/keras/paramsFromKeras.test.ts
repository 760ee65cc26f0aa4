import { describe, expect, it } from 'vitest'
import type { LayerDefinition, Param } from '../layers/define.ts'
import { type LayerType, layerDefinitions } from '../layers/index.ts'
import { paramValues } from '../layers/values.ts'
import { paramsFromKeras } from './paramsFromKeras.ts'

const entries = Object.entries<LayerDefinition>(layerDefinitions)

/** Values besides the default. */
const others = (param: Param): readonly unknown[] => {
  switch (param.kind) {
    case 'bool':
      return [!param.default]
    case 'choice':
      return param.options
    case 'regularizer':
      return [{ type: 'l1l2', l1: 0.1, l2: 0.2 }]
    case 'constraint':
      return [{ type: 'maxNorm', maxValue: 3, axis: 0 }]
    case 'initializer':
      return [{ type: 'constant', value: 0.5 }]
    case 'layer':
      return param.options.map((type) => ({ type, params: {} }))
    case 'shape':
      return param.axes ? [[1], [-2, -1]] : [[2, -1]]
    case 'int':
    case 'float':
    case 'tuple':
      return []
  }
}

const valuesOf = (definition: LayerDefinition, params: Readonly<Record<string, unknown>>) => {
  const checked = paramValues(definition, params)
  if ('problems' in checked) throw new Error(JSON.stringify(checked.problems))
  return checked.values
}

describe.each(entries)('%s', (_, definition) => {
  it('is read from the config it is written as, whatever its parameters', () => {
    const changed = Object.entries(definition.params).flatMap(([name, param]) =>
      others(param).map((value) => ({ [name]: value })),
    )
    for (const params of [{}, ...changed]) {
      const values = valuesOf(definition, params)
      const { className, config } = definition.keras(values)
      const written = JSON.parse(JSON.stringify(config)) as typeof config
      const read = paramsFromKeras(definition, className, written)
      if ('argument' in read) throw new Error(`${JSON.stringify(params)}: ${read.argument}`)
      expect(valuesOf(definition, read.params)).toEqual(values)
    }
  })
})

describe('configs of other versions', () => {
  it.each<[LayerType, string, object, object]>([
    ['leakyRelu', 'LeakyReLU', { alpha: 0.1 }, { negativeSlope: 0.1 }],
    ['thresholdedRelu', 'ThresholdedReLU', { theta: 0.5 }, { theta: 0.5 }],
    ['relu', 'ReLU', { max_value: null, negative_slope: 0, threshold: 0 }, { maxValue: null }],
    ['prelu', 'PReLU', { shared_axes: null }, { sharedAxes: [] }],
    ['prelu', 'PReLU', { shared_axes: [1, 2] }, { sharedAxes: [1, 2] }],
    ['softmax', 'Softmax', { axis: [-1] }, { axis: -1 }],
    ['batchNormalization', 'BatchNormalization', { axis: [3] }, { axis: 3 }],
    ['layerNormalization', 'LayerNormalization', { axis: -1 }, { axis: [-1] }],
    ['unitNormalization', 'UnitNormalization', { axis: 2 }, { axis: [2] }],
    ['dot', 'Dot', { axes: 1, normalize: true }, { axes: [1, 1], normalize: true }],
    ['gru', 'GRU', { units: 4, reset_after: false }, { units: 4, resetAfter: false }],
    ['gru', 'GRU', { units: 4 }, { units: 4, resetAfter: true }],
    ['math', 'Sqrt', {}, { function: 'sqrt' }],
  ])('%s reads %s with %j', (type, className, config, expected) => {
    const definition: LayerDefinition = layerDefinitions[type]
    const read = paramsFromKeras(definition, className, config as Readonly<Record<string, unknown>>)
    if ('argument' in read) throw new Error(read.argument)
    expect(valuesOf(definition, read.params)).toMatchObject(expected)
  })
})
