import type { Param, Shape, TensorSpec } from '../../../shared/layers/define.ts'
import { layerDefinitions } from '../../../shared/layers/index.ts'
import { inferGraph } from '../../../shared/infer.ts'
import { paramValues } from '../../../shared/layers/values.ts'
import { type Project, projectSchema } from '../../../shared/project.ts'

/** A graph with one layer, every port connected, an Output on each of its output ports. */
export interface LayerCase {
  readonly title: string
  readonly type: string
  readonly params: Readonly<Record<string, unknown>>
  readonly project: Project
}

const shapes: readonly Shape[] = [[], [1], [6], [null], [4, 6], [null, 3], [5, 7, 2], [6, 6, 3], [3, 4, 4, 2]]

/** Values to try besides the default. */
const others = (param: Param): readonly unknown[] => {
  const within = (value: number, { min = value, max = value }: { min?: number; max?: number }) =>
    Math.min(Math.max(value, min), max)
  switch (param.kind) {
    case 'int':
      return [1, 2, 3, 5, -1, -2].filter((value) => value === within(value, param))
    case 'float':
      return [0, 0.5, 1].map((value) => within(value, param))
    case 'bool':
      return [!param.default]
    case 'choice':
      return param.options
    case 'tuple':
      return [1, 2, 3]
        .map((size) => param.default.map(() => size))
        .concat([param.default.map((_, axis) => axis + 1)])
    case 'shape':
      if (param.axes) return [[1], [2], [-2, -1], [3, 1], [2, 3, 4]]
      return [[6], [2, 3], [3, -1], [-1, 2, 1]]
    case 'regularizer':
      return [
        { type: 'l2', l2: 0.1 },
        { type: 'l1l2', l1: 0.1, l2: 0.2 },
      ]
    case 'constraint':
      return ['maxNorm', 'nonNeg', 'unitNorm'].map((type) => ({ type }))
    case 'layer':
      return param.options.flatMap((type) => [
        { type, params: { units: 3 } },
        { type, params: { units: 3, returnSequences: true, returnState: true } },
      ])
    case 'initializer':
      return ['zeros', 'heNormal', 'orthogonal', 'varianceScaling', 'truncatedNormal'].map((type) => ({
        type,
      }))
  }
}

/** Small sizes keep the tests quick. */
const small = (param: Param) => {
  if (param.kind === 'int' && Number(param.default) > 4) return 3
  return param.kind === 'layer' ? { ...param.default, params: { units: 3 } } : param.default
}

const variants = (params: Readonly<Record<string, Param>>) => {
  const defaults = Object.fromEntries(Object.entries(params).map(([name, param]) => [name, small(param)]))
  const changed = Object.entries(params).flatMap(([name, param]) =>
    others(param).map((value) => ({ ...defaults, [name]: value })),
  )
  return [defaults, ...changed]
}

const place = { x: 0, y: 0 }

/** Functions that are not finite, or have no finite slope, at 0 and below. */
const needsPositive = ['sqrt', 'log']

/** `specs` are the tensors that enter, with the port each enters by. */
const projectOf = (
  type: string,
  params: Readonly<Record<string, unknown>>,
  specs: readonly (TensorSpec & { port: string })[],
  outputs: readonly string[],
  before: boolean,
): Project => {
  const isFed = ({ dtype, shape }: TensorSpec) =>
    before && dtype === 'float32' && typeof shape.at(-1) === 'number'
  const isPositive = needsPositive.includes(String(params['function']))
  const activation = isPositive ? 'softplus' : 'linear'
  const feed = (spec: TensorSpec) =>
    isFed(spec)
      ? { type: 'dense', name: 'dense', params: { units: spec.shape.at(-1), activation } }
      : { type: 'activation', name: 'activation', params: { activation } }
  const isBehind = (spec: TensorSpec) => isFed(spec) || (isPositive && spec.dtype === 'float32')
  const fed = specs.flatMap((spec, index) =>
    isBehind(spec) ? [[`before${index}`, feed(spec)] as const] : [],
  )
  return projectSchema.parse({
    format: 1,
    id: 'case',
    name: type,
    layers: { ...Object.fromEntries(fed), layer: { type, name: 'layer', params } },
    nodes: {
      ...Object.fromEntries(
        specs.map(({ shape, dtype }, index) => [
          `in${index}`,
          { input: { name: `in${index}`, shape, dtype }, ...place },
        ]),
      ),
      ...Object.fromEntries(fed.map(([name]) => [name, { layer: name, ...place }])),
      layer: { layer: 'layer', ...place },
      ...Object.fromEntries(outputs.map((port) => [`out_${port}`, { output: { name: port }, ...place }])),
    },
    edges: [
      ...fed.map(([name]) => ({ from: name.replace('before', 'in'), out: 'output', to: name, in: 'input' })),
      ...specs.map((spec, index) => ({
        from: isBehind(spec) ? `before${index}` : `in${index}`,
        out: 'output',
        to: 'layer',
        in: spec.port,
      })),
      ...outputs.map((port) => ({ from: 'layer', out: port, to: `out_${port}`, in: 'input' })),
    ],
  })
}

/** Tensors for every port: one each, two and three for a port that takes many; optional ports with and without. */
const arrivals = (
  type: keyof typeof layerDefinitions,
  shape: Shape,
  dtype: 'float32' | 'int32',
  units: number,
) => {
  const ports = layerDefinitions[type].inputs
  const main = (count: number) =>
    ports
      .filter(({ optional }) => !optional)
      .flatMap(({ name }) => Array.from({ length: count }, () => ({ port: name, shape, dtype })))
  const lists = ports.some(({ many }) => many) ? [main(2), main(3)] : [main(1)]
  const optional = ports.filter((port) => port.optional)
  if (optional.length === 0) return lists
  const state = { shape: [units], dtype: 'float32' as const }
  return [...lists, [...main(1), ...optional.map(({ name }) => ({ port: name, ...state }))]]
}

/**
 * Every catalogue entry with every parameter at several values on inputs of several ranks and sizes, as far as inference
 * accepts them. `before` puts a Dense layer in front of each input that can take one, so that gradients flow through.
 */
export function* layerCases(type: keyof typeof layerDefinitions, before: boolean): Generator<LayerCase> {
  const definition = layerDefinitions[type]
  for (const params of variants(definition.params)) {
    const checked = paramValues(definition, params)
    if ('problems' in checked) continue
    const outputs = definition.outputs(checked.values as never).map(({ name }) => name)
    for (const dtype of ['float32', 'int32'] as const) {
      for (const shape of shapes) {
        for (const specs of arrivals(type, shape, dtype, 3)) {
          const project = projectOf(type, params, specs, outputs, before)
          if (!inferGraph(project).ok) continue
          yield {
            title: `${type} ${JSON.stringify(params)} on ${JSON.stringify(specs)}`,
            type,
            params,
            project,
          }
        }
      }
    }
  }
}
