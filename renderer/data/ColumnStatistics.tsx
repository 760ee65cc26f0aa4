import { useTranslation } from 'react-i18next'
import { momentsOf } from '../../shared/momentsOf.ts'
import type { ColumnProfile, NumberSummary } from '../../shared/table.ts'
import { formatCount, formatFigure } from '../i18n/format.ts'
import styles from './ColumnStatistics.module.css'
import { missingShare } from './missingShare.ts'

interface ColumnStatisticsProps {
  readonly column: ColumnProfile
  readonly rows: number
}
type StatName = keyof typeof import('../i18n/en.json')['data']['stats']
type Stat = readonly [StatName, string, (string | undefined)?]

/** A moment as a day, with its time unless it is midnight, or as a time alone; as data it is the same in every language. */
const shortMoment = (moment: string): string => moment.slice(0, 16).replace('T', ' ').replace(' 00:00', '')

const statsOf = (
  { missing, distinct, summary, sequence, dates, letters, top }: ColumnProfile,
  rows: number,
): readonly Stat[] => {
  const counts: Stat[] = [
    ['count', formatCount(rows - missing)],
    ['missing', formatCount(missing), missing ? missingShare({ missing }, rows) : undefined],
    ['distinct', formatCount(distinct)],
  ]
  if (sequence) counts.push(['length', formatCount(sequence.length)], ['largest', formatFigure(sequence.max)])
  if (dates) {
    const { first, last } = momentsOf(dates, top)
    counts.push(['first', shortMoment(first)], ['last', shortMoment(last)])
  }
  if (letters) {
    counts.push(
      ['shortest', formatCount(letters.min)],
      ['meanLetters', formatFigure(letters.mean)],
      ['longest', formatCount(letters.max)],
    )
  }
  if (!summary) return counts
  const { min, max, mean, std, quartiles } = summary
  const [q1, median, q3] = quartiles
  const figures = { mean, std, min, q1, median, q3, max }
  return [
    ...counts,
    ...(['mean', 'std', 'min', 'q1', 'median', 'q3', 'max'] as const).map(
      (name): Stat => [name, formatFigure(figures[name])],
    ),
    ...shapeOf(summary, rows - missing),
  ]
}

/** What lies how far from the middle. */
const shapeOf = ({ skewness, outliers }: NumberSummary, count: number): readonly Stat[] => {
  const far = outliers && outliers.low + outliers.high
  return [
    ...(skewness === undefined ? [] : [['skewness', formatFigure(skewness)] as const]),
    ...(far === undefined
      ? []
      : [['outliers', formatCount(far), far ? missingShare({ missing: far }, count) : undefined] as const]),
  ]
}

/** A column's figures, one a line. */
export function ColumnStatistics({ column, rows }: ColumnStatisticsProps) {
  const { t } = useTranslation()
  return (
    <dl className={styles['stats']}>
      {statsOf(column, rows).map(([name, value, share]) => (
        <div key={name} className={styles['stat']}>
          <dt>{t(`data.stats.${name}`)}</dt>
          <dd>
            {share && <span className={styles['share']}>{share}</span>}
            {value}
          </dd>
        </div>
      ))}
    </dl>
  )
}
