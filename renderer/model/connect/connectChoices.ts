import { inputPorts, layerOf, outputPorts } from '../../../shared/graph.ts'
import type { Port } from '../../../shared/layers/define.ts'
import { findLayer } from '../../../shared/layers/index.ts'
import { modelNames, nodeTitle } from '../../../shared/names.ts'
import { type Edge, isInput, isOutput, type Project } from '../../../shared/project.ts'
import type { Words } from '../../../shared/words.ts'
import { connectTargets } from '../edits/connectTargets.ts'
import { cardOf } from '../groups/flowSelection.ts'
import { seenRects } from '../groups/seenGraph.ts'

/** One edge that could be drawn from (or into) a node. */
export interface ConnectChoice {
  readonly edge: Edge
  /** The node at the other end, and its name. */
  readonly node: string
  readonly name: string
  /** What kind of node it is. */
  readonly kind: string
  /** Title of the port there; null when it is the only one. */
  readonly port: Words | null
  /** Title of the port here; null when it is the only one. */
  readonly own: Words | null
  /** Name of the node whose edge it would replace. */
  readonly replaces: string | null
}

const titleIn = (ports: readonly Port[], port: Port): Words | null => (ports.length > 1 ? port.title : null)

/** Every edge that may be drawn from a node's outputs, or into its inputs; free ports first, then the nearest nodes. */
export const connectChoices = (
  project: Project,
  id: string,
  side: 'source' | 'target',
): readonly ConnectChoice[] => {
  const here = project.nodes[id]
  const rects = seenRects(project)
  const at = rects.get(cardOf(project, id))
  if (!here || !at) return []
  const { outputs } = modelNames(project)
  const nameOf = (node: string) => {
    const found = project.nodes[node]
    if (!found) return node
    return (isOutput(found) && outputs.get(node)) || nodeTitle(project, found)
  }
  const kindOf = (node: string) => {
    const found = project.nodes[node]
    if (!found) return ''
    if (isInput(found)) return 'Input'
    return isOutput(found) ? 'Output' : (findLayer(layerOf(project, found)?.type ?? '')?.title ?? '')
  }
  const portsOf = (node: string, of: 'source' | 'target') => {
    const found = project.nodes[node]
    return (found && (of === 'source' ? outputPorts(project, found) : inputPorts(project, found))) ?? []
  }
  const own = portsOf(id, side)
  const other = side === 'source' ? 'target' : 'source'
  const distance = (node: string) => {
    const rect = rects.get(cardOf(project, node)) ?? at
    return Math.hypot(rect.x - at.x, rect.y - at.y)
  }
  const choices = own.flatMap((ownPort) =>
    [...connectTargets(project, { node: id, port: ownPort.name, side })].flatMap((node) =>
      portsOf(node, other).flatMap((port): ConnectChoice[] => {
        const [start, end] = side === 'source' ? [ownPort, port] : [port, ownPort]
        const [from, to] = side === 'source' ? [id, node] : [node, id]
        const edge = { from, out: start.name, to, in: end.name }
        const there = project.edges.filter((one) => one.to === to && one.in === end.name)
        if (there.some((one) => one.from === from && one.out === start.name)) return []
        const replaces = end.many ? undefined : there[0]
        return [
          {
            edge,
            node,
            name: nameOf(node),
            kind: kindOf(node),
            port: titleIn(portsOf(node, other), port),
            own: titleIn(own, ownPort),
            replaces: replaces ? nameOf(replaces.from) : null,
          },
        ]
      }),
    ),
  )
  const cost = (choice: ConnectChoice) => (choice.replaces === null ? 0 : 1e9) + distance(choice.node)
  return choices.toSorted((one, two) => cost(one) - cost(two))
}
