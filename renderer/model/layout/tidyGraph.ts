import { moveNodes } from '../../../shared/edits/setValues.ts'
import { documentStore, edit } from '../../store/document.ts'
import { sessionStore } from '../../store/session.ts'
import { canvasSize, type CardNode, isCard } from '../canvas/canvasNode.ts'
import { canvasStore } from '../canvas/canvasStore.ts'
import { fitGraph } from '../canvas/fitGraph.ts'
import { portHeights } from '../card/cardSize.ts'
import { layoutGraph } from './layoutGraph.ts'
import type { Box, LayoutProblem, Link } from './layoutProblem.ts'

/** Several selected nodes are laid out among themselves; otherwise all are. */
const chosenCards = (): readonly CardNode[] => {
  const { selection } = sessionStore.getState()
  const cards = canvasStore.getState().nodes.filter(isCard)
  return selection.length > 1 ? cards.filter(({ id }) => selection.includes(id)) : cards
}

const problemOf = (cards: readonly CardNode[]): LayoutProblem => {
  const byId = new Map(cards.map((node) => [node.id, node.data.card]))
  const boxes = cards.map(
    (node): Box => ({ id: node.id, ...canvasSize(node), ...portHeights(node.data.card) }),
  )
  const links = canvasStore.getState().edges.map(({ source, sourceHandle, target, targetHandle }): Link => {
    const outs = byId.get(source)?.outputs ?? []
    const ins = byId.get(target)?.inputs ?? []
    return {
      from: source,
      out: outs.findIndex(({ name }) => name === sourceHandle),
      to: target,
      in: ins.findIndex(({ name }) => name === targetHandle),
    }
  })
  return { boxes, links, frames: [] }
}

/** Ends a layout under way, if there is one. */
export const cancelLayout = (): void => canvasStore.getState().layout?.abort()

/** Lays the selected nodes or the whole graph out from left to right, in one step, and shows it whole. */
export const tidyGraph = async (): Promise<void> => {
  cancelLayout()
  const cards = chosenCards()
  if (cards.length === 0) return
  const corner = {
    x: Math.min(...cards.map(({ position }) => position.x)),
    y: Math.min(...cards.map(({ position }) => position.y)),
  }
  const { docId } = documentStore.getState()
  const layout = new AbortController()
  canvasStore.setState({ layout })
  try {
    const places = await layoutGraph(problemOf(cards), corner, layout.signal)
    if (documentStore.getState().docId !== docId) return
    edit((project) => moveNodes(project, places))
    if (cards.length === canvasStore.getState().nodes.filter(isCard).length) requestAnimationFrame(fitGraph)
  } catch (error) {
    if (!layout.signal.aborted) throw error
  } finally {
    if (canvasStore.getState().layout === layout) canvasStore.setState({ layout: null })
  }
}
