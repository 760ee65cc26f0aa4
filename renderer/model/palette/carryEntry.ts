import type { PointerEvent } from 'react'
import { canvasStore } from '../canvas/canvasStore.ts'
import { dropOnCanvas, hoverOnCanvas } from '../canvas/addActions.ts'
import { type CarriedEntry, dragStore } from './dragStore.ts'

/** Pixels the pointer must move before a press becomes a drag. */
const threshold = 4

/**
 * Carries a palette entry from its line to the canvas, from a pressed button of the pointer to its release. Escape lets
 * go of it. Pointer events rather than HTML drag and drop: they also work with touch, and the ghost is ours.
 */
export const carryEntry = (entry: CarriedEntry, down: PointerEvent<HTMLElement>): void => {
  if (down.button !== 0) return
  const { pointerId, clientX, clientY, currentTarget } = down
  const stop = new AbortController()
  const { signal } = stop
  const letGo = () => {
    stop.abort()
    dragStore.setState({ carried: null })
  }
  const isOurs = (event: globalThis.PointerEvent) => event.pointerId === pointerId
  const move = (event: globalThis.PointerEvent) => {
    if (!isOurs(event)) return
    const { carried } = dragStore.getState()
    if (!carried && Math.hypot(event.clientX - clientX, event.clientY - clientY) < threshold) return
    if (!carried && event.pointerType === 'touch') currentTarget.setPointerCapture(pointerId)
    dragStore.setState({ carried: { entry, x: event.clientX, y: event.clientY } })
    hoverOnCanvas(entry.type, { x: event.clientX, y: event.clientY })
  }
  const drop = (event: globalThis.PointerEvent) => {
    if (!isOurs(event)) return
    const isCarried = dragStore.getState().carried !== null
    letGo()
    if (isCarried) dropOnCanvas(entry.type, { x: event.clientX, y: event.clientY })
  }
  const escape = (event: KeyboardEvent) => {
    if (event.code !== 'Escape') return
    letGo()
    canvasStore.setState({ dropEdge: null })
  }
  window.addEventListener('pointermove', move, { signal })
  window.addEventListener('pointerup', drop, { signal })
  window.addEventListener('pointercancel', letGo, { signal })
  window.addEventListener('keydown', escape, { signal })
}
