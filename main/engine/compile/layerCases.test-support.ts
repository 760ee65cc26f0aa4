import type {
  LayerDefinition,
  Param,
  ParamKind,
  Port,
  Shape,
  TensorSpec,
} from '../../../shared/layers/define.ts'
import { layerDefinitions, type LayerType } from '../../../shared/layers/index.ts'
import { type GraphAnalysis, inferGraph } from '../../../shared/infer.ts'
import { paramValues } from '../../../shared/layers/values.ts'
import { type Project, projectSchema } from '../../../shared/project.ts'
import { layerVariants } from './layerVariants.test-support.ts'

/** A graph with one layer, every port connected, an Output on each of its output ports. */
export interface LayerCase {
  readonly title: string
  readonly type: string
  readonly params: Readonly<Record<string, unknown>>
  readonly project: Project
  readonly analysis: GraphAnalysis
}

const shapes: readonly Shape[] = [
  [],
  [1],
  [6],
  [null],
  [4, 6],
  [null, 3],
  [5, 7, 2],
  [6, 6, 3],
  [1, 3, 2],
  [3, 4, 4, 2],
]

const place = { x: 0, y: 0 }

/** Functions that are not finite, or have no finite slope, at 0 and below. */
const needsPositive = ['sqrt', 'log']

/** An image whose width a layer draws anew at each step is averaged: a target can't have its shape. */
const averaged = ({ project, analysis }: Pick<LayerCase, 'project' | 'analysis'>): Project => {
  const { inputs = {}, outputs = {} } = analysis.nodes['layer'] ?? {}
  const isOpen = ({ shape }: TensorSpec) => shape.length === 3 && shape.includes(null)
  if (Object.values(inputs).flat().some(isOpen) || !Object.values(outputs).some(isOpen)) return project
  return projectSchema.parse({
    ...project,
    layers: { ...project.layers, mean: { type: 'globalAveragePooling2d', name: 'mean', params: {} } },
    nodes: { ...project.nodes, mean: { layer: 'mean', ...place } },
    edges: [
      ...project.edges.map((edge) => (edge.from === 'layer' ? { ...edge, from: 'mean' } : edge)),
      { from: 'layer', out: 'output', to: 'mean', in: 'input' },
    ],
  })
}

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

/** Tensors of other sizes that may meet one of this shape: for merging, attention and products. */
const partners = (shape: Shape): readonly Shape[] => {
  if (shape.length === 0) return []
  const longer = (axis: number) => shape.with(axis, (shape.at(axis) ?? 2) + 1)
  const turned = shape.length === 2 ? [shape.toReversed()] : []
  return [longer(0), longer(-1), shape.slice(1), [1, ...shape.slice(1)], ...turned]
}

type Arrival = TensorSpec & { readonly port: string }

const subsets = <T>(items: readonly T[]): readonly (readonly T[])[] =>
  items.reduce<readonly (readonly T[])[]>((all, item) => [...all, ...all.map((one) => [...one, item])], [[]])

/**
 * Tensors for every port: one each, two and three for a port that takes many, all of one shape or the later ones of another;
 * with every choice of optional ports, which take states of three units or what the others take.
 */
const arrivals = (
  { inputs: ports }: { readonly inputs: readonly Port[] },
  shape: Shape,
  dtype: 'float32' | 'int32',
): readonly (readonly Arrival[])[] => {
  const required = ports.filter(({ optional }) => !optional)
  const main = (count: number, later: Shape) =>
    required
      .flatMap(({ name }) => Array.from({ length: count }, () => name))
      .map((port, index): Arrival => ({ port, shape: index === 0 ? shape : later, dtype }))
  const isMany = ports.some(({ many }) => many)
  const counts = isMany ? [2, 3] : [1]
  const laters = isMany || required.length > 1 ? [shape, ...partners(shape)] : [shape]
  const lists = counts.flatMap((count) => laters.map((later) => main(count, later)))
  const [, ...given] = subsets(ports.filter(({ optional }) => optional))
  const optional = given.flatMap((some) =>
    laters.flatMap((later) => [
      [...main(1, later), ...some.map(({ name }): Arrival => ({ port: name, shape: later, dtype }))],
      [...main(1, later), ...some.map(({ name }): Arrival => ({ port: name, shape: [3], dtype: 'float32' }))],
    ]),
  )
  const seen = new Map([...lists, ...optional].map((list) => [JSON.stringify(list), list]))
  return [...seen.values()]
}

/**
 * Every catalogue entry with every parameter at several values on inputs of several ranks and sizes, as far as inference
 * accepts them. `before` puts a Dense layer in front of each input that can take one, so that gradients flow through.
 */
export function* layerCases(type: LayerType, before: boolean): Generator<LayerCase> {
  const definition: LayerDefinition = layerDefinitions[type] as never
  for (const params of layerVariants(type, definition.params)) {
    const checked = paramValues(definition, params)
    if ('problems' in checked) continue
    const outputs = definition.outputs(checked.values).map(({ name }) => name)
    for (const dtype of ['float32', 'int32'] as const) {
      for (const shape of shapes) {
        for (const specs of arrivals(definition, shape, dtype)) {
          const plain = projectOf(type, params, specs, outputs, before)
          const known = inferGraph(plain)
          if (!known.ok) continue
          const project = before ? averaged({ project: plain, analysis: known }) : plain
          const analysis = project === plain ? known : inferGraph(project)
          const title = `${type} ${JSON.stringify(params)} on ${JSON.stringify(specs)}`
          yield { title, type, params, project, analysis }
        }
      }
    }
  }
}

/**
 * The cases that differ in more than the values of these parameters and their inputs: one each, and some more of the first,
 * which has all parameters at their defaults.
 */
export const distinctCases = (
  type: LayerType,
  before: boolean,
  alike: readonly ParamKind[],
  ofFirst: number,
): readonly LayerCase[] => {
  const params: Readonly<Record<string, Param>> = layerDefinitions[type].params
  const counts = new Map<string, number>()
  return [...layerCases(type, before)].filter((one) => {
    const telling = Object.entries(one.params).filter(
      ([name]) => !alike.includes(params[name]?.kind ?? 'int'),
    )
    const key = JSON.stringify(telling)
    const count = (counts.get(key) ?? 0) + 1
    counts.set(key, count)
    return count <= (counts.size === 1 ? ofFirst : 1)
  })
}
