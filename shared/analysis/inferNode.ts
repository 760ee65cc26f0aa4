import { isBypassed, isStraightOut, straightEdge } from '../bypass.ts'
import { inputProblems, outputProblems } from '../checkNode.ts'
import { knownIds } from '../prep/width.ts'
import { findNode, type GraphIndex, inputPorts, layerOf, outputPorts } from '../graph.ts'
import type { NodeAnalysis } from '../infer.ts'
import { type InputsByPort, oneOutput, type TensorSpec, type WeightSpec } from '../layers/define.ts'
import { knownSize } from '../layers/shapes.ts'
import { nodeTitle } from '../names.ts'
import type { Problem } from '../problems.ts'
import {
  type CallNode,
  type Edge,
  type GraphNode,
  isCall,
  isInput,
  isOutput,
  type Project,
} from '../project.ts'
import { inferLayer } from './inferLayer.ts'
import { internSpec } from './internSpec.ts'
import { resolveLayer } from './resolveLayer.ts'

/** What can be said of a node from what is before it; `memoryBytes` and problems of its place come later. */
export type Inferred = Omit<NodeAnalysis, 'memoryBytes'>

/** A walk through a graph in topological order. */
export interface Walk {
  readonly project: Project
  readonly index: GraphIndex
  /** What is known so far. */
  readonly nodes: Record<string, Inferred>
  /** Layers called so far, with the shapes their first call gave their weights. */
  readonly called: Map<string, string>
}

/** Whether a node has this output port; true where its ports can't be known. */
const hasOutput = ({ project }: Walk, node: GraphNode, port: string): boolean => {
  if (isInput(node)) return port === 'output'
  if (isOutput(node)) return false
  const layer = layerOf(project, node)
  const ports = layer && resolveLayer(layer)?.ports
  return !ports || ports.some(({ name }) => name === port)
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

const noWeights: readonly WeightSpec[] = []
const nothing = {
  outputs: {},
  ports: null,
  activation: null,
  ids: null,
  isComputed: false,
  weights: noWeights,
  parameters: 0,
  trainable: 0,
  flops: 0,
} as const
const countOf = (weights: readonly WeightSpec[]) =>
  weights.reduce((sum, { shape }) => sum + knownSize(shape), 0)

/** The function that bounds what a call puts out: its own, or its input's where values pass through unchanged. */
const activationAfter = (walk: Walk, id: string, own: string | undefined): string | null => {
  if (own !== 'input') return own ?? null
  const from = walk.index.incoming.get(id)?.[0]?.from ?? ''
  return walk.nodes[from]?.activation ?? null
}

/** How many different whole numbers a call may put out, where it only hands on what an input gives it. */
const idsAfter = (walk: Walk, id: string, own: string | undefined): number | null =>
  own === 'input' ? (walk.nodes[walk.index.incoming.get(id)?.[0]?.from ?? '']?.ids ?? null) : null

/** Whether a layer with weights made any of what arrives. */
const isFedComputed = ({ nodes, index }: Walk, id: string): boolean =>
  index.incoming.get(id)?.some(({ from }) => nodes[from]?.isComputed) ?? false

/** The problem of a layer that looks numbers up: none are whole where a layer computed them, or it knows fewer than arrive. */
const lookUpProblem = (walk: Walk, id: string, known: number | undefined): Problem | null => {
  if (known === undefined) return null
  if (isFedComputed(walk, id)) return { code: 'idsComputed' }
  const needed = walk.nodes[walk.index.incoming.get(id)?.[0]?.from ?? '']?.ids ?? null
  return needed === null || needed <= known
    ? null
    : { code: 'embeddingTooSmall', values: { needed, found: known } }
}

const inferCall = (walk: Walk, id: string, node: CallNode): Inferred => {
  const { inputs, problems: arriving, complete } = arrive(walk, id, node)
  const layer = layerOf(walk.project, node)
  const resolved = layer && resolveLayer(layer)
  if (!resolved) {
    const unknown: Problem = { code: 'unknownLayer', values: { type: layer?.type ?? node.layer } }
    return { ...nothing, inputs, problems: [unknown, ...arriving] }
  }
  const { definition, values, ports } = resolved
  const problems = [...resolved.problems, ...arriving]
  if (!values || arriving.length || !complete) return { ...nothing, ports, inputs, problems }
  const result = inferLayer(resolved, values, inputs)
  if ('problem' in result) return { ...nothing, ports, inputs, problems: [...problems, result.problem] }
  const { outputs, weights, weightShapes: found, flops } = result
  const needed = walk.called.get(node.layer)
  const isFirst = needed === undefined
  if (isFirst) walk.called.set(node.layer, found)
  else if (needed !== found) problems.push({ code: 'sharedShapesDiffer', values: { needed, found } })
  const passed = definition.outputActivation?.(values)
  const activation = activationAfter(walk, id, passed)
  const ids = idsAfter(walk, id, passed)
  const lookUp = lookUpProblem(walk, id, definition.ids?.(values))
  if (lookUp) problems.push(lookUp)
  const parameters = isFirst ? countOf(weights) : 0
  const trainable = isFirst ? countOf(weights.filter((weight) => weight.trainable)) : 0
  const isComputed = weights.length > 0 || isFedComputed(walk, id)
  return {
    inputs,
    outputs,
    ports,
    activation,
    ids,
    isComputed,
    weights,
    parameters,
    trainable,
    flops,
    problems,
  }
}

/** A bypassed call: nothing but the tensor at its main input, handed on. */
const inferBypassed = (walk: Walk, id: string, node: CallNode): Inferred => {
  const { project, index, nodes } = walk
  const { inputs, problems: arriving } = arrive(walk, id, node)
  const problems = arriving.filter(({ code }) => code === 'unknownPort')
  const leaving = new Set((index.outgoing.get(id) ?? []).map(({ out }) => out))
  for (const port of leaving)
    if (!isStraightOut(project, node, port)) problems.push({ code: 'bypassOutputUsed', values: { port } })
  const edge = straightEdge(project, node, index.incoming.get(id) ?? [])
  if (!edge) problems.push({ code: 'bypassNeedsOneInput' })
  const spec = edge && tensorAt(nodes, edge)
  const ports = outputPorts(project, node)
  const names = ports?.slice(0, 1).map(({ name }) => name) ?? [...leaving]
  const activation = (edge?.out === 'output' && nodes[edge.from]?.activation) || null
  const outputs = Object.fromEntries(spec && problems.length === 0 ? names.map((port) => [port, spec]) : [])
  const ids = (edge && nodes[edge.from]?.ids) ?? null
  const isComputed = (edge && nodes[edge.from]?.isComputed) ?? false
  return { ...nothing, inputs, outputs, ports, activation, ids, isComputed, problems }
}

/** What can be said of a node; those before it are in `walk.nodes`. */
export const inferNode = (walk: Walk, id: string, node: GraphNode): Inferred => {
  if (isCall(node)) return isBypassed(node) ? inferBypassed(walk, id, node) : inferCall(walk, id, node)
  if (isInput(node)) {
    const { shape, dtype } = node.input
    const { problems } = arrive(walk, id, node)
    const outputs = { output: internSpec({ shape, dtype }) }
    const own = inputProblems(walk.project, node)
    const ids = knownIds(node.input.columns)
    return { ...nothing, inputs: {}, outputs, ports: oneOutput, ids, problems: [...problems, ...own] }
  }
  const { inputs, problems } = arrive(walk, id, node)
  const edge = walk.index.incoming.get(id)?.[0]
  const activation = edge?.out === 'output' ? (walk.nodes[edge.from]?.activation ?? null) : null
  const own = outputProblems(walk.project, node, inputs.input?.[0], activation)
  return { ...nothing, inputs, problems: [...problems, ...own] }
}

/** What can be said of a node on or behind a cycle: what reaches it from before the cycle. */
export const inferBehindCycle = (walk: Walk, id: string, node: GraphNode): Inferred => {
  const { inputs, problems } = arrive(walk, id, node)
  return { ...nothing, inputs, problems }
}
