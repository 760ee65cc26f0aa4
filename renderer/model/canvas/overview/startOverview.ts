import type { useStoreApi } from '@xyflow/react'
import { sessionStore } from '../../../store/session.ts'
import { canvasStore } from '../canvasStore.ts'
import { drawOverview } from './drawOverview.ts'
import { overviewColours } from './overviewColours.ts'
import { overviewPaths } from './overviewPaths.ts'

type FlowStore = ReturnType<typeof useStoreApi>

/** Draws the graph on a canvas now and whenever view, graph or theme change; until the returned function is called. */
export const startOverview = (canvas: HTMLCanvasElement, flow: FlowStore): (() => void) => {
  const context = canvas.getContext('2d')
  if (!context) return () => {}
  let { nodes, edges } = canvasStore.getState()
  let paths = overviewPaths(nodes, edges)
  let colours = overviewColours()
  let frame = 0
  const draw = () => {
    frame = 0
    const { transform, width, height } = flow.getState()
    const dots = window.devicePixelRatio
    const size = { width: Math.round(width * dots), height: Math.round(height * dots) }
    if (canvas.width !== size.width) canvas.width = size.width
    if (canvas.height !== size.height) canvas.height = size.height
    drawOverview(context, paths, colours, transform, dots)
    canvas.dataset['overview'] = 'drawn'
  }
  // Within the frame in which React Flow moves what it draws itself.
  const redraw = () => {
    frame ||= requestAnimationFrame(draw)
  }
  const recolour = () => {
    colours = overviewColours()
    redraw()
  }
  draw()
  const system = window.matchMedia('(prefers-color-scheme: dark)')
  system.addEventListener('change', recolour)
  const stops = [
    flow.subscribe((now, before) => {
      if (now.transform !== before.transform || now.width !== before.width || now.height !== before.height)
        redraw()
    }),
    canvasStore.subscribe((now) => {
      if (now.nodes === nodes && now.edges === edges) return
      ;({ nodes, edges } = now)
      paths = overviewPaths(nodes, edges)
      redraw()
    }),
    sessionStore.subscribe((now, before) => {
      if (now.theme !== before.theme) recolour()
    }),
  ]
  return () => {
    system.removeEventListener('change', recolour)
    for (const stop of stops) stop()
    cancelAnimationFrame(frame)
    delete canvas.dataset['overview']
  }
}
