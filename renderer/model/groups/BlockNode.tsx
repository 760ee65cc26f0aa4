import type { NodeProps } from '@xyflow/react'
import { memo } from 'react'
import { useStore } from 'zustand'
import { currentProject } from '../../store/document.ts'
import { useSession } from '../../store/session.ts'
import { canvasStore } from '../canvas/canvasStore.ts'
import type { CardNode } from '../canvas/canvasNode.ts'
import { CardBody } from '../card/CardBody.tsx'
import { cardSize } from '../card/cardSize.ts'
import { categoryHue } from '../card/categoryHue.ts'
import cardStyles from '../card/LayerNode.module.css'
import { classes } from '../../ui/classes.ts'
import styles from './BlockNode.module.css'
import { InnerProblems } from './InnerProblems.tsx'
import { tieKey } from './litTies.ts'
import { visibleOf } from './visibleOf.ts'
import { expandGroup } from './groupActions.ts'

/** Whether a selected node is inside, as one that a problem led to. */
const holdsSome = (group: string, selection: readonly string[]): boolean => {
  const { hidden } = visibleOf(currentProject())
  return selection.some((id) => hidden.get(id) === group)
}

/** A group drawn as one card: its title, its ports, what is inside in numbers. A double click opens it in place. */
export const BlockNode = memo(function BlockNode({ id, data: { card }, selected }: NodeProps<CardNode>) {
  const { block } = card
  const tie = block?.tie ?? null
  const isDimmed = useStore(canvasStore, ({ targets }) => targets !== null && !targets.has(id))
  const isLit = useStore(canvasStore, ({ litLayers }) => tie !== null && litLayers.has(tieKey(tie)))
  const holdsSelected = useSession(
    ({ selection }) => block !== undefined && holdsSome(block.group, selection),
  )
  if (!block) return null
  return (
    <article
      className={classes(cardStyles['card'], styles['block'])}
      style={{ ...categoryHue(card.category), height: cardSize(card).height }}
      data-selected={selected || undefined}
      data-dimmed={isDimmed || undefined}
      data-lit={isLit || (holdsSelected && !selected) || undefined}
      data-problem={card.problems.length > 0 || undefined}
      onDoubleClick={() => expandGroup(block.group)}
    >
      <CardBody card={card} />
      {block.inner.length > 0 && <InnerProblems inner={block.inner} />}
    </article>
  )
})
