import type { MouseEvent } from 'react'
import { createStore } from 'zustand/vanilla'
import { isTyping } from '../../ui/keys/shortcut.ts'
import { selectUnder } from './selectUnder.ts'

/** What a menu is about. */
export type MenuKind = 'pane' | 'node' | 'nodes' | 'edge' | 'note'

/** Where the canvas' menu is open; null while it is not. */
export const menuStore = createStore<{
  readonly open: { readonly kind: MenuKind; readonly at: { readonly x: number; readonly y: number } } | null
}>(() => ({ open: null }))

/** What is there; selected too, unless it is part of the selection already. */
const takeTarget = (target: Element): MenuKind | null => {
  const kind = selectUnder(target)
  if (kind) return kind
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
