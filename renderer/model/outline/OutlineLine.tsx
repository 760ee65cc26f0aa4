import { ChevronRight, CircleAlert, Group } from 'lucide-react'
import type { MouseEvent } from 'react'
import { shapeText } from '../../../shared/layers/shapes.ts'
import { cardLabel } from '../card/cardLabel.ts'
import { categoryHue } from '../card/categoryHue.ts'
import { categoryIcon } from '../card/categoryIcon.ts'
import type { NodeCard } from '../card/nodeCard.ts'
import { SharedMark } from '../card/SharedMark.tsx'
import styles from './Outline.module.css'
import { OutlineName } from './OutlineName.tsx'
import type { OutlineRow } from './outlineRows.ts'

interface OutlineLineProps {
  readonly id: string
  readonly row: OutlineRow
  readonly title: string
  /** Of a node; null for a group. */
  readonly card: NodeCard | null
  /** In pixels from the top of all lines. */
  readonly top: number
  readonly isActive: boolean
  readonly isSelected: boolean
  readonly isRenaming: boolean
  readonly onRenamed: () => void
  readonly onPick: (event: MouseEvent) => void
  readonly onOpen: (isOpen: boolean) => void
  readonly onMenu: (event: MouseEvent) => void
}

/** One line of the outline: a node with its type, shape and marks, or a group. */
export function OutlineLine(props: OutlineLineProps) {
  const { id, row, title, card, top, isActive, isSelected, isRenaming, onRenamed, onPick, onOpen, onMenu } =
    props
  const Icon = card ? categoryIcon[card.category] : Group
  return (
    <div
      id={id}
      role="treeitem"
      aria-label={card ? cardLabel(card) : title}
      aria-level={row.level}
      aria-posinset={row.place}
      aria-setsize={row.of}
      aria-selected={isSelected}
      {...(row.isOpen === null ? {} : { 'aria-expanded': row.isOpen })}
      className={styles['line']}
      data-active={isActive || undefined}
      data-bypassed={card?.isBypassed || undefined}
      style={{
        ...categoryHue(card?.category ?? 'block'),
        transform: `translateY(${top}px)`,
        paddingInlineStart: `${row.level - 0.5}rem`,
      }}
      onClick={onPick}
      onDoubleClick={() => row.isOpen !== null && onOpen(!row.isOpen)}
      onContextMenu={onMenu}
    >
      {row.isOpen !== null && (
        <ChevronRight
          className={styles['chevron']}
          data-open={row.isOpen || undefined}
          aria-hidden
          onClick={(event) => {
            event.stopPropagation()
            onOpen(!row.isOpen)
          }}
        />
      )}
      <Icon className={styles['icon']} aria-hidden />
      {isRenaming ? (
        <OutlineName row={row} name={title} onDone={onRenamed} />
      ) : (
        <span className={styles['name']}>{title}</span>
      )}
      {card && <Facts card={card} />}
    </div>
  )
}

function Facts({ card: { typeTitle, shape, shared, problems } }: { readonly card: NodeCard }) {
  return (
    <>
      <span className={styles['type']}>
        <span>{typeTitle}</span>
      </span>
      <span className={styles['marks']}>
        {shared && <SharedMark {...shared} />}
        {problems.length > 0 && <CircleAlert className={styles['problem']} aria-hidden />}
        {shape && <span className={styles['shape']}>{shapeText(shape)}</span>}
      </span>
    </>
  )
}
