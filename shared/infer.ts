import { isBypassed, isStraightOut, straightEdge } from './bypass.ts'
import { inputProblems, outputProblems } from './checkNode.ts'
import {
  cyclicNodes,
  findNode,
  type GraphIndex,
  indexGraph,
  inputPorts,
  layerOf,
  outputPorts,
  topologicalOrder,
} from './graph.ts'
import type {
  InputsByPort,
  LayerDefinition,
  OutputsByPort,
  Port,
  TensorSpec,
  WeightSpec,
} from './layers/define.ts'
import { findLayer } from './layers/index.ts'
import { knownSize } from './layers/shapes.ts'
import { paramValues, type ParamValues } from './layers/values.ts'
import { nodeTitle } from './names.ts'
import type { Problem } from './problems.ts'
import {
  type CallNode,
  type Edge,
  type GraphNode,
  isCall,
  isInput,
  isOutput,
  type Project,
} from './project.ts'

/** What is known of one node. Ports without a known tensor are absent. */
export interface NodeAnalysis {
  readonly inputs: InputsByPort
  readonly outputs: OutputsByPort
  /** Of the layer it calls, in Keras' order. */
  readonly weights: readonly WeightSpec[]
  /** Numbers in those weights; 0 for the second and later calls of a shared layer. */
  readonly parameters: number
  /** Arithmetic of one forward pass for one row. */
  readonly flops: number
  readonly problems: readonly Problem[]
}

/** What follows from a document's graph alone: shapes, counts and everything that keeps it from training. */
export interface GraphAnalysis {
  /** Every edge leads forward; nodes on or behind a cycle are left out. */
  readonly order: readonly string[]
  /** By node id, in document order; an object without prototype. */
  readonly nodes: Readonly<Record<string, NodeAnalysis>>
  /** Those that belong to no single node. */
  readonly problems: readonly Problem[]
  readonly parameters: { readonly total: number; readonly trainable: number }
  /**
   * A rough need for training with Adam: weights, gradients and moments, and twice every node's output for one batch.
   * The batch `all` counts as one row, an axis of unknown size as 1.
   */
  readonly memoryBytes: number
  /** There is no problem anywhere. */
  readonly ok: boolean
}

/** More than any machine this runs on can give to a model. */
const memoryLimit = 64 * 2 ** 30

type Resolved =
  | { readonly definition: LayerDefinition; readonly values: ParamValues; readonly ports: readonly Port[] }
  | { readonly problems: readonly Problem[] }

interface Walk {
  readonly project: Project
  readonly index: GraphIndex
  readonly layers: Map<string, Resolved>
  /** What is known so far, in topological order. */
  readonly nodes: Record<string, NodeAnalysis>
  /** Layers called so far, with the shapes their first call gave their weights. */
  readonly called: Map<string, string>
  /** The function that bounds a node's main output, where known. */
  readonly activations: Map<string, string | null>
}

const resolveLayer = ({ project, layers }: Walk, node: CallNode): Resolved => {
  const known = layers.get(node.layer)
  if (known) return known
  const layer = layerOf(project, node)
  const definition = layer && findLayer(layer.type)
  let resolved: Resolved
  if (!definition)
    resolved = { problems: [{ code: 'unknownLayer', values: { type: layer?.type ?? node.layer } }] }
  else {
    const checked = paramValues(definition, layer.params)
    if ('problems' in checked) resolved = checked
    else resolved = { definition, values: checked.values, ports: definition.outputs(checked.values) }
  }
  layers.set(node.layer, resolved)
  return resolved
}

/** Whether a node has this output port; true where its ports can't be known. */
const hasOutput = (walk: Walk, node: GraphNode, port: string): boolean => {
  if (isInput(node)) return port === 'output'
  if (isOutput(node)) return false
  const resolved = resolveLayer(walk, node)
  return 'problems' in resolved || resolved.ports.some(({ name }) => name === port)
}

interface Arrived {
  readonly inputs: InputsByPort
  readonly problems: readonly Problem[]
  /** Every edge that enters carries a known tensor. */
  readonly complete: boolean
}

/** The tensor that an edge carries, where known. */
const tensorAt = (nodes: Walk['nodes'], { from, out }: Edge): TensorSpec | undefined => {
  const outputs = nodes[from]?.outputs ?? {}
  return Object.hasOwn(outputs, out) ? outputs[out] : undefined
}

/** What reaches a node's ports, and what is wrong with its edges. */
const arrive = (walk: Walk, id: string, node: GraphNode): Arrived => {
  const { project, index, nodes } = walk
  const ports = inputPorts(project, node)
  const inputs: Record<string, TensorSpec[]> = Object.create(null)
  const problems: Problem[] = []
  const used = new Map<string, number>()
  let complete = true
  for (const edge of index.incoming.get(id) ?? []) {
    const source = findNode(project, edge.from)
    if (ports && !ports.some(({ name }) => name === edge.in)) {
      problems.push({ code: 'unknownPort', values: { port: edge.in, node: nodeTitle(project, node) } })
      continue
    }
    if (source && !hasOutput(walk, source, edge.out)) {
      problems.push({ code: 'unknownPort', values: { port: edge.out, node: nodeTitle(project, source) } })
    }
    used.set(edge.in, (used.get(edge.in) ?? 0) + 1)
    const spec = tensorAt(nodes, edge)
    if (!spec) complete = false
    else (inputs[edge.in] ??= []).push(spec)
  }
  for (const { name, many, optional } of ports ?? []) {
    const count = used.get(name) ?? 0
    if (count === 0 && !optional) problems.push({ code: 'inputNotConnected', values: { port: name } })
    if (count > 1 && !many) problems.push({ code: 'portTaken', values: { port: name } })
  }
  return { inputs, problems, complete }
}

const nothing = { outputs: {}, weights: [], parameters: 0, flops: 0 } as const
const countOf = (weights: readonly WeightSpec[]) =>
  weights.reduce((sum, { shape }) => sum + knownSize(shape), 0)

const inferCall = (walk: Walk, id: string, node: CallNode): NodeAnalysis => {
  const resolved = resolveLayer(walk, node)
  const { inputs, problems, complete } = arrive(walk, id, node)
  if ('problems' in resolved) return { ...nothing, inputs, problems: [...resolved.problems, ...problems] }
  if (problems.length || !complete) return { ...nothing, inputs, problems }
  const { definition, values } = resolved
  const inferred = definition.infer(inputs, values)
  if ('problem' in inferred) return { ...nothing, inputs, problems: [inferred.problem] }
  const weights = definition.weights(inputs, values)
  const shapes = weights.map(({ shape }) => `[${shape.join(', ')}]`).join(', ')
  const first = walk.called.get(node.layer)
  if (first === undefined) walk.called.set(node.layer, shapes)
  const activation = definition.outputActivation?.(values) ?? null
  const from = walk.index.incoming.get(id)?.[0]?.from ?? ''
  walk.activations.set(id, activation === 'input' ? (walk.activations.get(from) ?? null) : activation)
  return {
    inputs,
    outputs: inferred.outputs,
    weights,
    parameters: first === undefined ? countOf(weights) : 0,
    flops: definition.flops(inputs, values),
    problems:
      first === undefined || first === shapes
        ? []
        : [{ code: 'sharedShapesDiffer', values: { needed: first, found: shapes } }],
  }
}

/** A bypassed call: nothing but the tensor at its main input, handed on. */
const inferBypassed = (walk: Walk, id: string, node: CallNode): NodeAnalysis => {
  const { project, index, nodes, activations } = walk
  const { inputs, problems: arriving } = arrive(walk, id, node)
  const problems = arriving.filter(({ code }) => code === 'unknownPort')
  const leaving = new Set((index.outgoing.get(id) ?? []).map(({ out }) => out))
  for (const port of leaving)
    if (!isStraightOut(project, node, port)) problems.push({ code: 'bypassOutputUsed', values: { port } })
  const edge = straightEdge(project, node, index.incoming.get(id) ?? [])
  if (!edge) problems.push({ code: 'bypassNeedsOneInput' })
  const spec = edge && tensorAt(nodes, edge)
  const ports = outputPorts(project, node)
    ?.slice(0, 1)
    .map(({ name }) => name) ?? [...leaving]
  activations.set(id, (edge?.out === 'output' && activations.get(edge.from)) || null)
  const outputs = Object.fromEntries(spec && problems.length === 0 ? ports.map((port) => [port, spec]) : [])
  return { ...nothing, inputs, outputs, problems }
}

const inferNode = (walk: Walk, id: string, node: GraphNode): NodeAnalysis => {
  if (isCall(node)) return isBypassed(node) ? inferBypassed(walk, id, node) : inferCall(walk, id, node)
  if (isInput(node)) {
    const { shape, dtype } = node.input
    const { problems } = arrive(walk, id, node)
    const outputs = { output: { shape, dtype } }
    return { ...nothing, inputs: {}, outputs, problems: [...problems, ...inputProblems(walk.project, node)] }
  }
  const { inputs, problems } = arrive(walk, id, node)
  const edge = walk.index.incoming.get(id)?.[0]
  const activation = edge?.out === 'output' ? (walk.activations.get(edge.from) ?? null) : null
  const own = outputProblems(walk.project, node, inputs.input?.[0], activation)
  return { ...nothing, inputs, problems: [...problems, ...own] }
}

/** Whether a tensor that leaves along this edge is used: it is not where a bypassed node drops it. */
const isUsed = ({ project, index }: Walk, edge: Edge): boolean => {
  const to = findNode(project, edge.to)
  return !to || !isBypassed(to) || straightEdge(project, to, index.incoming.get(edge.to) ?? []) === edge
}

/** Adds what only shows once the whole graph is known: a node on a cycle, a result that nobody uses. */
const withPlace = (walk: Walk, id: string, node: GraphNode, cyclic: ReadonlySet<string>): NodeAnalysis => {
  const analysis = walk.nodes[id] ?? { ...nothing, ...arrive(walk, id, node) }
  const { inputs, outputs, weights, parameters, flops, problems } = analysis
  const extra: Problem[] = []
  if (cyclic.has(id)) extra.push({ code: 'cycle', values: { node: nodeTitle(walk.project, node) } })
  const unused = !isOutput(node) && !walk.index.outgoing.get(id)?.some((edge) => isUsed(walk, edge))
  if (unused && problems.length === 0) extra.push({ code: 'outputUnused' })
  return { inputs, outputs, weights, parameters, flops, problems: [...problems, ...extra] }
}

const graphProblems = ({ project, index }: Walk, memoryBytes: number): readonly Problem[] => {
  const nodes = Object.values(project.nodes)
  const problems: Problem[] = index.broken.map(({ from, to }) => ({
    code: 'edgeBroken',
    values: { from, to },
  }))
  if (!nodes.some(isInput)) problems.push({ code: 'noInputs' })
  if (!nodes.some(isOutput)) problems.push({ code: 'noOutputs' })
  if (memoryBytes > memoryLimit)
    problems.push({ code: 'modelTooLarge', values: { bytes: memoryBytes, limit: memoryLimit } })
  return problems
}

/**
 * Shapes, weights, counts and problems of a whole graph. Never throws for a document that the schema accepts.
 * A node whose inputs are unknown because of another node's problem repeats no problem.
 */
export const inferGraph = (project: Project): GraphAnalysis => {
  const index = indexGraph(project)
  const order = topologicalOrder(index)
  const nodes: Record<string, NodeAnalysis> = Object.create(null)
  const walk: Walk = { project, index, layers: new Map(), nodes, called: new Map(), activations: new Map() }
  for (const id of order) {
    const node = findNode(project, id)
    if (node) nodes[id] = inferNode(walk, id, node)
  }
  const cyclic = cyclicNodes(index, order)
  const placed: Record<string, NodeAnalysis> = Object.create(null)
  for (const [id, node] of Object.entries(project.nodes)) placed[id] = withPlace(walk, id, node, cyclic)

  const all = Object.values(placed)
  const total = all.reduce((sum, { parameters }) => sum + parameters, 0)
  const trainable = all.reduce(
    (sum, { parameters, weights }) =>
      sum + (parameters ? countOf(weights.filter((weight) => weight.trainable)) : 0),
    0,
  )
  const specs = all.flatMap(({ outputs }) => Object.values(outputs))
  const values = specs.reduce((sum, { shape }) => sum + knownSize(shape), 0)
  const rows = project.training.batchSize === 'all' ? 1 : project.training.batchSize
  const memoryBytes = 4 * (total + 3 * trainable + 2 * rows * values)
  const problems = graphProblems(walk, memoryBytes)
  const ok = problems.length === 0 && all.every((node) => node.problems.length === 0)
  return { order, nodes: placed, problems, parameters: { total, trainable }, memoryBytes, ok }
}
