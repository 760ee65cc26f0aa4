import type { MouseEvent } from 'react'
import { createStore } from 'zustand/vanilla'
import { sessionStore } from '../../store/session.ts'
import { isTyping } from '../../ui/keys/shortcut.ts'
import { currentProject } from '../../store/document.ts'
import { nodesOfCard } from '../groups/flowSelection.ts'
import { noteOf } from '../notes/noteNodes.ts'
import { canvasStore } from './canvasStore.ts'
import { selectHere } from './selectHere.ts'

/** What a menu is about. */
export type MenuKind = 'pane' | 'node' | 'nodes' | 'edge' | 'note'

/** Where the canvas' menu is open; null while it is not. */
export const menuStore = createStore<{
  readonly open: { readonly kind: MenuKind; readonly at: { readonly x: number; readonly y: number } } | null
}>(() => ({ open: null }))

const none: ReadonlySet<string> = new Set()

/** Selects what the menu is about, unless it is part of the selection already. */
const takeTarget = (target: Element): MenuKind | null => {
  const node = target.closest<HTMLElement>('.react-flow__node')?.dataset['id']
  const edge = target.closest<HTMLElement>('.react-flow__edge')?.dataset['id']
  const { selectedEdges, selectedNotes } = canvasStore.getState()
  if (node !== undefined) {
    const note = noteOf(node)
    if (note !== null) {
      if (!selectedNotes.has(note)) {
        selectHere([])
        canvasStore.setState({ selectedNotes: new Set([note]), selectedEdges: none })
      }
      return 'note'
    }
    const nodes = nodesOfCard(currentProject(), node)
    const { selection } = sessionStore.getState()
    if (!nodes.every((id) => selection.includes(id))) {
      selectHere(nodes)
      canvasStore.setState({ selectedNotes: none, selectedEdges: none })
    }
    return 'node'
  }
  if (edge !== undefined) {
    if (!selectedEdges.has(edge)) {
      selectHere([])
      canvasStore.setState({ selectedNotes: none, selectedEdges: new Set([edge]) })
    }
    return 'edge'
  }
  if (target.closest('.react-flow__nodesselection')) return 'node'
  return target.closest('.react-flow__pane') ? 'pane' : null
}

/** A right click, or the menu key: opens the menu of what is there. Text fields keep the system's own. */
export const openContextMenu = (event: MouseEvent<HTMLElement>): void => {
  if (!(event.target instanceof Element) || isTyping(event.target)) return
  const kind = takeTarget(event.target)
  if (!kind) return
  event.preventDefault()
  // The menu key gives no place of its own.
  const box = event.target.getBoundingClientRect()
  const isByKey = event.clientX === 0 && event.clientY === 0
  const at = isByKey ? { x: box.left + 16, y: box.top + 16 } : { x: event.clientX, y: event.clientY }
  menuStore.setState({ open: { kind, at } })
}
