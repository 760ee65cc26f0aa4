import styles from './SummaryPanel.module.css'
import { SummaryTable } from './SummaryTable.tsx'

/** The model's layers as a table, like Keras' `summary()`. */
export function SummaryPanel() {
  return (
    <div className={styles['panel']}>
      <SummaryTable />
    </div>
  )
}
