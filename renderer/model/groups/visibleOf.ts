import { type VisibleGraph, visibleGraph } from '../../../shared/blocks.ts'
import type { Project } from '../../../shared/project.ts'

const known = new WeakMap<Project, VisibleGraph>()

/** What is seen of a document; worked out once per document. */
export const visibleOf = (project: Project): VisibleGraph => {
  let visible = known.get(project)
  if (!visible) {
    visible = visibleGraph(project)
    known.set(project, visible)
  }
  return visible
}
