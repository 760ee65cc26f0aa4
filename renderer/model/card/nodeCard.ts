import { isBypassed } from '../../../shared/bypass.ts'
import { inputPorts, layerOf, outputPorts } from '../../../shared/graph.ts'
import type { GraphAnalysis, NodeAnalysis } from '../../../shared/infer.ts'
import type { Category, Port, Shape } from '../../../shared/layers/define.ts'
import { findLayer } from '../../../shared/layers/index.ts'
import { nodeTitle } from '../../../shared/names.ts'
import type { Problem } from '../../../shared/problems.ts'
import {
  type Edge,
  type GraphNode,
  isCall,
  isInput,
  isOutput,
  type Project,
} from '../../../shared/project.ts'
import type { Words } from '../../../shared/words.ts'
import type { BlockFacts } from '../groups/blockCard.ts'
import { type Telling, tellingOf } from './tellingOf.ts'

/** A port as the card draws it. */
export interface CardPort {
  readonly name: string
  readonly title: Words
  /** Takes any number of edges. */
  readonly many: boolean
  readonly isConnected: boolean
  /** Number of axes of its tensor without the batch; null while unknown. */
  readonly rank: number | null
}

/** What a card is of: a category of layers, a layer this version doesn't know, or a block. */
export type CardCategory = Category | 'unknown' | 'block'

/** Everything a node's card shows. Plain data, so that two cards can be compared. */
export type NodeCard = {
  readonly name: string
  /** The catalogue's type, `input` or `output`. */
  readonly type: string
  /** The type as people read it; the raw type when this version doesn't know it. */
  readonly typeTitle: string
  readonly category: CardCategory
  readonly telling: readonly Telling[]
  readonly inputs: readonly CardPort[]
  readonly outputs: readonly CardPort[]
  /** Of its main output (an Output node: of what arrives); null while unknown. */
  readonly shape: Shape | null
  /** Numbers the layer learns or keeps; 0 for later calls of a shared layer. */
  readonly parameters: number
  /** The layer it calls; null for inputs and outputs. */
  readonly layer: string | null
  /** For a layer with several calls: how many, and its place among the document's shared layers. */
  readonly shared: { readonly calls: number; readonly mark: number } | null
  readonly problems: readonly Problem[]
  /** Left out of the model for now. */
  readonly isBypassed: boolean
  /** Of a group drawn as a block or frame. */
  readonly block?: BlockFacts
}

/** What cards need of the whole document, worked out once. */
export interface CardContext {
  readonly project: Project
  readonly analysis: GraphAnalysis
  readonly incoming: ReadonlyMap<string, readonly Edge[]>
  readonly outgoing: ReadonlyMap<string, readonly Edge[]>
  /** By layer id, for layers with more than one call. */
  readonly shared: ReadonlyMap<string, { readonly calls: number; readonly mark: number }>
}

/** Layers called more than once, with their number of calls and their place in the document. */
export const sharedLayers = (nodes: Project['nodes']): CardContext['shared'] => {
  const calls = new Map<string, number>()
  for (const node of Object.values(nodes)) {
    if (isCall(node)) calls.set(node.layer, (calls.get(node.layer) ?? 0) + 1)
  }
  const several = [...calls].filter(([, count]) => count > 1)
  return new Map(several.map(([layer, count], mark) => [layer, { calls: count, mark }]))
}

const bare = (name: string): Port => ({ name, title: { en: name, ko: name } })

/** The ports a node has, and after them those that only its edges speak of, so that no edge is left without an end. */
const portsWithEdges = (known: readonly Port[] | null, used: readonly string[]): readonly Port[] => {
  const ports = known ?? []
  const extra = [...new Set(used)].filter((name) => !ports.some((port) => port.name === name))
  return [...ports, ...extra.map(bare)]
}

const cardPorts = (
  ports: readonly Port[],
  used: readonly string[],
  rankOf: (name: string) => number | undefined,
): readonly CardPort[] =>
  ports.map(({ name, title, many }) => ({
    name,
    title,
    many: Boolean(many),
    isConnected: used.includes(name),
    rank: rankOf(name) ?? null,
  }))

const identity = (project: Project, node: GraphNode): Pick<NodeCard, 'type' | 'typeTitle' | 'category'> => {
  if (isInput(node)) return { type: 'input', typeTitle: 'Input', category: 'input' }
  if (isOutput(node)) return { type: 'output', typeTitle: 'Output', category: 'output' }
  const type = layerOf(project, node)?.type ?? 'unknown'
  const definition = findLayer(type)
  return { type, typeTitle: definition?.title ?? type, category: definition?.category ?? 'unknown' }
}

/** The tensor an Output node marks or another node mainly puts out. */
const mainShape = (node: GraphNode, analysis: NodeAnalysis | undefined, first: string): Shape | null =>
  (isOutput(node) ? analysis?.inputs['input']?.[0] : analysis?.outputs[first])?.shape ?? null

/** The card of one node. */
export const nodeCard = (context: CardContext, id: string, node: GraphNode): NodeCard => {
  const { project, analysis, shared } = context
  const known = analysis.nodes[id]
  const entering = (context.incoming.get(id) ?? []).map((edge) => edge.in)
  const leaving = (context.outgoing.get(id) ?? []).map(({ out }) => out)
  const inputs = portsWithEdges(inputPorts(project, node), entering)
  const outputs = portsWithEdges(outputPorts(project, node), leaving)
  return {
    name: nodeTitle(project, node),
    ...identity(project, node),
    telling: tellingOf(project, node),
    inputs: cardPorts(inputs, entering, (name) => known?.inputs[name]?.[0]?.shape.length),
    outputs: cardPorts(outputs, leaving, (name) => known?.outputs[name]?.shape.length),
    shape: mainShape(node, known, outputs[0]?.name ?? ''),
    parameters: known?.parameters ?? 0,
    layer: isCall(node) ? node.layer : null,
    shared: (isCall(node) && shared.get(node.layer)) || null,
    problems: known?.problems ?? [],
    isBypassed: isBypassed(node),
  }
}
