import { useState } from 'react'
import { useStore } from 'zustand'
import type { PaletteEntry } from '../../../shared/layers/define.ts'
import { foldStore } from './foldStore.ts'
import styles from './Palette.module.css'
import { paletteGroups } from './paletteGroups.ts'
import { PaletteHeading } from './PaletteHeading.tsx'
import { type Hint, PaletteHint } from './PaletteHint.tsx'
import { PaletteItem } from './PaletteItem.tsx'

interface PaletteListProps {
  readonly entries: readonly PaletteEntry[]
  /** In groups that fold; a search shows its finds as one list, best first. */
  readonly isGrouped: boolean
}

/** Lines of the palette. Tab reaches one of them, the arrow keys the others. */
export function PaletteList({ entries, isGrouped }: PaletteListProps) {
  const folded = useStore(foldStore, (state) => state.folded)
  const [current, setCurrent] = useState<string | null>(null)
  const [hint, setHint] = useState<Hint | null>(null)
  const groups = isGrouped ? paletteGroups(entries) : []
  const shown = isGrouped
    ? groups.flatMap(({ category, entries: own }) => [
        headingId(category),
        ...(folded.has(category) ? [] : own.map(({ type }) => type)),
      ])
    : entries.map(({ type }) => type)
  const reachable = current !== null && shown.includes(current) ? current : shown[isGrouped ? 1 : 0]
  const line = (entry: PaletteEntry) => (
    <PaletteItem
      key={entry.type}
      entry={entry}
      isCurrent={entry.type === reachable}
      onFocus={setCurrent}
      onHint={setHint}
    />
  )
  return (
    <div className={styles['list']}>
      {groups.map(({ category, entries: own }) => (
        <section key={category} aria-labelledby={headingId(category)}>
          <PaletteHeading
            id={headingId(category)}
            category={category}
            count={own.length}
            isCurrent={headingId(category) === reachable}
            onFocus={() => setCurrent(headingId(category))}
          />
          {!folded.has(category) && own.map(line)}
        </section>
      ))}
      {!isGrouped && entries.map(line)}
      <PaletteHint hint={hint} />
    </div>
  )
}

const headingId = (category: string) => `palette-${category}`
