import { useTranslation } from 'react-i18next'
import { metricWords } from '../../shared/metricWords.ts'
import { partNames, type RunResult } from '../../shared/run.ts'
import { formatFigure } from '../i18n/format.ts'
import { useWords } from '../i18n/useWords.ts'
import styles from './Table.module.css'

/** Every output's loss and metrics, on the training, validation and test rows side by side. */
export function MetricsTable({ result }: { readonly result: RunResult }) {
  const { t } = useTranslation()
  const { words } = useWords()
  const parts = partNames.filter((part) => result.metrics[part] !== undefined)
  const rows = result.pipeline.outputs.flatMap(({ name }) => {
    const known = new Set(parts.flatMap((part) => Object.keys(result.metrics[part]?.[name] ?? {})))
    return [...known].map((metric) => ({ name, metric }))
  })
  return (
    <div className={styles['scroll']}>
      <table className={styles['table']} aria-label={t('evaluate.metricsTable')}>
        <thead>
          <tr>
            <th scope="col">{t('evaluate.output')}</th>
            <th scope="col">{t('evaluate.metric')}</th>
            {parts.map((part) => (
              <th key={part} scope="col" className={styles['number']}>
                {t(`train.parts.${part}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ name, metric }, index) => (
            <tr key={`${name} ${metric}`}>
              <th scope="row">{rows[index - 1]?.name === name ? '' : name}</th>
              <td title={metricWords[metric] && words(metricWords[metric].help)}>
                {metricWords[metric] ? words(metricWords[metric].title) : metric}
              </td>
              {parts.map((part) => (
                <td key={part} className={styles['number']}>
                  {figureOf(result.metrics[part]?.[name]?.[metric])}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

const figureOf = (value: number | undefined) => (value === undefined ? '–' : formatFigure(value))
