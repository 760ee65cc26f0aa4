import { z } from 'zod'
import {
  edgeSchema,
  isCall,
  layerSchema,
  nodeSchema,
  noteSchema,
  type Project,
} from '../../../shared/project.ts'

/** A piece of a graph on the clipboard: nodes, the layers they call, the edges among them, and notes. Untrusted when read back. */
export const clipSchema = z.object({
  layerloom: z.literal('clip'),
  layers: z.record(z.string(), layerSchema),
  nodes: z.record(z.string(), nodeSchema),
  edges: z.array(edgeSchema).max(10_000),
  notes: z.record(z.string(), noteSchema).default({}),
})
export type Clip = z.infer<typeof clipSchema>

/** These nodes and notes as a clip; null when there is none of them. */
export const copyNodes = (
  project: Project,
  ids: readonly string[],
  noteIds: readonly string[] = [],
): Clip | null => {
  const nodes = Object.fromEntries(
    ids.flatMap((id) => {
      const node = Object.hasOwn(project.nodes, id) ? project.nodes[id] : undefined
      return node ? [[id, node] as const] : []
    }),
  )
  const notes = Object.fromEntries(Object.entries(project.notes).filter(([id]) => noteIds.includes(id)))
  if (Object.keys(nodes).length + Object.keys(notes).length === 0) return null
  const called = new Set(Object.values(nodes).map((node) => (isCall(node) ? node.layer : '')))
  return {
    layerloom: 'clip',
    nodes,
    layers: Object.fromEntries(Object.entries(project.layers).filter(([id]) => called.has(id))),
    edges: project.edges.filter(({ from, to }) => Object.hasOwn(nodes, from) && Object.hasOwn(nodes, to)),
    notes,
  }
}
