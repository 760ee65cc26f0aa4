import type { Inferred, Walk } from './analysis/inferNode.ts'
import { inferNodes, type Memory } from './analysis/inferNodes.ts'
import { keepSame, sameProblems } from './analysis/keepSame.ts'
import { type OrderedGraph, orderGraph } from './analysis/orderGraph.ts'
import { isBypassed, straightEdge } from './bypass.ts'
import { findNode } from './graph.ts'
import type { InputsByPort, OutputsByPort, Port, WeightSpec } from './layers/define.ts'
import { knownSize } from './layers/shapes.ts'
import { nodeTitle } from './names.ts'
import { stepProblems } from './prep/steps/stepProblems.ts'
import type { Problem } from './problems.ts'
import { type Edge, type GraphNode, isInput, isOutput, type Project } from './project.ts'

/** What is known of one node. Ports without a known tensor are absent. */
export interface NodeAnalysis {
  readonly inputs: InputsByPort
  readonly outputs: OutputsByPort
  /** Where edges may leave it; null when that can't be known. */
  readonly ports: readonly Port[] | null
  /** The function that bounds its main output, where known. */
  readonly activation: string | null
  /** How many different whole numbers, from 0, it puts out at most, where its columns say so. */
  readonly ids: number | null
  /** A layer with weights made its values, so that they are no whole numbers. */
  readonly isComputed: boolean
  /** Of the layer it calls, in Keras' order. */
  readonly weights: readonly WeightSpec[]
  /** Numbers in those weights; 0 for the second and later calls of a shared layer. */
  readonly parameters: number
  /** Those of them that training changes. */
  readonly trainable: number
  /** Arithmetic of one forward pass for one row. */
  readonly flops: number
  /** Its share of the graph's `memoryBytes`. */
  readonly memoryBytes: number
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
  /** Arithmetic of one forward pass for one row. */
  readonly flops: number
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

/** Whether a tensor that leaves along this edge is used: it is not where a bypassed node drops it. */
const isUsed = ({ project, index }: Walk, edge: Edge): boolean => {
  const to = findNode(project, edge.to)
  return !to || !isBypassed(to) || straightEdge(project, to, index.incoming.get(edge.to) ?? []) === edge
}

/** What only shows once the whole graph is known: a node on a cycle, a result that nobody uses. */
const placeProblems = (walk: Walk, id: string, node: GraphNode, isCyclic: boolean, isSound: boolean) => {
  const problems: Problem[] = []
  if (isCyclic) problems.push({ code: 'cycle', values: { node: nodeTitle(walk.project, node) } })
  const isUnused = !isOutput(node) && !walk.index.outgoing.get(id)?.some((edge) => isUsed(walk, edge))
  if (isUnused && isSound) problems.push({ code: 'outputUnused' })
  return problems
}

const memoryOf = ({ outputs, parameters, trainable }: Inferred, rows: number): number => {
  const values = Object.values(outputs).reduce((sum, { shape }) => sum + knownSize(shape), 0)
  return 4 * (parameters + 3 * trainable + 2 * rows * values)
}

const graphProblems = ({ project, index }: Walk, memoryBytes: number): readonly Problem[] => {
  const nodes = Object.values(project.nodes)
  const problems: Problem[] = index.broken.map(({ from, to }) => ({
    code: 'edgeBroken',
    values: { from, to },
  }))
  if (!nodes.some(isInput)) problems.push({ code: 'noInputs' })
  if (!nodes.some(isOutput)) problems.push({ code: 'noOutputs' })
  problems.push(...stepProblems(project))
  if (memoryBytes > memoryLimit)
    problems.push({ code: 'modelTooLarge', values: { bytes: memoryBytes, limit: memoryLimit } })
  return problems
}

/** Every node with what is known of it, the objects of `before` where they say the same. */
const placeNodes = (walk: Walk, { cyclic }: OrderedGraph, before: GraphAnalysis | undefined) => {
  const { project } = walk
  const rows = project.training.batchSize === 'all' ? 1 : project.training.batchSize
  const nodes: Record<string, NodeAnalysis> = Object.create(null)
  for (const [id, node] of Object.entries(project.nodes)) {
    const inferred = walk.nodes[id]
    if (!inferred) continue
    const isSound = inferred.problems.length === 0
    const extra = placeProblems(walk, id, node, cyclic.has(id), isSound)
    const problems = extra.length === 0 ? inferred.problems : [...inferred.problems, ...extra]
    const memoryBytes = memoryOf(inferred, rows)
    const known = before?.nodes[id]
    const isSame =
      known &&
      known.memoryBytes === memoryBytes &&
      sameProblems(known.problems, problems) &&
      keepSame(known, { ...inferred, problems }) === known
    nodes[id] = isSame ? known : { ...inferred, memoryBytes, problems }
  }
  return nodes
}

/** What an analysis was made of, for the one after it. */
const memories = new WeakMap<GraphAnalysis, Memory>()

/**
 * Shapes, weights, counts and problems of a whole graph. Never throws for a document that the schema accepts.
 * A node whose inputs are unknown because of another node's problem repeats no problem. With the analysis of the document
 * `before` an edit, what is known of nodes that the edit didn't reach stays the same object; it changes nothing else.
 */
export const inferGraph = (project: Project, before?: GraphAnalysis): GraphAnalysis => {
  const graph = orderGraph(project)
  const { walk, memory } = inferNodes(project, graph, before && memories.get(before))
  const nodes = placeNodes(walk, graph, before)
  const all = Object.values(nodes)
  const sum = (pick: (node: NodeAnalysis) => number) => all.reduce((total, node) => total + pick(node), 0)
  const memoryBytes = sum((node) => node.memoryBytes)
  const problems = graphProblems(walk, memoryBytes)
  const analysis: GraphAnalysis = {
    order: graph.order,
    nodes,
    problems,
    parameters: { total: sum((node) => node.parameters), trainable: sum((node) => node.trainable) },
    flops: sum(({ flops }) => flops),
    memoryBytes,
    ok: problems.length === 0 && all.every((node) => node.problems.length === 0),
  }
  memories.set(analysis, memory)
  return analysis
}
