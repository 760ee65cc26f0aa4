import { currentProject } from '../../store/document.ts'
import { sessionStore } from '../../store/session.ts'
import { nodesOfCard } from '../groups/flowSelection.ts'
import { noteOf } from '../notes/noteNodes.ts'
import { canvasStore } from './canvasStore.ts'
import { selectHere } from './selectHere.ts'

const select = (nodes: readonly string[], edges: readonly string[], notes: readonly string[]) => {
  selectHere(nodes)
  canvasStore.setState({ selectedEdges: new Set(edges), selectedNotes: new Set(notes) })
}

/** Selects the card, note or edge that an element is part of, unless it is selected already; says what it is. */
export const selectUnder = (element: Element): 'node' | 'note' | 'edge' | null => {
  const id = element.closest<HTMLElement>('.react-flow__node')?.dataset['id']
  const edge = element.closest<HTMLElement>('.react-flow__edge')?.dataset['id']
  const { selectedEdges, selectedNotes } = canvasStore.getState()
  if (id !== undefined) {
    const note = noteOf(id)
    if (note !== null) {
      if (!selectedNotes.has(note)) select([], [], [note])
      return 'note'
    }
    const nodes = nodesOfCard(currentProject(), id)
    const { selection } = sessionStore.getState()
    if (!nodes.every((one) => selection.includes(one))) select(nodes, [], [])
    return 'node'
  }
  if (edge === undefined) return null
  if (!selectedEdges.has(edge)) select([], [edge], [])
  return 'edge'
}
