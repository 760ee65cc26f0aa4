import { useStore as useFlow } from '@xyflow/react'
import { useStore } from 'zustand'
import { canvasSize, isCard } from '../canvasNode.ts'
import { canvasStore } from '../canvasStore.ts'
import styles from './Overview.module.css'

/** Space between a box and its name, in pixels. */
const gap = 6

/** The name of the box under the pointer, below it. Assistive technology has it from the card itself. */
export function OverviewName() {
  const node = useStore(canvasStore, ({ nodes, pointed }) => nodes.find(({ id }) => id === pointed))
  const x = useFlow(({ transform }) => transform[0])
  const y = useFlow(({ transform }) => transform[1])
  const zoom = useFlow(({ transform }) => transform[2])
  if (!node || !isCard(node)) return null
  const { name, typeTitle } = node.data.card
  const left = x + node.position.x * zoom
  const top = y + (node.position.y + canvasSize(node).height) * zoom + gap
  return (
    <div className={styles['name']} style={{ transform: `translate(${left}px, ${top}px)` }} aria-hidden>
      {name} · {typeTitle}
    </div>
  )
}
