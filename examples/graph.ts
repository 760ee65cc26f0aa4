import { type Project, projectSchema } from '../shared/project.ts'

type Params = Record<string, unknown>
type Call = {
  type: string
  name: string
  params?: Params
  after: string[]
  /** The ports that `after` enters, in its order, when they are not all `input`. */
  ports?: string[]
  /** The node whose layer it calls too; its own `type` and `params` then say nothing new. */
  calls?: string
  at: [number, number]
}
type In = { input: Record<string, unknown> & { name: string }; at: [number, number] }
type Out = { output: Record<string, unknown>; of: string; at: [number, number] }

/** What an example says of its graph: a node's `after` names the nodes that feed it, in order. */
export interface GraphText {
  name: string
  id: string
  source: { file: string }
  nodes: (Call | In | Out)[]
  training: Record<string, unknown>
}

const column = 260
const row = 170

/** A whole project document from an example's short form; positions are in grid cells. */
export function buildProject({ name, id, source, nodes, training }: GraphText): Project {
  const layers: Record<string, unknown> = {}
  const placed: Record<string, unknown> = {}
  const edges: { from: string; out: string; to: string; in: string }[] = []
  for (const node of nodes) {
    const x = node.at[0] * column
    const y = node.at[1] * row
    if ('input' in node) placed[node.input.name] = { input: node.input, x, y }
    else if ('output' in node) {
      placed[`${node.of}_output`] = { output: node.output, x, y }
      edges.push({ from: node.of, out: 'output', to: `${node.of}_output`, in: 'input' })
    } else {
      if (!node.calls) layers[node.name] = { type: node.type, name: node.name, params: node.params ?? {} }
      placed[node.name] = { layer: node.calls ?? node.name, x, y }
      for (const [index, from] of node.after.entries())
        edges.push({ from, out: 'output', to: node.name, in: node.ports?.[index] ?? 'input' })
    }
  }
  return projectSchema.parse({
    format: 1,
    id,
    name,
    layers,
    nodes: placed,
    edges,
    data: { sources: [{ id: 'data', ...source }], steps: [] },
    training,
  })
}
