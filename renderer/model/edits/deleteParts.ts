import { disconnect } from '../../../shared/edits/connect.ts'
import { removeNotes } from '../../../shared/edits/notes.ts'
import { removeHealed } from '../../../shared/edits/removeHealed.ts'
import type { Edge, Project } from '../../../shared/project.ts'

interface Parts {
  readonly nodes: readonly string[]
  readonly edges: readonly Edge[]
  readonly notes: readonly string[]
}

/** The document without these nodes, edges and notes; what fed a node is led on to what it fed, where that suits. */
export const deleteParts = (project: Project, { nodes, edges, notes }: Parts): Project =>
  removeNotes(removeHealed(disconnect(project, edges), nodes), notes)
