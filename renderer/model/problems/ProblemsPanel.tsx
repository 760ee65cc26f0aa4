import styles from './ProblemsPanel.module.css'
import { ProblemList } from './ProblemList.tsx'

/** Everything that keeps the model from training. */
export function ProblemsPanel() {
  return (
    <div className={styles['panel']}>
      <ProblemList />
    </div>
  )
}
