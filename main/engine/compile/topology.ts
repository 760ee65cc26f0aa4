import { withoutBypassed } from '../../../shared/bypass.ts'
import { findNode, indexGraph, inputPorts, layerOf } from '../../../shared/graph.ts'
import type { GraphAnalysis } from '../../../shared/infer.ts'
import type { KerasLayer, LayerDefinition } from '../../../shared/layers/define.ts'
import { findLayer } from '../../../shared/layers/index.ts'
import { type ParamValues, paramValues } from '../../../shared/layers/values.ts'
import { modelNames } from '../../../shared/names.ts'
import { type CallNode, isCall, isInput, type Project } from '../../../shared/project.ts'
import { makesMask } from '../layers/ownLayers.ts'
import type { FollowedRef, FollowedStep } from './follow/followed.ts'
import { followCall } from './followCall.ts'
import { type Call, orderCalls, type TensorRef } from './orderCalls.ts'
import { hasWeights, tfjsConfig, weightsConfig } from './tfjsConfig.ts'
import { createTfjsNames } from './tfjsNames.ts'

/** Keras 2 functional JSON, as tfjs reads and writes it. */
export interface Topology {
  readonly class_name: 'Model'
  readonly config: {
    readonly name: string
    readonly layers: readonly TopologyLayer[]
    readonly input_layers: readonly NodeRef[]
    readonly output_layers: readonly NodeRef[]
  }
}
/** Layer, number of its call, number of that call's output. */
export type NodeRef = readonly [layer: string, node: number, tensor: number]
interface TopologyLayer {
  readonly class_name: string
  readonly name: string
  readonly config: Readonly<Record<string, unknown>>
  readonly inbound_nodes: readonly (readonly (readonly [...NodeRef, object])[])[]
}

/** What a graph becomes: the JSON, and for each tfjs layer that has weights the Keras config that says how they start. */
export interface Lowered {
  readonly topology: Topology
  readonly weighted: ReadonlyMap<string, KerasLayer>
}

interface Plan {
  readonly project: Project
  readonly analysis: GraphAnalysis
  readonly index: ReturnType<typeof indexGraph>
  /** Layer ids whose activation becomes a layer of its own. */
  readonly split: ReadonlySet<string>
  /** Outputs that are taken before that activation. */
  readonly logits: ReadonlySet<string>
  readonly layers: Map<string, { readonly className: string; readonly config: KerasLayer['config'] }>
  readonly calls: Call[]
  /** The tensor at each output port, by `node:port`. */
  readonly tensors: Map<string, TensorRef>
  /** The tensor before a split activation, by node. */
  readonly before: Map<string, TensorRef>
  readonly weighted: Map<string, KerasLayer>
  /** Some layer makes a mask. */
  readonly isMasked: boolean
  readonly names: ReturnType<typeof createTfjsNames>
}

const at = (node: string, port: string) => `${node}:${port}`

/** The catalogue entry a node calls, with its values. Only for nodes without problems. */
export const resolveCall = (
  project: Project,
  node: CallNode,
): { definition: LayerDefinition; values: ParamValues } => {
  const layer = layerOf(project, node)
  const definition = findLayer(layer?.type ?? '')
  const checked = layer && definition && paramValues(definition, layer.params)
  if (!definition || !checked || !('values' in checked)) throw new Error(`Layer ${node.layer} has problems.`)
  return { definition, values: checked.values }
}

/** Whether a call marks steps of its output as padding. */
const callMakesMask = (project: Project, node: CallNode): boolean => {
  const { definition, values } = resolveCall(project, node)
  const { className, config } = definition.keras(values)
  return makesMask({ class_name: className, config })
}

/** Tensors that enter a node, port after port in the catalogue's order. */
const arriving = ({ project, index, tensors }: Plan, id: string): TensorRef[] => {
  const node = findNode(project, id)
  const edges = index.incoming.get(id) ?? []
  const ports = (node && inputPorts(project, node)) ?? []
  return ports.flatMap(({ name }) =>
    edges.filter((edge) => edge.in === name).flatMap((edge) => tensors.get(at(edge.from, edge.out)) ?? []),
  )
}

/**
 * The same tensors, each no more than once: what enters a call twice enters it as a copy the second time. tfjs' own
 * executor would take the tensor for used up, though others still wait for it.
 */
const eachOnce = (plan: Plan, layer: string, tensors: readonly TensorRef[]): readonly TensorRef[] =>
  tensors.map((tensor, index) => {
    const isSame = (other: TensorRef) => other.call === tensor.call && other.tensor === tensor.tensor
    if (tensors.findIndex(isSame) === index) return tensor
    const name = plan.names.call(layer)
    plan.layers.set(name, { className: 'Activation', config: { activation: 'linear', name } })
    const call: Call = { layer: name, inbound: [tensor] }
    plan.calls.push(call)
    return { call, tensor: 0 }
  })

const addCall = (plan: Plan, id: string, node: CallNode) => {
  const { definition, values } = resolveCall(plan.project, node)
  const { inputs = {} } = plan.analysis.nodes[id] ?? {}
  const { steps, outputs, before } = followCall(definition, inputs, values, plan.split.has(node.layer))
  const entering = arriving(plan, id)
  const calls = new Map<string, Call>()
  const tensorOf = (ref: FollowedRef): TensorRef => {
    const call = 'step' in ref && calls.get(ref.step)
    const found = 'input' in ref ? entering[ref.input] : call && { call, tensor: ref.output ?? 0 }
    if (!found) throw new Error(`${node.layer} has no ${JSON.stringify(ref)}.`)
    return found
  }
  // Layers with weights first: the first of them has the layer's own name, and is the same for all of its calls.
  const isShared = ({ layer }: FollowedStep) => hasWeights(layer.config)
  const shared = new Map(
    steps.filter(isShared).map(({ name }) => [name, plan.names.shared(node.layer, name)] as const),
  )
  // Shapes as Keras has them, see `kerasShape`; weights that several layers share out have other names there.
  const own = shared.size === 1 ? (plan.analysis.nodes[id]?.weights ?? []) : []
  const shapes = Object.fromEntries(own.map(({ name, shape }) => [`${name}_shape`, shape]))
  for (const { name: step, masked, ...plain } of steps) {
    const { layer, from } = (plan.isMasked && masked) || plain
    const name = shared.get(step) ?? plan.names.call(node.layer)
    const { className, config } = layer
    if (shared.has(step))
      plan.weighted.set(name, { className, config: { ...shapes, ...weightsConfig(config) } })
    if (!plan.layers.has(name)) plan.layers.set(name, { className, config: { ...tfjsConfig(config), name } })
    const call: Call = { layer: name, inbound: eachOnce(plan, node.layer, from.map(tensorOf)) }
    plan.calls.push(call)
    calls.set(step, call)
  }
  for (const [port, ref] of Object.entries(outputs)) plan.tensors.set(at(id, port), tensorOf(ref))
  if (before) plan.before.set(id, tensorOf(before))
}

const addInput = (plan: Plan, id: string, input: { shape: readonly (number | null)[]; dtype: string }) => {
  const name = plan.names.input(id)
  const config = { batch_input_shape: [null, ...input.shape], dtype: input.dtype, sparse: false, name }
  plan.layers.set(name, { className: 'InputLayer', config })
  plan.tensors.set(at(id, 'output'), { call: { layer: name, inbound: [] }, tensor: 0 })
}

const outputTensor = (plan: Plan, id: string): TensorRef => {
  const [edge] = plan.index.incoming.get(id) ?? []
  const before = edge && plan.logits.has(id) ? plan.before.get(edge.from) : undefined
  const tensor = before ?? plan.tensors.get(at(edge?.from ?? '', edge?.out ?? ''))
  if (!tensor) throw new Error(`Output ${id} is not connected.`)
  return tensor
}

/**
 * The whole graph as one tfjs functional model. Groups and notes leave no trace; a layer that is called several times is
 * one tfjs layer with several nodes. `split` names outputs that are to be taken before the activation of the layer (its id) that feeds them.
 */
export const lowerGraph = (
  document: Project,
  analysis: GraphAnalysis,
  split: ReadonlyMap<string, string> = new Map(),
): Lowered => {
  const project = withoutBypassed(document)
  const { inputs, outputs } = modelNames(project)
  const plan: Plan = {
    project,
    analysis,
    index: indexGraph(project),
    split: new Set(split.values()),
    logits: new Set(split.keys()),
    layers: new Map(),
    calls: [],
    tensors: new Map(),
    before: new Map(),
    weighted: new Map(),
    isMasked: Object.values(project.nodes).some((node) => isCall(node) && callMakesMask(project, node)),
    names: createTfjsNames(project),
  }
  for (const id of inputs.keys()) {
    const node = findNode(project, id)
    if (node && isInput(node)) addInput(plan, id, node.input)
  }
  for (const id of analysis.order) {
    const node = findNode(project, id)
    if (node && isCall(node)) addCall(plan, id, node)
  }
  const { calls, nodeOf } = orderCalls([...plan.layers.keys()], plan.calls)
  const ref = ({ call, tensor }: TensorRef): NodeRef => [call.layer, nodeOf(call), tensor]
  const layers = [...plan.layers].map(([name, { className, config }]) => ({
    class_name: className,
    name,
    config,
    inbound_nodes: (calls.get(name) ?? []).map(({ inbound }) =>
      inbound.map((tensor) => [...ref(tensor), {}] as const),
    ),
  }))
  const topology: Topology = {
    class_name: 'Model',
    config: {
      name: 'model',
      layers,
      input_layers: [...inputs.keys()].map((id) => [plan.names.input(id), 0, 0] as const),
      output_layers: [...outputs.keys()].map((id) => ref(outputTensor(plan, id))),
    },
  }
  return { topology, weighted: plan.weighted }
}
