import { type CanvasNode, isCard } from '../canvasNode.ts'

/** Selected cards that stay in the page; of more, the overview shows the selection. */
const mostCards = 40

const twins = new WeakMap<CanvasNode, CanvasNode>()

const hidden = (node: CanvasNode): CanvasNode => {
  const twin = twins.get(node) ?? { ...node, hidden: true }
  twins.set(node, twin)
  return twin
}

/**
 * The nodes for React Flow while the overview draws the graph: a real card only where the pointer or the keyboard needs
 * one (under the pointer, selected, dragged, the first for Tab to reach), so that clicks, drags and keys work as ever.
 */
export const shownNodes = (nodes: CanvasNode[], pointed: string | null): CanvasNode[] => {
  const selected = nodes.filter((node) => node.selected).slice(0, mostCards)
  const first = selected.length === 0 ? nodes.find(isCard) : undefined
  const kept = new Set<CanvasNode | undefined>([...selected, first])
  return nodes.map((node) => (kept.has(node) || node.dragging || node.id === pointed ? node : hidden(node)))
}
