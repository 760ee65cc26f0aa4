import { useTranslation } from 'react-i18next'
import { partNames } from '../../../shared/run.ts'
import type { Survey } from '../../../shared/survey.ts'
import { formatCount, formatPercent } from '../../i18n/format.ts'
import { ClassBars } from './ClassBars.tsx'
import styles from './PartCounts.module.css'

interface PartCountsProps {
  readonly survey: Survey
  /** The counts are of before the last edit; others are on their way. */
  readonly isOld: boolean
}

/** How many rows each part has, counted, and for each target of classes how they are spread over the parts. */
export function PartCounts({ survey: { parts, balance }, isOld }: PartCountsProps) {
  const { t } = useTranslation()
  const all = Math.max(1, parts.train + parts.validation + parts.test)
  return (
    <div className={styles['counts']} data-old={isOld || undefined} aria-busy={isOld}>
      <dl className={styles['list']}>
        {partNames.map((part) => (
          <div key={part} className={styles['entry']}>
            <dt>
              <span className={`${styles['mark']} ${styles[part]}`} aria-hidden />
              {t(`data.parts.${part}`)}
            </dt>
            <dd>
              <span className={styles['share']}>{formatPercent(parts[part] / all)}</span>
              {formatCount(parts[part])}
            </dd>
          </div>
        ))}
        {parts.dropped > 0 && (
          <div className={styles['entry']}>
            <dt>
              <span className={`${styles['mark']} ${styles['dropped']}`} aria-hidden />
              {t('data.parts.dropped')}
            </dt>
            <dd>{formatCount(parts.dropped)}</dd>
          </div>
        )}
      </dl>
      {balance.map((target) => (
        <section key={target.node} className={styles['target']}>
          <h3>{t('data.splitForm.classesOf', { column: target.column })}</h3>
          <ClassBars balance={target} />
        </section>
      ))}
    </div>
  )
}
