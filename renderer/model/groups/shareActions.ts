import { addCall } from '../../../shared/edits/addNode.ts'
import { groupNodes } from '../../../shared/edits/groups.ts'
import { shareGroup, shareLayer, unshareGroup, unshareNode } from '../../../shared/edits/shareLayers.ts'
import { findNode, layerOf } from '../../../shared/graph.ts'
import { groupOf, membersOf, wholeGroups } from '../../../shared/groups.ts'
import { isCall, type Project } from '../../../shared/project.ts'
import { i18n } from '../../i18n/i18n.ts'
import { currentProject, edit } from '../../store/document.ts'
import { sessionStore } from '../../store/session.ts'
import { focusNode } from '../canvas/focusNode.ts'
import { selectHere } from '../canvas/selectHere.ts'
import { freePlace, type Rect } from '../edits/freePlace.ts'
import { groupFlowId } from './flowIds.ts'
import { selectedCards } from './flowSelection.ts'
import { tell } from './groupActions.ts'
import { seenFrames, seenRects } from './seenGraph.ts'
import { visibleOf } from './visibleOf.ts'

const { t } = i18n
const gap = 32

/** Where a copy of what is drawn at a rectangle has room: straight below it. */
const placeBelow = (project: Project, rect: Rect): { readonly x: number; readonly y: number } => {
  return freePlace([...seenRects(project).values()], { ...rect, y: rect.y + rect.height + gap })
}

const rectOf = (project: Project, group: string): Rect | undefined =>
  seenRects(project).get(groupFlowId(group)) ?? seenFrames(project).get(group)

const callAgain = (project: Project, id: string): { project: Project; nodes: readonly string[] } => {
  const node = findNode(project, id)
  const rect = seenRects(project).get(id) ?? { x: node?.x ?? 0, y: node?.y ?? 0, width: 200, height: 96 }
  const group = groupOf(project, id)
  const place = { ...placeBelow(project, rect), ...(group === null ? {} : { group }) }
  const added = addCall(project, id, place)
  return { project: added.project, nodes: [added.node] }
}

const groupAgain = (project: Project, group: string): { project: Project; nodes: readonly string[] } => {
  const rect = rectOf(project, group)
  const place = rect && placeBelow(project, rect)
  const shift = rect && place ? { x: place.x - rect.x, y: place.y - rect.y } : { x: 0, y: 400 }
  const shared = shareGroup(project, group, shift)
  return { project: shared.project, nodes: membersOf(visibleOf(shared.project).tree, shared.group) }
}

/** Whether two selected nodes are to share what so far is a layer of each. */
const canMeet = (project: Project, [first = '', second = '']: readonly string[]): boolean => {
  const [one, other] = [findNode(project, first), findNode(project, second)]
  if (!one || !other || !isCall(one) || !isCall(other) || one.layer === other.layer) return false
  return layerOf(project, one)?.type === layerOf(project, other)?.type
}

/**
 * Uses weights again. One layer: a second call beside it. Two layers of one type: the second takes the first's weights.
 * A group, or several nodes, which become one: a second call of all of it.
 */
export const shareSelection = (): void => {
  const { selection } = sessionStore.getState()
  const before = currentProject()
  const [only = ''] = selection
  const [whole, ...more] = wholeGroups(visibleOf(before).tree, selection)
  const isOneGroup =
    whole !== undefined &&
    more.length === 0 &&
    membersOf(visibleOf(before).tree, whole).length === selection.length
  let nodes: readonly string[] = []
  const refusal = edit((project) => {
    if (isOneGroup && (selection.length > 1 || visibleOf(project).hidden.has(only))) {
      const made = groupAgain(project, whole)
      nodes = made.nodes
      return made.project
    }
    if (selection.length === 1) {
      const made = callAgain(project, only)
      nodes = made.nodes
      return made.project
    }
    if (selection.length === 2 && canMeet(project, selection)) {
      nodes = selection
      return shareLayer(project, selection[0] ?? '', selection[1] ?? '')
    }
    const grouped = groupNodes(project, selection, { title: t('model.groups.newTitle') })
    const made = groupAgain(grouped.project, grouped.group)
    nodes = made.nodes
    return made.project
  })
  tell(refusal, t('model.groups.shared', { count: nodes.length }))
  if (refusal) return
  const cards = [...selectedCards(currentProject(), nodes)]
  const [card] = cards
  if (cards.length === 1 && card !== undefined) focusNode(card)
  else selectHere(nodes)
}

/** Gives the selected groups or nodes weights of their own. */
export const unshareSelection = (): void => {
  const { selection } = sessionStore.getState()
  const { tree, ties } = visibleOf(currentProject())
  const whole = wholeGroups(tree, selection).filter((group) => ties.has(group))
  const inWhole = new Set(whole.flatMap((group) => membersOf(tree, group)))
  const single = selection.filter((id) => {
    const node = findNode(currentProject(), id)
    return node && isCall(node) && !inWhole.has(id)
  })
  const refusal = edit((project) => single.reduce(unshareNode, whole.reduce(unshareGroup, project)))
  tell(refusal, t('model.groups.unshared'))
}
