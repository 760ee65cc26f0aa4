import { withoutBypassed } from './bypass.ts'
import { findNode, indexGraph, layerOf } from './graph.ts'
import { type GraphNode, isInput, isOutput, type Project } from './project.ts'

/** Most characters of a name with a number: every name, id and port of a document may have as many. */
const longest = 100

/** The base itself, or with `_1`, `_2`, … when taken, as Keras numbers its layers; a long base is cut to make room. */
export const uniqueName = (base: string, isTaken: (name: string) => boolean): string => {
  let name = base
  for (let count = 1; isTaken(name); count++) {
    const number = `_${count}`
    name = `${base.slice(0, longest - number.length)}${number}`
  }
  return name
}

/** A name as the key of a record that is saved or sent: readers of JSON and MessagePack refuse `__proto__`. */
export const recordKey = (name: string): string => (name === '__proto__' ? 'proto' : name)

/** The names an exported or compiled model uses. */
export interface ModelNames {
  /** By layer id; no two alike, inputs included. */
  readonly layers: ReadonlyMap<string, string>
  /** By node id. */
  readonly inputs: ReadonlyMap<string, string>
  /** By node id; no two alike. An output without a name of its own has the name of the layer that feeds it. */
  readonly outputs: ReadonlyMap<string, string>
}

/** Names for everything in the model, made unique in document order; inputs and outputs come in the order of the model's. */
export const modelNames = (project: Project): ModelNames => {
  const taken = new Set<string>()
  const outputsTaken = new Set<string>()
  const claim = (base: string, used: Set<string>) => {
    const name = uniqueName(recordKey(base), (candidate) => used.has(candidate))
    used.add(name)
    return name
  }
  const nodes = Object.entries(project.nodes)
  const inputs = new Map<string, string>()
  for (const [id, node] of nodes) if (isInput(node)) inputs.set(id, claim(node.input.name || 'input', taken))
  const layers = new Map<string, string>()
  for (const [id, { name, type }] of Object.entries(project.layers))
    layers.set(id, claim(name || type, taken))
  const { incoming } = indexGraph(withoutBypassed(project))
  const outputs = new Map<string, string>()
  for (const [id, node] of nodes) {
    if (!isOutput(node)) continue
    const source = incoming.get(id)?.[0]?.from ?? ''
    const feeding = findNode(project, source)
    const fed = feeding && 'layer' in feeding ? layers.get(String(feeding.layer)) : inputs.get(source)
    outputs.set(id, claim(node.output.name || fed || 'output', outputsTaken))
  }
  return { layers, inputs, outputs }
}

/** What to call a node in a sentence: its own or its layer's name, else its kind. Not unique. */
export const nodeTitle = (project: Project, node: GraphNode): string => {
  if (isInput(node)) return node.input.name || 'input'
  if (isOutput(node)) return node.output.name || 'output'
  const layer = layerOf(project, node)
  return layer?.name || layer?.type || 'layer'
}
