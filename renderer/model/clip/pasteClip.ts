import { uniqueName } from '../../../shared/names.ts'
import {
  type GraphNode,
  isCall,
  isInput,
  type LayerEntry,
  type Note,
  type Project,
} from '../../../shared/project.ts'
import { type Clip, clipSchema } from './copyNodes.ts'

const stem = (name: string) => name.replace(/_\d+$/, '')

/** Pairs every id with a new one that nothing has yet. */
const renamed = (ids: readonly string[], isTaken: (id: string) => boolean): ReadonlyMap<string, string> => {
  const given = new Set<string>()
  return new Map(
    ids.map((id) => {
      const next = uniqueName(stem(id) || id, (candidate) => isTaken(candidate) || given.has(candidate))
      given.add(next)
      return [id, next]
    }),
  )
}

const withFreeName = (taken: Set<string>, base: string): string => {
  const name = uniqueName(stem(base), (candidate) => taken.has(candidate))
  taken.add(name)
  return name
}

const copyOf = (
  node: GraphNode,
  layers: ReadonlyMap<string, string>,
  names: Set<string>,
  shift: { readonly x: number; readonly y: number },
): GraphNode => {
  const { group: _, ...rest } = { ...node, x: node.x + shift.x, y: node.y + shift.y }
  if (isCall(node)) return { ...rest, layer: layers.get(node.layer) ?? node.layer } as GraphNode
  if (isInput(node))
    return { ...rest, input: { ...node.input, name: withFreeName(names, node.input.name) } } as GraphNode
  return rest as GraphNode
}

/**
 * Adds a clip with layers, nodes and edges of its own, moved by `shift`; calls that share a layer in the clip share the
 * copy. Names are made free.
 */
export const pasteClip = (
  project: Project,
  clip: Clip,
  shift: { readonly x: number; readonly y: number },
): { readonly project: Project; readonly nodes: readonly string[]; readonly notes: readonly string[] } => {
  const isTaken = (id: string) => Object.hasOwn(project.nodes, id) || Object.hasOwn(project.layers, id)
  const layerIds = renamed(Object.keys(clip.layers), isTaken)
  const nodeIds = renamed(Object.keys(clip.nodes), isTaken)
  const layerNames = new Set(Object.values(project.layers).map(({ name }) => name))
  const inputNames = new Set(
    Object.values(project.nodes).map((node) => (isInput(node) ? node.input.name : '')),
  )
  const layers: Record<string, LayerEntry> = {}
  for (const [id, layer] of Object.entries(clip.layers))
    layers[layerIds.get(id) ?? id] = { ...layer, name: withFreeName(layerNames, layer.name) }
  const nodes: Record<string, GraphNode> = {}
  for (const [id, node] of Object.entries(clip.nodes))
    nodes[nodeIds.get(id) ?? id] = copyOf(node, layerIds, inputNames, shift)
  const edges = clip.edges.flatMap((edge) => {
    const from = nodeIds.get(edge.from)
    const to = nodeIds.get(edge.to)
    return from !== undefined && to !== undefined ? [{ ...edge, from, to }] : []
  })
  const noteIds = renamed(Object.keys(clip.notes), (id) => Object.hasOwn(project.notes, id))
  const notes: Record<string, Note> = {}
  for (const [id, note] of Object.entries(clip.notes))
    notes[noteIds.get(id) ?? id] = { ...note, x: note.x + shift.x, y: note.y + shift.y }
  return {
    project: {
      ...project,
      layers: { ...project.layers, ...layers },
      nodes: { ...project.nodes, ...nodes },
      edges: [...project.edges, ...edges],
      notes: { ...project.notes, ...notes },
    },
    nodes: Object.keys(nodes),
    notes: Object.keys(notes),
  }
}

/** The clip in a piece of text, or null when it holds none. */
export const readClip = (text: string): Clip | null => {
  if (text.length > 5_000_000 || !text.includes('"layerloom"')) return null
  try {
    const result = clipSchema.safeParse(JSON.parse(text))
    return result.success ? result.data : null
  } catch {
    return null
  }
}
