import styles from './SourceReading.module.css'

/** The place of a source's rows before the first of them are there. */
export function SourceReading() {
  return (
    <div className={styles['reading']} aria-hidden>
      <div className={styles['head']} />
      <div className={styles['rows']} />
    </div>
  )
}
