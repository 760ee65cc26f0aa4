import { useEffect, useState } from 'react'
import { createPortal } from 'react-dom'
import type { PaletteEntry } from '../../../shared/layers/define.ts'
import { useWords } from '../../i18n/useWords.ts'
import styles from './PaletteHint.module.css'

/** The line of the palette to explain. */
export interface Hint {
  readonly entry: PaletteEntry
  readonly line: HTMLElement
}

const delay = 350

/** What a layer does, beside its line in the palette. One for the whole list: sixty tooltips would cost more. */
export function PaletteHint({ hint }: { readonly hint: Hint | null }) {
  const { words } = useWords()
  const [shown, setShown] = useState<Hint | null>(null)
  useEffect(() => {
    const timer = setTimeout(() => setShown(hint), hint ? delay : 0)
    return () => clearTimeout(timer)
  }, [hint])
  if (!shown || shown !== hint) return null
  const { right, top } = shown.line.getBoundingClientRect()
  return createPortal(
    <div className={styles['hint']} style={{ left: right + 8, top }} aria-hidden>
      <strong>{shown.entry.title}</strong>
      <p>{words(shown.entry.help)}</p>
    </div>,
    document.body,
  )
}
