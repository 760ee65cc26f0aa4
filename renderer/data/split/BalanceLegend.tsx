import { useTranslation } from 'react-i18next'
import type { ClassBalance } from '../../../shared/survey.ts'
import { formatPercent } from '../../i18n/format.ts'
import styles from './Balance.module.css'
import { balanceShares } from './balanceShares.ts'

/** The colours of a target's classes, with their shares of all rows. */
export function BalanceLegend({ balance }: { readonly balance: ClassBalance }) {
  const { t } = useTranslation()
  return (
    <ul className={styles['legend']}>
      {balanceShares(balance, 'all').map(({ value, colour, share }) => (
        <li key={`${value}`}>
          <span className={styles['mark']} data-colour={colour} aria-hidden />
          <span className={styles['value']} title={value ?? undefined}>
            {value ?? t('data.splitForm.otherClasses')}
          </span>
          <span className={styles['percent']}>{formatPercent(share)}</span>
        </li>
      ))}
    </ul>
  )
}
