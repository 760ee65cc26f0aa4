import { endsProblem, type EndsEdge } from '../../../shared/edits/connectEnds.ts'
import { inputPorts, layerOf, outputPorts } from '../../../shared/graph.ts'
import { findLayer } from '../../../shared/layers/index.ts'
import { modelNames, nodeTitle } from '../../../shared/names.ts'
import { isInput, isOutput, type Project } from '../../../shared/project.ts'
import type { Words } from '../../../shared/words.ts'
import { i18n } from '../../i18n/i18n.ts'
import { groupTitle, portTitle } from '../groups/blockCard.ts'
import { edgesOfConnection, seenTargets } from '../groups/flowEnds.ts'
import { groupFlowId } from '../groups/flowIds.ts'
import { cardOf } from '../groups/flowSelection.ts'
import { seenRects } from '../groups/seenGraph.ts'
import { visibleOf } from '../groups/visibleOf.ts'

/** An edge that could be drawn from (or into) a card; at a block's port it stands for several. */
export interface ConnectChoice {
  readonly edges: readonly EndsEdge[]
  /** The card at the other end, and its name. */
  readonly card: string
  readonly name: string
  /** What kind of node it is. */
  readonly kind: string
  /** Title of the port there; null when it is the only one. */
  readonly port: Words | null
  /** Title of the port here; null when it is the only one. */
  readonly own: Words | null
  /** Name of what feeds the port so far and would be replaced. */
  readonly replaces: string | null
}

interface CardPort {
  readonly name: string
  readonly title: Words
  readonly many?: boolean
}

/** What can be wired: a node or a block. */
interface Wired {
  readonly name: string
  readonly kind: string
  readonly source: readonly CardPort[]
  readonly target: readonly CardPort[]
}

/** Every card that is seen, by React Flow's ids. */
const wiredCards = (project: Project): ReadonlyMap<string, Wired> => {
  const { hidden, blocks } = visibleOf(project)
  const { outputs } = modelNames(project)
  const cards = new Map<string, Wired>()
  for (const [id, node] of Object.entries(project.nodes)) {
    if (hidden.has(id)) continue
    const layer = findLayer(layerOf(project, node)?.type ?? '')?.title ?? ''
    cards.set(id, {
      name: (isOutput(node) && outputs.get(id)) || nodeTitle(project, node),
      kind: isInput(node) ? 'Input' : isOutput(node) ? 'Output' : layer,
      source: outputPorts(project, node) ?? [],
      target: inputPorts(project, node) ?? [],
    })
  }
  for (const [group, block] of blocks)
    cards.set(groupFlowId(group), {
      name: groupTitle(project, group),
      kind: i18n.t('model.groups.block'),
      source: block.outputs.map(({ name }) => ({ name, title: portTitle(name) })),
      target: block.inputs.map(({ name, many }) => ({ name, title: portTitle(name), many })),
    })
  return cards
}

const titleIn = (ports: readonly CardPort[], port: CardPort): Words | null =>
  ports.length > 1 ? port.title : null

/** Every edge that may be drawn from a card's outputs, or into its inputs; free ports first, then the nearest cards. */
export const connectChoices = (
  project: Project,
  id: string,
  side: 'source' | 'target',
): readonly ConnectChoice[] => {
  const rects = seenRects(project)
  const at = rects.get(id)
  const cards = wiredCards(project)
  const own = cards.get(id)?.[side] ?? []
  if (!at) return []
  const isThere = ({ edge }: EndsEdge) =>
    project.edges.some(
      ({ from, out, to, in: port }) =>
        from === edge.from && out === edge.out && to === edge.to && port === edge.in,
    )
  const feeding = ({ edge }: EndsEdge) =>
    project.edges.find(({ to, in: port }) => to === edge.to && port === edge.in)?.from
  const choicesAt = (ownPort: CardPort, card: string): readonly ConnectChoice[] => {
    const there = cards.get(card)
    const ports = there?.[side === 'source' ? 'target' : 'source'] ?? []
    return ports.flatMap((port): ConnectChoice[] => {
      const here = { card: id, port: ownPort }
      const other = { card, port }
      const [start, end] = side === 'source' ? [here, other] : [other, here]
      const edges = edgesOfConnection(project, {
        source: start.card,
        sourceHandle: start.port.name,
        target: end.card,
        targetHandle: end.port.name,
      })
      const isBlock = edges.length > 1 || !Object.hasOwn(project.nodes, card)
      if (edges.every(isThere)) return []
      if (isBlock && endsProblem(project, edges)) return []
      const fed = end.port.many ? undefined : edges.flatMap((edge) => feeding(edge) ?? [])[0]
      return [
        {
          edges,
          card,
          name: there?.name ?? card,
          kind: there?.kind ?? '',
          port: titleIn(ports, port),
          own: titleIn(own, ownPort),
          replaces: fed === undefined ? null : (cards.get(cardOf(project, fed))?.name ?? fed),
        },
      ]
    })
  }
  const choices = own.flatMap((ownPort) =>
    [...seenTargets(project, { node: id, port: ownPort.name, side })].flatMap((card) =>
      choicesAt(ownPort, card),
    ),
  )
  const distance = (card: string) => {
    const rect = rects.get(card) ?? at
    return Math.hypot(rect.x - at.x, rect.y - at.y)
  }
  const cost = (choice: ConnectChoice) => (choice.replaces === null ? 0 : 1e9) + distance(choice.card)
  return choices.toSorted((one, two) => cost(one) - cost(two))
}
