import { Search } from 'lucide-react'
import { type KeyboardEvent, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { paletteEntries } from '../../../shared/layers/index.ts'
import { useWords } from '../../i18n/useWords.ts'
import { TextField } from '../../ui/form/TextField.tsx'
import { Panel } from '../../ui/layout/Panel.tsx'
import { categoryHue } from '../card/categoryHue.ts'
import { DragGhost } from './DragGhost.tsx'
import styles from './Palette.module.css'
import { paletteGroups } from './paletteGroups.ts'
import { type Hint, PaletteHint } from './PaletteHint.tsx'
import { PaletteItem } from './PaletteItem.tsx'
import { useCategoryTitle } from './useCategoryTitle.ts'

const steps: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1, Home: -Infinity, End: Infinity }

/** Every layer of the catalogue by category, with a search; arrow keys move through the list. */
export function Palette() {
  const { t } = useTranslation()
  const { language } = useWords()
  const titleOf = useCategoryTitle()
  const list = useRef<HTMLDivElement>(null)
  const [search, setSearch] = useState('')
  const [current, setCurrent] = useState<string | null>(null)
  const [hint, setHint] = useState<Hint | null>(null)
  const groups = useMemo(
    () => paletteGroups(paletteEntries, search, language, titleOf),
    [search, language, titleOf],
  )
  const types = groups.flatMap(({ entries }) => entries.map(({ type }) => type))
  const reachable = current !== null && types.includes(current) ? current : types[0]
  const move = (event: KeyboardEvent) => {
    const step = steps[event.code]
    if (step === undefined || event.nativeEvent.isComposing) return
    const items = [...(list.current?.querySelectorAll<HTMLElement>('[data-palette-item]') ?? [])]
    const at = items.indexOf(document.activeElement as HTMLElement)
    if (at < 0 && step < 0) return
    event.preventDefault()
    items[Math.max(0, Math.min(items.length - 1, at + step))]?.focus()
  }
  return (
    <div className={styles['palette']} onKeyDownCapture={move}>
      <Panel
        title={t('model.palette.title')}
        isFlush
        top={
          <TextField
            label={t('model.palette.search')}
            isLabelHidden
            icon={<Search className={styles['search']} aria-hidden />}
            placeholder={t('model.palette.search')}
            value={search}
            onChange={setSearch}
          />
        }
      >
        <div ref={list} className={styles['list']}>
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
          {groups.length === 0 && <p className={styles['none']}>{t('model.palette.none')}</p>}
        </div>
        <p className={styles['foot']}>{t('model.palette.hint')}</p>
      </Panel>
      <PaletteHint hint={hint} />
      <DragGhost />
    </div>
  )
}
