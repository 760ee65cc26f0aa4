import { sessionStore } from '../../store/session.ts'
import { canvasStore } from './canvasStore.ts'
import { motion } from './motion.ts'

const remScale = () => Number.parseFloat(getComputedStyle(document.documentElement).fontSize) / 16

/** How far “fit” may zoom in and what it leaves free: a small graph is shown at reading size, at any interface scale. */
export const fitOptions = () => ({ padding: 0.08, maxZoom: remScale(), minZoom: 0.05 })

/** Shows the whole graph. */
export const fitGraph = (): void => {
  void canvasStore.getState().flow?.fitView({ ...fitOptions(), ...motion() })
}

/** Shows the selected nodes; the whole graph when none is selected. */
export const fitSelection = (): void => {
  const nodes = sessionStore.getState().selection.map((id) => ({ id }))
  if (nodes.length === 0) fitGraph()
  else void canvasStore.getState().flow?.fitView({ ...fitOptions(), padding: 0.2, nodes, ...motion() })
}
