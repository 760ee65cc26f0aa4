import { z } from 'zod'
import { findNode } from '../graph.ts'
import { ProblemError } from '../problems.ts'
import {
  type GraphNode,
  type InputSpec,
  inputSchema,
  isInput,
  isOutput,
  type LayerEntry,
  layerSchema,
  type OutputSpec,
  outputSchema,
  type Project,
} from '../project.ts'
import { type TrainingSettings, trainingSchema } from '../training.ts'
import { checked, patched } from './check.ts'

const withLayer = (project: Project, id: string, change: (layer: LayerEntry) => LayerEntry): Project => {
  const layer = Object.hasOwn(project.layers, id) ? project.layers[id] : undefined
  if (!layer) throw new ProblemError('unknownLayer', { type: id })
  const next = change(layer)
  return next === layer
    ? project
    : { ...project, layers: { ...project.layers, [id]: checked(layerSchema, next, 'layer') } }
}

const withNode = (project: Project, id: string, change: (node: GraphNode) => GraphNode): Project => {
  const node = findNode(project, id)
  if (!node) return project
  const next = change(node)
  return next === node ? project : { ...project, nodes: { ...project.nodes, [id]: next } }
}

/**
 * Sets one parameter of a layer; undefined brings its default back. Any JSON value is accepted, so that half-typed
 * values stay in the document with a problem on the node; other values throw valueInvalid.
 */
export const setParam = (project: Project, layerId: string, name: string, value: unknown): Project =>
  withLayer(project, layerId, (layer) => {
    if (value === undefined && !Object.hasOwn(layer.params, name)) return layer
    if (Object.hasOwn(layer.params, name) && layer.params[name] === value) return layer
    if (name === '__proto__') throw new ProblemError('valueInvalid', { param: name, found: name })
    const { [name]: _, ...rest } = layer.params
    if (value === undefined) return { ...layer, params: rest }
    const json = z.json().safeParse(value)
    if (!json.success) throw new ProblemError('valueInvalid', { param: name, found: typeof value })
    return { ...layer, params: { ...layer.params, [name]: json.data } }
  })

/** Renames a layer; every node that calls it shows the new name. Names may repeat: exports number them. */
export const renameLayer = (project: Project, layerId: string, name: string): Project =>
  withLayer(project, layerId, (layer) => patched(layer, { name }))

/** Moves nodes on the canvas, one step for a whole drag; ids that are gone are ignored. */
export const moveNodes = (
  project: Project,
  places: Readonly<Record<string, { readonly x: number; readonly y: number }>>,
): Project => {
  const moved: Record<string, GraphNode> = {}
  for (const [id, { x, y }] of Object.entries(places)) {
    const node = findNode(project, id)
    if (!node || (node.x === x && node.y === y)) continue
    checked(z.number(), x, 'x')
    checked(z.number(), y, 'y')
    moved[id] = { ...node, x, y }
  }
  return Object.keys(moved).length ? { ...project, nodes: { ...project.nodes, ...moved } } : project
}

/** Changes an input node's name, shape, dtype or columns. Throws valueInvalid for what the format refuses. */
export const setInput = (project: Project, nodeId: string, patch: Partial<InputSpec>): Project =>
  withNode(project, nodeId, (node) => {
    if (!isInput(node)) return node
    const input = patched(node.input, patch)
    return input === node.input ? node : { ...node, input: checked(inputSchema, input, 'input') }
  })

/** Changes an output node's name, target, loss, weight or metrics; undefined takes one away. Throws valueInvalid. */
export const setOutput = (project: Project, nodeId: string, patch: Partial<OutputSpec>): Project =>
  withNode(project, nodeId, (node) => {
    if (!isOutput(node)) return node
    const output = patched(node.output, patch)
    return output === node.output ? node : { ...node, output: checked(outputSchema, output, 'output') }
  })

/** Changes how the model is trained; each key given replaces the old value whole. Throws valueInvalid. */
export const setTraining = (project: Project, patch: Partial<TrainingSettings>): Project => {
  const training = patched(project.training, patch)
  return training === project.training
    ? project
    : { ...project, training: checked(trainingSchema, training, 'training') }
}
