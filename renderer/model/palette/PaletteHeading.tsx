import { ChevronRight } from 'lucide-react'
import type { KeyboardEvent } from 'react'
import { useStore } from 'zustand'
import type { Category } from '../../../shared/layers/define.ts'
import { foldStore, setFolded } from './foldStore.ts'
import styles from './Palette.module.css'
import { useCategoryTitle } from './useCategoryTitle.ts'

interface PaletteHeadingProps {
  readonly id: string
  readonly category: Category
  readonly count: number
  /** The one line of the list that Tab reaches. */
  readonly isCurrent: boolean
  readonly onFocus: () => void
}

/** A group's title: a click, Enter, or the arrows left and right fold and unfold it. */
export function PaletteHeading({ id, category, count, isCurrent, onFocus }: PaletteHeadingProps) {
  const titleOf = useCategoryTitle()
  const isFolded = useStore(foldStore, ({ folded }) => folded.has(category))
  const onKeyDown = ({ code }: KeyboardEvent) => {
    if (code === 'ArrowLeft') setFolded(category, true)
    if (code === 'ArrowRight') setFolded(category, false)
  }
  return (
    <h3 className={styles['heading']}>
      <button
        type="button"
        id={id}
        className={styles['title']}
        data-palette-item
        tabIndex={isCurrent ? 0 : -1}
        aria-expanded={!isFolded}
        onClick={() => setFolded(category, !isFolded)}
        onKeyDown={onKeyDown}
        onFocus={onFocus}
      >
        <ChevronRight aria-hidden />
        {titleOf(category)}
        <span className={styles['count']}>{count}</span>
      </button>
    </h3>
  )
}
