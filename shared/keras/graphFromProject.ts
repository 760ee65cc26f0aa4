import { isBypassed, withoutBypassed } from '../bypass.ts'
import { findNode, type GraphIndex, indexGraph, layerOf, topologicalOrder } from '../graph.ts'
import type { GraphAnalysis } from '../infer.ts'
import type { KerasLayer, LayerDefinition, LoweredRef } from '../layers/define.ts'
import { findLayer } from '../layers/index.ts'
import { paramValues, type ParamValues } from '../layers/values.ts'
import { modelNames } from '../names.ts'
import { type CallNode, type GraphNode, isCall, isInput, isOutput, type Project } from '../project.ts'
import { callArguments, type Entering, portsOfArguments } from './callArguments.ts'
import { callOrder } from './callOrder.ts'
import { compileOf } from './compileOf.ts'
import { findKerasClass } from './kerasClasses.ts'
import {
  inputClass,
  type KerasCall,
  type KerasGraph,
  type KerasGroup,
  type KerasLayerEntry,
  type KerasTensor,
} from './kerasGraph.ts'

/** A node that can't be written yet, and why, for a comment. */
export interface Missing {
  readonly node: string
  readonly name: string
  readonly why: string
}

/** A document's graph as Keras has it, as far as it can be written. */
export interface WrittenGraph {
  readonly graph: KerasGraph
  /** Inputs first, then every call after those it takes tensors from; those that lead to no output come last. */
  readonly calls: readonly KerasCall[]
  readonly missing: readonly Missing[]
  /** Output nodes, in the order of the graph's outputs. */
  readonly outputNodes: readonly string[]
}

interface Walk {
  readonly project: Project
  readonly analysis: GraphAnalysis
  readonly index: GraphIndex
  readonly names: ReturnType<typeof modelNames>
  readonly layers: Map<string, KerasLayerEntry>
  /** By `node port`. */
  readonly tensors: Map<string, KerasTensor>
  readonly calls: KerasCall[]
  readonly missing: Missing[]
  readonly groups: Map<string, KerasGroup>
}

const at = (node: string, port: string) => JSON.stringify([node, port])
/** Keras refuses a layer's name with a slash. */
const layerName = (name: string) => name.replaceAll('/', '_') || 'layer'

const groupOf = (
  walk: Walk,
  id: string | undefined,
  seen: ReadonlySet<string> = new Set(),
): KerasGroup | null => {
  const group =
    id !== undefined && Object.hasOwn(walk.project.groups, id) ? walk.project.groups[id] : undefined
  if (id === undefined || !group || seen.has(id)) return null
  const known = walk.groups.get(id)
  if (known) return known
  const made = { title: group.title, parent: groupOf(walk, group.parent, new Set([...seen, id])) }
  walk.groups.set(id, made)
  return made
}

const entryOf = (
  walk: Walk,
  key: string,
  name: string,
  { className, config, op }: KerasLayer,
): KerasLayerEntry => {
  const known = walk.layers.get(key)
  if (known) return known
  const entry = { className, name, config, ...(op === undefined ? {} : { op }) }
  walk.layers.set(key, entry)
  return entry
}

const addCall = (walk: Walk, call: KerasCall): KerasCall => {
  walk.calls.push(call)
  return call
}

interface Place {
  readonly id: string
  readonly layer: string
  readonly name: string
  readonly group: KerasGroup | null
}

/** The layers that one which Keras lacks becomes; those whose config follows the call's shapes are not shared. */
const addLowered = (
  walk: Walk,
  { id, layer, name, group }: Place,
  definition: LayerDefinition,
  values: ParamValues,
  entering: readonly Entering[],
) => {
  const lowered = definition.lower?.(walk.analysis.nodes[id]?.inputs ?? {}, values)
  const steps = new Map<string, KerasCall>()
  const tensorOf = (ref: LoweredRef): readonly KerasTensor[] => {
    if ('port' in ref) {
      const tensors = entering.filter(({ port }) => port === ref.port)
      return tensors.slice(ref.edge ?? 0, (ref.edge ?? 0) + 1).map(({ tensor }) => tensor)
    }
    const call = steps.get(ref.step)
    return call ? [{ call, output: ref.output ?? 0 }] : []
  }
  for (const step of lowered?.steps ?? []) {
    const key = JSON.stringify([layer, step.name, step.layer])
    const entry = entryOf(walk, key, `${name}_${step.name}`, step.layer)
    const tensors = step.from.flatMap(tensorOf)
    const ports = findKerasClass(step.layer.className)?.definition.inputs ?? []
    const args = callArguments(ports, portsOfArguments(ports, { args: [tensors], kwargs: {} }).entering)
    steps.set(step.name, addCall(walk, { layer: entry, ...args, group, node: id }))
  }
  for (const [port, ref] of Object.entries(lowered?.outputs ?? {}))
    for (const tensor of tensorOf(ref)) walk.tensors.set(at(id, port), tensor)
}

/** A class that the catalogue lacks was read from Keras, with its config for parameters. */
const isKerasClass = (type: string) => /^[A-Z]\w*$/.test(type)

const addUnknown = (walk: Walk, place: Place, type: string, params: KerasLayer['config']) => {
  const layer = entryOf(walk, place.layer, place.name, { className: type, config: params })
  const edges = walk.index.incoming.get(place.id) ?? []
  const tensors = edges.flatMap(({ from, out }) => walk.tensors.get(at(from, out)) ?? [])
  const [only] = tensors
  const args = tensors.length === 1 && only ? [only] : tensors.length ? [tensors] : []
  const call = addCall(walk, { layer, args, kwargs: {}, group: place.group, node: place.id })
  for (const { out } of walk.index.outgoing.get(place.id) ?? [])
    walk.tensors.set(at(place.id, out), { call, output: Number(/^output(\d+)$/.exec(out)?.[1] ?? 0) })
}

/** What enters a node, or why that is not known. */
const enter = (walk: Walk, id: string, definition: LayerDefinition): readonly Entering[] | string => {
  const entering: Entering[] = []
  for (const { from, out, in: port } of walk.index.incoming.get(id) ?? []) {
    const tensor = walk.tensors.get(at(from, out))
    if (!tensor) return 'what feeds it is missing'
    entering.push({ port, tensor })
  }
  const open = definition.inputs.find(
    ({ name, optional }) => !optional && !entering.some(({ port }) => port === name),
  )
  return open ? `its input ${open.name} is not connected` : entering
}

const addNode = (walk: Walk, id: string, node: CallNode) => {
  const layer = layerOf(walk.project, node)
  const name = layerName(walk.names.layers.get(node.layer) ?? node.layer)
  const refuse = (why: string) => void walk.missing.push({ node: id, name, why })
  const place = { id, layer: node.layer, name, group: groupOf(walk, node.group) }
  const definition = findLayer(layer?.type ?? '')
  if (!layer || !definition) {
    if (layer && isKerasClass(layer.type)) return addUnknown(walk, place, layer.type, layer.params)
    return refuse(`there is no layer ${layer?.type ?? node.layer}`)
  }
  const checked = paramValues(definition, layer.params)
  if ('problems' in checked)
    return refuse(`its ${checked.problems[0]?.values?.['param'] ?? 'values'} is not valid`)
  const entering = enter(walk, id, definition)
  if (typeof entering === 'string') return refuse(entering)
  const { values } = checked
  if (definition.lower) {
    const { outputs = {} } = walk.analysis.nodes[id] ?? {}
    if (Object.keys(outputs).length === 0) return refuse('the shape of its input is not known')
    return addLowered(walk, place, definition, values, entering)
  }
  const entry = entryOf(walk, node.layer, name, definition.keras(values))
  const outputs = definition.outputs(values).map((port) => port.name)
  const call = addCall(walk, {
    layer: entry,
    outputs,
    ...callArguments(definition.inputs, entering),
    group: place.group,
    node: id,
  })
  for (const [output, port] of outputs.entries()) walk.tensors.set(at(id, port), { call, output })
}

const addInput = (walk: Walk, id: string, node: GraphNode) => {
  if (!isInput(node)) return
  const { shape, dtype } = node.input
  const name = layerName(walk.names.inputs.get(id) ?? 'input')
  const layer = { className: inputClass, name, config: { batch_shape: [null, ...shape], dtype } }
  const call = addCall(walk, { layer, args: [], kwargs: {}, group: null, node: id })
  walk.tensors.set(at(id, 'output'), { call, output: 0 })
}

/** A document's graph as Keras calls; bypassed nodes are left out. What can't be written yet is listed with the reason. */
export const graphFromProject = (document: Project, analysis: GraphAnalysis): WrittenGraph => {
  const project = withoutBypassed(document)
  const index = indexGraph(project)
  const walk: Walk = {
    project,
    analysis,
    index,
    names: modelNames(document),
    layers: new Map(),
    tensors: new Map(),
    calls: [],
    missing: [],
    groups: new Map(),
  }
  for (const [id, node] of Object.entries(project.nodes)) addInput(walk, id, node)
  const inputs = walk.calls.map((call) => ({ call, output: 0 }))
  const order = topologicalOrder(index)
  for (const id of order) {
    const node = findNode(project, id)
    if (node && isCall(node) && !isBypassed(node)) addNode(walk, id, node)
  }
  const ordered = new Set(order)
  for (const [id, node] of Object.entries(project.nodes))
    if (!ordered.has(id) && isCall(node))
      walk.missing.push({
        node: id,
        name: walk.names.layers.get(node.layer) ?? node.layer,
        why: 'it is part of a loop',
      })

  const marks = Object.entries(project.nodes).flatMap(([id, node]) => {
    const edge = isOutput(node) ? index.incoming.get(id)?.[0] : undefined
    const tensor = edge && walk.tensors.get(at(edge.from, edge.out))
    return isOutput(node) && tensor ? [{ id, spec: node.output, tensor }] : []
  })
  const outputs = marks.map(({ tensor }) => tensor)
  const ends = [...inputs, ...outputs, ...walk.calls.map((call) => ({ call, output: 0 }))]
  return {
    graph: { name: project.name, inputs, outputs, compile: compileOf(project, marks) },
    calls: callOrder(ends),
    missing: walk.missing,
    outputNodes: marks.map(({ id }) => id),
  }
}
