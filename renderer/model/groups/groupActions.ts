import { groupNodes, ungroup } from '../../../shared/edits/groups.ts'
import { commonGroup, membersOf, wholeGroups } from '../../../shared/groups.ts'
import type { Project } from '../../../shared/project.ts'
import type { Problem } from '../../../shared/problems.ts'
import { problemText } from '../../i18n/problemText.ts'
import { i18n } from '../../i18n/i18n.ts'
import { currentProject, edit } from '../../store/document.ts'
import { sessionStore } from '../../store/session.ts'
import { canvasStore } from '../canvas/canvasStore.ts'
import { focusNode } from '../canvas/focusNode.ts'
import { selectHere } from '../canvas/selectHere.ts'
import { announce } from './announce.ts'
import { groupTitle } from './blockCard.ts'
import { collapseInPlace, expandInPlace } from './expandInPlace.ts'
import { groupFlowId } from './flowIds.ts'
import { visibleOf } from './visibleOf.ts'

const { t } = i18n

/** Tells what an edit did, or why it did nothing. */
export const tell = (refusal: Problem | null, done: string): void => {
  canvasStore.setState({ refusal })
  announce(refusal ? problemText(refusal) : done)
}

const members = (project: Project, group: string) => membersOf(visibleOf(project).tree, group)

/** The groups a command is about: those selected whole, else the innermost one around the selection. */
export const chosenGroups = (project: Project, selection: readonly string[]): readonly string[] => {
  const { tree } = visibleOf(project)
  const whole = wholeGroups(tree, selection)
  if (whole.length > 0) return whole
  const around = commonGroup(project, tree, selection)
  return around === null ? [] : [around]
}

/** Selects all nodes of a group. */
export const selectGroup = (group: string): void => selectHere(members(currentProject(), group))

/** Makes a block of the selected nodes and selects it. */
export const groupSelection = (): void => {
  const { selection } = sessionStore.getState()
  let group = ''
  const refusal = edit((project) => {
    const made = groupNodes(project, selection, { title: t('model.groups.newTitle'), collapsed: true })
    group = made.group
    return made.project
  })
  tell(refusal, t('model.groups.grouped', { count: selection.length }))
  if (refusal) return
  focusNode(groupFlowId(group))
}

/** Takes the chosen groups apart; their nodes stay selected. */
export const ungroupSelection = (): void => {
  const groups = chosenGroups(currentProject(), sessionStore.getState().selection)
  const nodes = groups.flatMap((group) => members(currentProject(), group))
  const refusal = edit((project) => groups.reduce(ungroup, project))
  tell(refusal, t('model.groups.ungrouped', { count: nodes.length }))
  if (!refusal) selectHere(nodes)
}

/** Draws a group as a block. */
export const collapseGroup = (group: string): void => {
  const refusal = edit((project) => collapseInPlace(project, group))
  tell(refusal, t('model.groups.collapsed', { title: groupTitle(currentProject(), group) }))
  focusNode(groupFlowId(group))
}

/** Draws a group as a frame around its nodes, and makes room for it. */
export const expandGroup = (group: string): void => {
  const refusal = edit((project) => expandInPlace(project, group))
  tell(refusal, t('model.groups.expanded', { title: groupTitle(currentProject(), group) }))
  focusNode(groupFlowId(group))
}

/** Collapses the chosen groups, or expands them when all are collapsed. */
export const toggleGroups = (): void => {
  const project = currentProject()
  const groups = chosenGroups(project, sessionStore.getState().selection)
  const areClosed = groups.every((group) => project.groups[group]?.collapsed)
  for (const group of groups) {
    if (areClosed) expandGroup(group)
    else if (!project.groups[group]?.collapsed) collapseGroup(group)
  }
}
