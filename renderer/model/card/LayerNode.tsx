import type { NodeProps } from '@xyflow/react'
import { memo } from 'react'
import { useStore } from 'zustand'
import { canvasStore } from '../canvas/canvasStore.ts'
import type { CardNode } from '../canvas/canvasNode.ts'
import { CardBody } from './CardBody.tsx'
import { cardSize } from './cardSize.ts'
import { categoryHue } from './categoryHue.ts'
import styles from './LayerNode.module.css'
import { ProblemBadge } from './ProblemBadge.tsx'

/** A node of the graph: the card of a layer's call, an input or an output. */
export const LayerNode = memo(function LayerNode({ id, data: { card }, selected }: NodeProps<CardNode>) {
  const isDimmed = useStore(canvasStore, ({ targets }) => targets !== null && !targets.has(id))
  const isLit = useStore(canvasStore, ({ litLayers }) => card.layer !== null && litLayers.has(card.layer))
  return (
    <article
      className={styles['card']}
      style={{ ...categoryHue(card.category), height: cardSize(card).height }}
      data-selected={selected || undefined}
      data-dimmed={isDimmed || undefined}
      data-lit={isLit || undefined}
      data-bypassed={card.isBypassed || undefined}
      data-problem={card.problems.length > 0 || undefined}
    >
      <CardBody card={card} />
      {card.problems.length > 0 && <ProblemBadge id={id} problems={card.problems} type={card.type} />}
    </article>
  )
})
