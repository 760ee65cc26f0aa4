import { isCall, type Project } from '../project.ts'
import { withoutEmptied } from './groups.ts'

/** The document without these nodes, their edges, and the layers that nothing calls and groups that hold nothing any more because of it. */
export const removeNodes = (project: Project, ids: readonly string[]): Project => {
  const gone = new Set(ids.filter((id) => Object.hasOwn(project.nodes, id)))
  if (gone.size === 0) return project
  const nodes = Object.fromEntries(Object.entries(project.nodes).filter(([id]) => !gone.has(id)))
  const edges = project.edges.filter(({ from, to }) => !gone.has(from) && !gone.has(to))
  const called = new Set(Object.values(nodes).map((node) => (isCall(node) ? node.layer : '')))
  const orphans = new Set<string>()
  for (const id of gone) {
    const node = project.nodes[id]
    if (node && isCall(node) && !called.has(node.layer)) orphans.add(node.layer)
  }
  const layers = Object.entries(project.layers).filter(([id]) => !orphans.has(id))
  return withoutEmptied(project, {
    ...project,
    nodes,
    edges: edges.length === project.edges.length ? project.edges : edges,
    layers: orphans.size ? Object.fromEntries(layers) : project.layers,
  })
}
