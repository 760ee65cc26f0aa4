import { membersOf } from '../../../shared/groups.ts'
import type { Project } from '../../../shared/project.ts'
import { changedSelection } from '../canvas/changedSelection.ts'
import { groupFlowId, groupOfFlowId } from './flowIds.ts'
import { visibleOf } from './visibleOf.ts'

/** React Flow's id of the card that a node is seen as: its own, or that of the block it is in. Other ids stay. */
export const cardOf = (project: Project, id: string): string => {
  const block = visibleOf(project).hidden.get(id)
  return block === undefined ? id : groupFlowId(block)
}

/** The nodes that a card or a frame stands for, by React Flow's id. */
export const nodesOfCard = (project: Project, id: string): readonly string[] => {
  const group = groupOfFlowId(project, id)
  return group === null ? [id] : membersOf(visibleOf(project).tree, group)
}

/** React Flow's ids of what is selected: nodes that are seen, and blocks all of whose nodes are. */
export const selectedCards = (project: Project, selection: readonly string[]): ReadonlySet<string> => {
  const { blocks, hidden } = visibleOf(project)
  if (blocks.size === 0) return new Set(selection)
  const chosen = new Set(selection)
  const cards = selection.flatMap((id) => {
    const group = hidden.get(id)
    if (group === undefined) return [id]
    const members = blocks.get(group)?.members ?? []
    return members.every((member) => chosen.has(member)) ? [groupFlowId(group)] : []
  })
  return new Set(cards)
}

/** The selected nodes after React Flow's changes: a block stands for all nodes in it. */
export const selectionAfter = (
  project: Project,
  selection: readonly string[],
  changes: readonly { readonly id: string; readonly selected: boolean }[],
): readonly string[] =>
  changedSelection([...selectedCards(project, selection)], changes).flatMap((id) => nodesOfCard(project, id))
