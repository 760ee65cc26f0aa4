import { useTranslation } from 'react-i18next'
import type { ColumnProfile, TableProfile } from '../../shared/table.ts'
import { Section } from '../ui/layout/Section.tsx'
import styles from './ColumnDetails.module.css'
import { ColumnStatistics } from './ColumnStatistics.tsx'
import { ColumnTypeMenu } from './ColumnTypeMenu.tsx'
import type { Use } from './columnUses.ts'
import { Histogram } from './Histogram.tsx'
import { RoleForm } from './RoleForm.tsx'
import { ColumnSurvey } from './survey/ColumnSurvey.tsx'
import { TopValues } from './TopValues.tsx'
import { UseForm } from './UseForm.tsx'
import { filterByBar, filterByValue } from './table/filterByValue.ts'
import { type ValueBar, valueBars } from './valueBars.ts'

interface ColumnDetailsProps {
  readonly source: string
  readonly profile: TableProfile
  readonly column: ColumnProfile
  readonly uses: readonly Use[]
}

/** Whether some values are frequent enough to be worth a list. */
const hasTellingValues = ({ top, distinct }: ColumnProfile, rows: number): boolean =>
  top.length > 0 && (distinct <= top.length || (top[0]?.count ?? 0) >= rows / 100)

/** Everything about one column: what it is to the model and how it becomes numbers, then what is in it. */
export function ColumnDetails({ source, profile, column, uses }: ColumnDetailsProps) {
  const { t } = useTranslation()
  const bars = valueBars(column)
  const rows = column.stepRows ?? profile.rows
  // What a step makes is in no row of the file, so that the table can't be filtered by it.
  const acts =
    column.stepRows === undefined
      ? {
          byBar: (bar: ValueBar, isLast: boolean) => filterByBar(source, column.name, bar, isLast),
          byValue: (value: string) => filterByValue(source, column.name, value),
        }
      : null
  return (
    <div className={styles['details']}>
      <header className={styles['head']}>
        <h2 className={styles['name']}>{column.name || t('data.noName')}</h2>
        <ColumnTypeMenu source={source} column={column} />
      </header>
      <Section title={t('data.role')}>
        <RoleForm source={source} column={column} uses={uses} />
      </Section>
      {uses.map((use) => (
        <UseForm key={use.node} source={source} column={column} use={use} isOnly={uses.length === 1} />
      ))}
      {bars && (
        <Section title={t('data.distribution')}>
          <Histogram name={column.name} bars={bars} onChoose={acts?.byBar} />
        </Section>
      )}
      <ColumnSurvey source={source} column={column.name} />
      <Section title={t('data.statistics')}>
        <ColumnStatistics column={column} rows={rows} />
      </Section>
      {hasTellingValues(column, rows) && (
        <Section title={t('data.top')}>
          <TopValues column={column} rows={rows} onChoose={acts?.byValue} />
        </Section>
      )}
    </div>
  )
}
