import { useTranslation } from 'react-i18next'
import type { PartName } from '../../../shared/run.ts'
import type { ClassBalance } from '../../../shared/survey.ts'
import { formatPercent } from '../../i18n/format.ts'
import styles from './Balance.module.css'
import { balanceShares } from './balanceShares.ts'

interface BalanceBarProps {
  readonly balance: ClassBalance
  readonly part: PartName | 'all'
}

/** The classes of a target's rows side by side. */
export function BalanceBar({ balance, part }: BalanceBarProps) {
  const { t } = useTranslation()
  const shares = balanceShares(balance, part)
  const words = shares
    .map(({ value, share }) => `${value ?? t('data.splitForm.otherClasses')} ${formatPercent(share)}`)
    .join(', ')
  return (
    <span className={styles['bar']} role="img" aria-label={words} title={words}>
      {shares.map(({ value, colour, share }) => (
        <span key={`${value}`} className={styles['share']} data-colour={colour} style={{ flexGrow: share }} />
      ))}
    </span>
  )
}
