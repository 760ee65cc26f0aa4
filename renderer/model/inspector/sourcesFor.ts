import { findNode, outputPorts } from '../../../shared/graph.ts'
import { nodeTitle } from '../../../shared/names.ts'
import type { Edge, Project } from '../../../shared/project.ts'
import { connectTargets } from '../edits/connectTargets.ts'

/** A result of a node that may feed a port. */
export interface SourceChoice {
  /** Names node and port; stable. */
  readonly id: string
  readonly from: string
  readonly out: string
  /** The node's name. */
  readonly title: string
  /** The port's name where its node has several. */
  readonly port: string | null
}

/** The choice that an edge comes from. */
export const sourceId = ({ from, out }: Pick<Edge, 'from' | 'out'>): string => JSON.stringify([from, out])

/** Every result that may feed a port of a node without closing a loop, in document order. */
export const sourcesFor = (project: Project, node: string, port: string): readonly SourceChoice[] =>
  [...connectTargets(project, { node, port, side: 'target' })].flatMap((from) => {
    const source = findNode(project, from)
    const ports = source ? (outputPorts(project, source) ?? []) : []
    return ports.map(({ name }) => ({
      id: sourceId({ from, out: name }),
      from,
      out: name,
      title: source ? nodeTitle(project, source) : from,
      port: ports.length > 1 ? name : null,
    }))
  })
