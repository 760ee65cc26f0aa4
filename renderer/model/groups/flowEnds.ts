import type { Block, VisibleEnd } from '../../../shared/blocks.ts'
import { connectEnds, type EndsEdge, edgesBetween } from '../../../shared/edits/connectEnds.ts'
import { disconnect } from '../../../shared/edits/connect.ts'
import { findNode, outputPorts } from '../../../shared/graph.ts'
import type { Edge, Project } from '../../../shared/project.ts'
import { landingEdge, type LooseEnd } from '../edits/connectNodes.ts'
import { connectTargets } from '../edits/connectTargets.ts'
import { groupFlowId, groupOfFlowId } from './flowIds.ts'
import { visibleOf } from './visibleOf.ts'

/** A connection as React Flow says it. */
interface FlowConnection {
  readonly source: string
  readonly sourceHandle: string | null
  readonly target: string
  readonly targetHandle: string | null
}

const endOf = (project: Project, id: string, port: string): VisibleEnd => {
  const block = groupOfFlowId(project, id)
  return block === null ? { node: id, block: null, port } : { node: null, block, port }
}

/** The document's edges that a connection drawn on the canvas stands for: several at a block's port. */
export const edgesOfConnection = (
  project: Project,
  { source, sourceHandle, target, targetHandle }: FlowConnection,
): readonly EndsEdge[] =>
  edgesBetween(
    visibleOf(project),
    endOf(project, source, sourceHandle ?? 'output'),
    endOf(project, target, targetHandle ?? 'input'),
  )

/** Draws edges between what is seen, in one step. Throws the problem of `connect`. */
export const connectSeen = (project: Project, edges: readonly EndsEdge[]): Project =>
  connectEnds(project, visibleOf(project), edges)

/** Moves the edges that one drawn edge stands for to other ends. Throws the problem of `connect`. */
export const reconnectSeen = (project: Project, old: readonly Edge[], next: readonly EndsEdge[]): Project => {
  const without = disconnect(project, old)
  return connectEnds(without, visibleOf(project), next)
}

/** The block that a card is; undefined for a node. */
export const blockOf = (project: Project, card: string): Block | undefined => {
  const group = groupOfFlowId(project, card)
  return group === null ? undefined : visibleOf(project).blocks.get(group)
}

/** A loose end as the nodes inside know it: at a block's port, each inner end. */
export const innerEnds = (project: Project, { node, port, side }: LooseEnd): readonly LooseEnd[] => {
  const group = groupOfFlowId(project, node)
  const block = group === null ? undefined : visibleOf(project).blocks.get(group)
  if (group === null) return [{ node, port, side }]
  if (side === 'source')
    return (block?.outputs ?? []).flatMap(({ name, from, out }) =>
      name === port ? [{ node: from, port: out, side }] : [],
    )
  const input = block?.inputs.find(({ name }) => name === port)
  return (input?.to ?? []).map((end) => ({ node: end.node, port: end.in, side }))
}

/** The port of a block where an edge dropped on its card should end: the first free one, else the first. */
const landingPort = (project: Project, group: string, side: LooseEnd['side']): string | null => {
  const block = visibleOf(project).blocks.get(group)
  if (side === 'target') return block?.outputs[0]?.name ?? null
  const free = block?.inputs.find(({ isConnected, many }) => many || !isConnected)
  return (free ?? block?.inputs[0])?.name ?? null
}

/** The edges of a loose end dropped on a card, by React Flow's id of that card; none when it has no port on that side. */
export const landingEdges = (project: Project, end: LooseEnd, id: string): readonly EndsEdge[] => {
  const group = groupOfFlowId(project, id)
  if (group === null) {
    const edges = innerEnds(project, end).flatMap((inner) => landingEdge(project, inner, id) ?? [])
    return edges.map((edge) => ({ edge, replaces: false }))
  }
  const port = landingPort(project, group, end.side)
  if (port === null || id === end.node) return []
  return end.side === 'source'
    ? edgesOfConnection(project, { source: end.node, sourceHandle: end.port, target: id, targetHandle: port })
    : edgesOfConnection(project, { source: id, sourceHandle: port, target: end.node, targetHandle: end.port })
}

/** Cards where an edge being drawn may end, by React Flow's ids: nodes, and blocks with a port where it may. */
export const seenTargets = (project: Project, end: LooseEnd): ReadonlySet<string> => {
  const { blocks, hidden } = visibleOf(project)
  const [first, ...others] = innerEnds(project, end).map((inner) => connectTargets(project, inner))
  if (!first) return new Set()
  const inner = new Set([...first].filter((id) => others.every((targets) => targets.has(id))))
  const targets = new Set([...inner].filter((id) => !hidden.has(id)))
  for (const [group, { inputs, outputs }] of blocks) {
    const fits =
      end.side === 'source'
        ? inputs.some(({ to }) => to.every(({ node }) => inner.has(node)))
        : outputs.some(({ from }) => inner.has(from))
    if (fits) targets.add(groupFlowId(group))
  }
  return targets
}

/** The end of a card where what is put beside it is wired: its first output, if nothing uses that yet. */
export const mainEnd = (project: Project, card: string): LooseEnd | null => {
  const block = blockOf(project, card)
  if (block) {
    const [output] = block.outputs
    return output && !output.isConnected ? { node: card, port: output.name, side: 'source' } : null
  }
  const node = findNode(project, card)
  const [output] = (node && outputPorts(project, node)) ?? []
  const isUsed = project.edges.some(({ from, out }) => from === card && out === output?.name)
  return output && !isUsed ? { node: card, port: output.name, side: 'source' } : null
}
