import type { HTMLAttributes, KeyboardEvent } from 'react'
import { begin, end } from '../../store/document.ts'
import { selectNodes } from '../../store/session.ts'
import { isTyping } from '../../ui/keys/shortcut.ts'
import { focusInspector } from '../inspector/focusInspector.ts'

const isNode = (target: EventTarget) =>
  target instanceof HTMLElement && target.classList.contains('react-flow__node')
const isArrow = ({ code }: KeyboardEvent) => code.startsWith('Arrow')

/** Keys of the canvas, for its outermost element. Holding an arrow key moves nodes in one step of the history. */
export const canvasKeys: HTMLAttributes<HTMLElement> = {
  // React Flow keeps a press on the pane from moving the focus, so a field elsewhere would never be left.
  onPointerDownCapture: ({ currentTarget }) => {
    const { activeElement } = document
    if (isTyping(activeElement) && !currentTarget.contains(activeElement))
      (activeElement as HTMLElement).blur()
  },
  onKeyDownCapture: (event) => {
    if (isArrow(event) && isNode(event.target)) begin()
  },
  onKeyDown: (event) => {
    if (event.nativeEvent.isComposing) return
    if (event.code === 'Escape') selectNodes([])
    else if (event.code === 'Enter' && isNode(event.target)) {
      focusInspector()
      event.preventDefault()
    }
  },
  onKeyUp: (event) => {
    if (isArrow(event)) end()
  },
  onBlur: end,
}
