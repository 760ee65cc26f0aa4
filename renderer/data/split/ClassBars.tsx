import { useTranslation } from 'react-i18next'
import { partNames } from '../../../shared/run.ts'
import type { ClassBalance } from '../../../shared/survey.ts'
import styles from './Balance.module.css'
import { BalanceBar } from './BalanceBar.tsx'
import { BalanceLegend } from './BalanceLegend.tsx'

/** The classes of a target in each part that has rows, and what their colours mean. */
export function ClassBars({ balance }: { readonly balance: ClassBalance }) {
  const { t } = useTranslation()
  return (
    <div className={styles['bars']}>
      {partNames
        .filter((part) => balance.classes.some((one) => one[part] > 0))
        .map((part) => (
          <div key={part} className={styles['part']}>
            <span className={styles['name']}>{t(`data.parts.${part}`)}</span>
            <BalanceBar balance={balance} part={part} />
          </div>
        ))}
      <BalanceLegend balance={balance} />
    </div>
  )
}
