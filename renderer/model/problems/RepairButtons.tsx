import { Wrench } from 'lucide-react'
import type { Problem } from '../../../shared/problems.ts'
import { useWords } from '../../i18n/useWords.ts'
import { Button } from '../../ui/buttons/Button.tsx'
import { applyRepair } from './applyRepair.ts'
import styles from './RepairButtons.module.css'
import { repairText } from './repairText.ts'
import { useRepairs } from './useRepairs.ts'

interface RepairButtonsProps {
  /** The node; null for a problem of the whole graph. */
  readonly id: string | null
  /** Of the node. */
  readonly type: string
  readonly problem: Problem
  readonly onDone?: () => void
}

/** A button for each way to mend a problem; nothing where there is none. */
export function RepairButtons({ id, type, problem, onDone }: RepairButtonsProps) {
  const { language } = useWords()
  const repairs = useRepairs(id, problem)
  if (repairs.length === 0) return null
  return (
    <div className={styles['repairs']}>
      {repairs.map((repair) => (
        <Button
          key={JSON.stringify([repair.code, repair.values])}
          size="small"
          icon={<Wrench aria-hidden />}
          className={styles['repair']}
          onPress={() => {
            applyRepair(repair.apply)
            onDone?.()
          }}
        >
          {repairText(repair, type, language)}
        </Button>
      ))}
    </div>
  )
}
