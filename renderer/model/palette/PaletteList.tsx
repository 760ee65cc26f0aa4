import { useState } from 'react'
import { categoryHue } from '../card/categoryHue.ts'
import styles from './Palette.module.css'
import type { PaletteGroup } from './paletteGroups.ts'
import { type Hint, PaletteHint } from './PaletteHint.tsx'
import { PaletteItem } from './PaletteItem.tsx'
import { useCategoryTitle } from './useCategoryTitle.ts'

/** Lines of the palette by category. Tab reaches one of them. */
export function PaletteList({ groups }: { readonly groups: readonly PaletteGroup[] }) {
  const titleOf = useCategoryTitle()
  const [current, setCurrent] = useState<string | null>(null)
  const [hint, setHint] = useState<Hint | null>(null)
  const types = groups.flatMap(({ entries }) => entries.map(({ type }) => type))
  const reachable = current !== null && types.includes(current) ? current : types[0]
  return (
    <div className={styles['list']}>
      {groups.map(({ category, entries }) => (
        <section key={category} style={categoryHue(category)} aria-labelledby={`palette-${category}`}>
          <h3 id={`palette-${category}`} className={styles['title']}>
            {titleOf(category)}
          </h3>
          {entries.map((entry) => (
            <PaletteItem
              key={entry.type}
              entry={entry}
              isCurrent={entry.type === reachable}
              onFocus={setCurrent}
              onHint={setHint}
            />
          ))}
        </section>
      ))}
      <PaletteHint hint={hint} />
    </div>
  )
}
