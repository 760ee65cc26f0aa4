import { currentProject } from '../../store/document.ts'
import { isTyping } from '../../ui/keys/shortcut.ts'
import { nodesOfCard } from '../groups/flowSelection.ts'
import { canvasStore } from './canvasStore.ts'
import { selectHere } from './selectHere.ts'
import { showNode } from './showNode.ts'

const elementOf = (id: string) =>
  document.querySelector<HTMLElement>(`.react-flow__node[data-id="${CSS.escape(id)}"]`)

/** Frames to wait for a card that has only just been added or come into view. */
const patience = 30

const focusWhenThere = (id: string, left: number) => {
  // Who has begun to type meanwhile, in a quick-add box perhaps, keeps the focus.
  if (isTyping(document.activeElement) || document.activeElement?.closest('[role="dialog"]')) return
  const element = elementOf(id)
  if (element) element.focus({ preventScroll: true })
  else if (left > 0) requestAnimationFrame(() => focusWhenThere(id, left - 1))
}

/** Selects a node or a block, with the nodes `kept` or alone, brings it into view and gives it the focus, so that the keyboard goes on from there. */
export const focusNode = (id: string, kept: readonly string[] = []): void => {
  canvasStore.setState({ selectedEdges: new Set(), selectedNotes: new Set() })
  selectHere([...new Set([...kept, ...nodesOfCard(currentProject(), id)])])
  showNode(id)
  // A field that is left for the node, such as one of the inspector, gives the focus away at once.
  if (isTyping(document.activeElement)) (document.activeElement as HTMLElement).blur()
  focusWhenThere(id, patience)
}
