import { useTranslation } from 'react-i18next'
import { formatCount, formatPercent } from '../i18n/format.ts'
import styles from './SplitBar.module.css'
import type { SplitCounts } from './splitCounts.ts'

const parts = ['train', 'validation', 'test', 'dropped'] as const

/** The parts of the rows side by side, with their numbers below. */
export function SplitBar({ counts }: { readonly counts: SplitCounts }) {
  const { t } = useTranslation()
  const all = Math.max(1, counts.train + counts.validation + counts.test + counts.dropped)
  const shown = parts.filter((part) => part !== 'dropped' || counts.dropped > 0)
  const about = counts.isExact ? '' : '≈ '
  return (
    <div className={styles['split']}>
      <div className={styles['bar']} aria-hidden>
        {shown.map((part) => (
          <span key={part} className={styles[part]} style={{ flexGrow: counts[part] / all }} />
        ))}
      </div>
      <dl className={styles['legend']}>
        {shown.map((part) => (
          <div key={part} className={styles['entry']}>
            <dt>
              <span className={`${styles['mark']} ${styles[part]}`} aria-hidden />
              {t(`data.parts.${part}`)}
            </dt>
            <dd>
              <span className={styles['share']}>{formatPercent(counts[part] / all)}</span>
              {about}
              {formatCount(counts[part])}
            </dd>
          </div>
        ))}
      </dl>
    </div>
  )
}
