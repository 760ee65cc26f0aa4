import type { HTMLAttributes, KeyboardEvent } from 'react'
import { begin, end } from '../../store/document.ts'
import { selectNodes } from '../../store/session.ts'
import { isTyping, matchesShortcut } from '../../ui/keys/shortcut.ts'
import { focusInspector } from '../inspector/focusInspector.ts'
import { cancelLayout } from '../layout/tidyGraph.ts'
import { writeNote } from '../notes/noteActions.ts'
import { noteOf } from '../notes/noteNodes.ts'
import { quickAddAt } from '../quickAdd/openQuickAdd.ts'
import { walk } from './arrangeActions.ts'
import { canvasStore } from './canvasStore.ts'
import { openContextMenu } from './contextMenuEvents.ts'
import { selectUnder } from './selectUnder.ts'
import { shortcuts } from './shortcuts.ts'

const isNode = (target: EventTarget) =>
  target instanceof HTMLElement && target.classList.contains('react-flow__node')
const isNote = (target: EventTarget) =>
  target instanceof HTMLElement && noteOf(target.dataset['id'] ?? '') !== null
const ways = ['next', 'previous', 'above', 'below'] as const
const isArrow = ({ code }: KeyboardEvent) => code.startsWith('Arrow')

/** Keys and clicks of the canvas, for its outermost element. Holding an arrow key moves nodes in one step of the history. */
export const canvasKeys: HTMLAttributes<HTMLElement> = {
  // React Flow keeps a press on the pane from moving the focus, so a field elsewhere would never be left.
  onPointerDownCapture: ({ currentTarget }) => {
    const { activeElement } = document
    if (isTyping(activeElement) && !currentTarget.contains(activeElement))
      (activeElement as HTMLElement).blur()
  },
  onKeyDownCapture: (event) => {
    if (event.nativeEvent.isComposing || !isNode(event.target)) return
    const keep = event.shiftKey
    const way = ways.find((name) => matchesShortcut(event.nativeEvent, { ...shortcuts[name], shift: keep }))
    if (way) {
      // React Flow would move the node, whatever is held down with the arrow key.
      event.stopPropagation()
      event.preventDefault()
      walk(way, keep)
    } else if (isArrow(event)) begin()
  },
  onKeyDown: (event) => {
    if (event.nativeEvent.isComposing) return
    if (event.code === 'Escape') {
      cancelLayout()
      selectNodes([])
      canvasStore.setState({ selectedEdges: new Set(), selectedNotes: new Set() })
    } else if (event.code === 'Enter' && isNode(event.target)) {
      event.preventDefault()
      if (isNote(event.target)) writeNote()
      else focusInspector()
    }
  },
  onDoubleClick: (event) => {
    const isPane = event.target instanceof Element && event.target.classList.contains('react-flow__pane')
    if (isPane) quickAddAt({ x: event.clientX, y: event.clientY })
  },
  // Tab selects what it reaches, so that keys act on what has the focus.
  onFocus: ({ target }) => {
    const isPart = target.matches('.react-flow__node, .react-flow__edge')
    if (isPart && target.matches(':focus-visible')) selectUnder(target)
  },
  onContextMenu: openContextMenu,
  onKeyUp: (event) => {
    if (isArrow(event)) end()
  },
  onBlur: end,
}
