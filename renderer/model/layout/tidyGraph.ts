import { moveNodes } from '../../../shared/edits/setValues.ts'
import { currentProject, documentStore, edit } from '../../store/document.ts'
import { sessionStore } from '../../store/session.ts'
import { canvasSize, type CardNode, isCard } from '../canvas/canvasNode.ts'
import { canvasStore } from '../canvas/canvasStore.ts'
import { fitGraph } from '../canvas/fitGraph.ts'
import { portHeights } from '../card/cardSize.ts'
import { groupFlowId } from '../groups/flowIds.ts'
import { selectedCards } from '../groups/flowSelection.ts'
import { nodePlaces } from '../groups/groupMoves.ts'
import { groupBeside } from '../groups/seenGraph.ts'
import { visibleOf } from '../groups/visibleOf.ts'
import { layoutGraph } from './layoutGraph.ts'
import type { Box, Frame, LayoutProblem, Link } from './layoutProblem.ts'

/** Several selected nodes are laid out among themselves; otherwise all are. */
const chosenCards = (): readonly CardNode[] => {
  const chosen = selectedCards(currentProject(), sessionStore.getState().selection)
  const cards = canvasStore.getState().nodes.filter(isCard)
  return chosen.size > 1 ? cards.filter(({ id }) => chosen.has(id)) : cards
}

const problemOf = (cards: readonly CardNode[]): LayoutProblem => {
  const byId = new Map(cards.map((node) => [node.id, node.data.card]))
  const project = currentProject()
  const { frames: groups, tree } = visibleOf(project)
  const boxes = cards.map((node): Box => {
    const group = groupBeside(project, node.id)
    const frame = group === undefined ? undefined : groupFlowId(group)
    return { id: node.id, ...canvasSize(node), ...portHeights(node.data.card), frame }
  })
  const frames = groups.map((group): Frame => {
    const parent = tree.parents.get(group) ?? null
    return { id: groupFlowId(group), parent: parent === null ? undefined : groupFlowId(parent) }
  })
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
  return { boxes, links, frames }
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
    edit((project) => moveNodes(project, nodePlaces(project, places)))
    if (cards.length === canvasStore.getState().nodes.filter(isCard).length) requestAnimationFrame(fitGraph)
  } catch (error) {
    if (!layout.signal.aborted) throw error
  } finally {
    if (canvasStore.getState().layout === layout) canvasStore.setState({ layout: null })
  }
}
