import { useTranslation } from 'react-i18next'
import { formatBytes, formatCount } from '../../i18n/format.ts'
import { useAnalysis } from '../../store/analysis.ts'
import { Section } from '../../ui/layout/Section.tsx'
import styles from './ModelSummary.module.css'
import { ProblemList } from '../problems/ProblemList.tsx'
import { SummaryTable } from '../summary/SummaryTable.tsx'

/** The model as a whole: its size, its problems and a table of its layers like Keras' summary. */
export function ModelSummary() {
  const { t } = useTranslation()
  const { total, trainable } = useAnalysis(({ parameters }) => parameters)
  const memory = useAnalysis(({ memoryBytes }) => memoryBytes)
  return (
    <>
      <dl className={styles['figures']}>
        <Figure label={t('model.summary.parameters')} value={formatCount(total)} />
        <Figure label={t('model.summary.trainable')} value={formatCount(trainable)} />
        {total > trainable && (
          <Figure label={t('model.summary.frozen')} value={formatCount(total - trainable)} />
        )}
        <Figure
          label={t('model.summary.memory')}
          value={formatBytes(memory)}
          help={t('model.summary.memoryHelp')}
        />
      </dl>
      <ProblemList />
      <Section title={t('model.summary.layers')}>
        <SummaryTable />
      </Section>
    </>
  )
}

interface FigureProps {
  readonly label: string
  readonly value: string
  readonly help?: string
}

function Figure({ label, value, help }: FigureProps) {
  return (
    <div className={styles['figure']}>
      <dt title={help}>{label}</dt>
      <dd>{value}</dd>
    </div>
  )
}
