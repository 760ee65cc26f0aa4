import { type Shortcut, shortcutText } from '../keys/shortcut.ts'
import styles from './Kbd.module.css'

/** A shortcut, quietly. */
export function Kbd({ shortcut }: { readonly shortcut: Shortcut }) {
  return <kbd className={styles['kbd']}>{shortcutText(shortcut)}</kbd>
}
