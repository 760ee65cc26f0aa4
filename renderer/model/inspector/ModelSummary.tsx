import { useTranslation } from 'react-i18next'
import { formatBytes, formatCount, formatFlops } from '../../i18n/format.ts'
import { useAnalysis } from '../../store/analysis.ts'
import styles from './ModelSummary.module.css'
import { ModelProblems } from '../problems/ModelProblems.tsx'

/** The model as a whole: its size and its problems. */
export function ModelSummary() {
  const { t } = useTranslation()
  const { total, trainable } = useAnalysis(({ parameters }) => parameters)
  const flops = useAnalysis((analysis) => analysis.flops)
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
          label={t('model.summary.flops')}
          value={formatFlops(flops)}
          help={t('model.summary.flopsHelp')}
        />
        <Figure
          label={t('model.summary.memory')}
          value={formatBytes(memory)}
          help={t('model.summary.memoryHelp')}
        />
      </dl>
      <ModelProblems />
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
