import { findNode } from '../graph.ts'
import { type LayerType, layerDefinitions } from '../layers/index.ts'
import { uniqueName } from '../names.ts'
import { ProblemError } from '../problems.ts'
import {
  type GraphNode,
  type InputSpec,
  inputSchema,
  isInput,
  type LayerEntry,
  layerSchema,
  nodeSchema,
  type OutputSpec,
  outputSchema,
  type Project,
} from '../project.ts'
import { checked } from './check.ts'

/** Where a new node goes, in canvas units, and the group it belongs to. */
export interface Place {
  readonly x: number
  readonly y: number
  readonly group?: string
}

/** A document with one more node. */
export interface Added {
  readonly project: Project
  readonly node: string
}

const freeId = (project: Project, base: string): string =>
  uniqueName(base, (id) => Object.hasOwn(project.nodes, id) || Object.hasOwn(project.layers, id))

const insert = (project: Project, id: string, node: GraphNode): Added => ({
  project: { ...project, nodes: { ...project.nodes, [id]: checked(nodeSchema, node, 'node') } },
  node: id,
})

/** Adds a layer with the catalogue's defaults (or these parameters and name) and a node that calls it; both share an id. */
export const addLayerNode = (
  project: Project,
  type: LayerType,
  { x, y, group }: Place,
  given: Partial<Pick<LayerEntry, 'name' | 'params'>> = {},
): Added => {
  if (!Object.hasOwn(layerDefinitions, type)) throw new ProblemError('unknownLayer', { type })
  const id = freeId(project, type)
  const names = new Set(Object.values(project.layers).map(({ name }) => name))
  const name = given.name ?? uniqueName(type, (candidate) => names.has(candidate))
  const layer = checked(layerSchema, { type, name, params: given.params ?? {} }, 'layer')
  const withLayer = { ...project, layers: { ...project.layers, [id]: layer } }
  return insert(withLayer, id, { layer: id, x, y, ...(group === undefined ? {} : { group }) })
}

/** Adds another call of the layer that a node calls: the two share their weights. */
export const addCall = (project: Project, of: string, { x, y, group }: Place): Added => {
  const node = findNode(project, of)
  if (!node || !('layer' in node)) throw new ProblemError('unknownLayer', { type: of })
  const layer = String(node.layer)
  return insert(project, freeId(project, layer), { layer, x, y, ...(group === undefined ? {} : { group }) })
}

/** Adds an input of the model, by default one number called `input`. */
export const addInput = (project: Project, { x, y, group }: Place, given: Partial<InputSpec> = {}): Added => {
  const names = new Set(Object.values(project.nodes).map((node) => (isInput(node) ? node.input.name : '')))
  const input: InputSpec = {
    name: uniqueName('input', (candidate) => names.has(candidate)),
    shape: [1],
    dtype: 'float32',
    columns: [],
    ...given,
  }
  const id = freeId(project, 'input')
  return insert(project, id, {
    input: checked(inputSchema, input, 'input'),
    x,
    y,
    ...(group === undefined ? {} : { group }),
  })
}

/** Adds an output of the model, named after the layer that will feed it unless it is given a name. */
export const addOutput = (project: Project, { x, y, group }: Place, given: OutputSpec = {}): Added =>
  insert(project, freeId(project, 'output'), {
    output: checked(outputSchema, given, 'output'),
    x,
    y,
    ...(group === undefined ? {} : { group }),
  })
