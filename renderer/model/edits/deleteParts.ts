import { disconnect } from '../../../shared/edits/connect.ts'
import { removeNodes } from '../../../shared/edits/removeNodes.ts'
import type { Edge, Project } from '../../../shared/project.ts'

/** The document without these nodes and edges. */
export const deleteParts = (project: Project, nodes: readonly string[], edges: readonly Edge[]): Project =>
  removeNodes(disconnect(project, edges), nodes)
