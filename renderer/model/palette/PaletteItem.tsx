import type { KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { PaletteEntry } from '../../../shared/layers/define.ts'
import { useWords } from '../../i18n/useWords.ts'
import { addFromPalette } from '../canvas/addActions.ts'
import { categoryHue } from '../card/categoryHue.ts'
import { categoryIcon } from '../card/categoryIcon.ts'
import { carryEntry } from './carryEntry.ts'
import styles from './Palette.module.css'

interface PaletteItemProps {
  readonly entry: PaletteEntry
  /** The one line of the list that Tab reaches. */
  readonly isCurrent: boolean
  readonly onFocus: (type: string) => void
  readonly onHint: (hint: { readonly entry: PaletteEntry; readonly line: HTMLElement } | null) => void
}

/** One line of the palette: drag it to the canvas, double-click it or press Enter. */
export function PaletteItem({ entry, isCurrent, onFocus, onHint }: PaletteItemProps) {
  const { t } = useTranslation()
  const { words } = useWords()
  const Icon = categoryIcon[entry.category]
  const add = () => addFromPalette(entry.type)
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.code === 'Escape') onHint(null)
  }
  return (
    <button
      type="button"
      className={styles['item']}
      style={categoryHue(entry.category)}
      data-palette-item
      tabIndex={isCurrent ? 0 : -1}
      aria-label={t('model.palette.add', { title: entry.title })}
      aria-description={words(entry.help)}
      // A click by keyboard or assistive technology has no count; one by mouse waits for the second.
      onClick={(event) => event.detail === 0 && add()}
      onDoubleClick={add}
      onPointerDown={(event) => {
        onHint(null)
        carryEntry(entry, event)
      }}
      onKeyDown={onKeyDown}
      onFocus={(event) => {
        onFocus(entry.type)
        if (event.currentTarget.matches(':focus-visible')) onHint({ entry, line: event.currentTarget })
      }}
      onBlur={() => onHint(null)}
      onPointerEnter={(event) => onHint({ entry, line: event.currentTarget })}
      onPointerLeave={() => onHint(null)}
    >
      <Icon aria-hidden />
      <span>{entry.title}</span>
    </button>
  )
}
