import { modelNames } from '../names.ts'
import { type GraphNode, isInput, isOutput, type Project } from '../project.ts'
import type { TrainingSettings } from '../training.ts'
import { insertFragment } from './insertFragment.ts'

/** A model that was read from code. */
interface ReadModel {
  readonly project: Project
  readonly training: Partial<TrainingSettings>
}

/** What inputs and outputs of the old graph take and predict, by their names in the model. */
const dataByName = (project: Project): ReadonlyMap<string, GraphNode> => {
  const { inputs, outputs } = modelNames(project)
  return new Map(
    [...inputs, ...outputs].flatMap(([id, name]) => {
      const node = project.nodes[id]
      return node ? [[`${'input' in node}${name}`, node] as const] : []
    }),
  )
}

/** A node with the columns or the target that the one of the same name had. */
const withData = (node: GraphNode, old: GraphNode | undefined): GraphNode => {
  if (!old) return node
  if (isInput(node) && isInput(old)) return { ...node, input: { ...node.input, columns: old.input.columns } }
  if (isOutput(node) && isOutput(old) && old.output.target)
    return { ...node, output: { ...node.output, target: old.output.target } }
  return node
}

/** A document with this graph in place of its own; inputs and outputs of the same name keep their columns and targets. */
export const replaceGraph = (project: Project, { project: read, training }: ReadModel): Project => {
  const old = dataByName(project)
  const { inputs, outputs } = modelNames(read)
  const nodes = Object.entries(read.nodes).map(([id, node]) => {
    const name = inputs.get(id) ?? outputs.get(id)
    return [
      id,
      withData(node, name === undefined ? undefined : old.get(`${'input' in node}${name}`)),
    ] as const
  })
  return {
    ...project,
    layers: read.layers,
    nodes: Object.fromEntries(nodes),
    edges: read.edges,
    groups: read.groups,
    training: { ...project.training, ...training },
  }
}

/** A document with this graph below its own, under names that are free. */
export const addGraph = (
  project: Project,
  { project: read }: Pick<ReadModel, 'project'>,
): { readonly project: Project; readonly nodes: readonly string[] } => {
  const bottom = Math.max(0, ...Object.values(project.nodes).map(({ y }) => y + 240))
  const left = Math.min(0, ...Object.values(project.nodes).map(({ x }) => x))
  const top = Math.min(...Object.values(read.nodes).map(({ y }) => y))
  const y = Object.keys(project.nodes).length ? bottom - top : 0
  const { project: next, nodes } = insertFragment(project, read, { shift: { x: left, y }, into: undefined })
  return { project: next, nodes }
}
