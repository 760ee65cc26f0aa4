import { useStore } from 'zustand'
import { saidStore } from './announce.ts'
import styles from './Said.module.css'

/** Reads out what the last action did. */
export function Said() {
  const { text, count } = useStore(saidStore)
  return (
    <div className={styles['said']} role="status" aria-live="polite">
      <span key={count}>{text}</span>
    </div>
  )
}
