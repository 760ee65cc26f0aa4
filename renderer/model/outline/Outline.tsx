import { type KeyboardEvent, type MouseEvent, type RefObject, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDocument } from '../../store/document.ts'
import { menuStore } from '../canvas/contextMenuEvents.ts'
import { cardsOf } from '../card/cardsOf.ts'
import { focusInspector } from '../inspector/focusInspector.ts'
import styles from './Outline.module.css'
import { outlineMove } from './outlineKeys.ts'
import { OutlineLine } from './OutlineLine.tsx'
import { useLines } from './useLines.ts'
import { useOutline } from './useOutline.ts'
import { useOutlineActions } from './useOutlineActions.ts'
import { useTypeAhead } from './useTypeAhead.ts'

const lineId = (index: number) => `outline-${index}`

/** The graph as a tree in the order of its layers: all that the canvas shows, complete by keyboard and when read out. */
export function Outline() {
  const { t } = useTranslation()
  const tree = useRef<HTMLDivElement>(null)
  const outline = useOutline()
  const { rows, active } = outline
  const lines = useLines(rows.length, active, tree)
  const { onKeyDown, openMenu, go, toggle, isSelected, card, titleOf, renaming, endRenaming } = useTree(
    outline,
    tree,
  )
  if (rows.length === 0)
    return (
      <section className={styles['tree']} data-outline tabIndex={-1} aria-label={t('model.outline.title')}>
        <p className={styles['empty']}>{t('model.outline.empty')}</p>
      </section>
    )
  return (
    <div
      ref={tree}
      role="tree"
      tabIndex={0}
      data-outline
      aria-label={t('model.outline.title')}
      aria-description={t('model.outline.keys')}
      aria-multiselectable
      aria-activedescendant={lineId(active)}
      className={styles['tree']}
      onKeyDown={onKeyDown}
      onContextMenu={(event) => openMenu(event, active)}
    >
      <div className={styles['room']} style={{ height: lines.height }} role="presentation">
        {lines.shown.map(({ index, start }) => {
          const row = rows[index]
          if (!row) return null
          return (
            <OutlineLine
              key={`${row.kind} ${row.id}`}
              id={lineId(index)}
              row={row}
              title={titleOf(index)}
              card={card(index)}
              top={start}
              isActive={index === active}
              isSelected={isSelected(index)}
              isRenaming={index === renaming}
              onRenamed={endRenaming}
              onPick={({ ctrlKey, metaKey, shiftKey }) => {
                tree.current?.focus()
                if (ctrlKey || metaKey) toggle(index)
                else go(index, shiftKey)
              }}
              onOpen={(isOpen) => outline.setOpen(row.id, isOpen)}
              onMenu={(event) => openMenu(event, index)}
            />
          )
        })}
      </div>
    </div>
  )
}

const useTree = (outline: ReturnType<typeof useOutline>, tree: RefObject<HTMLDivElement | null>) => {
  const { project, analysis, rows, active, setOpen } = outline
  const canEdit = !useDocument((state) => state.readOnly)
  const [renaming, setRenaming] = useState<number | null>(null)
  const actions = useOutlineActions(outline)
  const cards = cardsOf(project, analysis)
  const card = (index: number) => (rows[index]?.kind === 'node' && cards.get(rows[index].id)) || null
  const titleOf = (index: number) => card(index)?.name ?? project.groups[rows[index]?.id ?? '']?.title ?? ''
  const typeAhead = useTypeAhead(rows.length, titleOf)
  const onKeyDown = (event: KeyboardEvent) => {
    const move = event.target === tree.current ? outlineMove(event, rows, active) : null
    if (!move) return
    event.preventDefault()
    event.stopPropagation()
    if (move.kind === 'go') actions.go(move.to, move.isExtending)
    else if (move.kind === 'search') actions.go(typeAhead(move.letter, active))
    else if (move.kind === 'toggle') actions.toggle(active)
    else if (move.kind === 'rename') setRenaming(canEdit ? active : null)
    else if (move.kind === 'open' || move.kind === 'close') setOpen(move.group, move.kind === 'open')
    else {
      if (!actions.isSelected(active)) actions.go(active)
      // The inspector shows what has just been selected only after this.
      requestAnimationFrame(focusInspector)
    }
  }
  const openMenu = (event: MouseEvent, at: number) => {
    const line = document.getElementById(lineId(at))?.getBoundingClientRect()
    if (!line) return
    event.preventDefault()
    event.stopPropagation()
    if (!actions.isSelected(at)) actions.go(at)
    // The menu key is heard by the tree itself: its place is the active line.
    const isByKey = event.target === tree.current
    const place = isByKey ? { x: line.left + 24, y: line.bottom } : { x: event.clientX, y: event.clientY }
    menuStore.setState({ open: { kind: 'node', at: place } })
  }
  const endRenaming = () => {
    setRenaming(null)
    tree.current?.focus()
  }
  return { ...actions, card, titleOf, onKeyDown, openMenu, renaming, endRenaming }
}
