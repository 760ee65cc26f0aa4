import { useTranslation } from 'react-i18next'
import { rawColumns } from '../../shared/prep/rawColumns.ts'
import type { PredictionRow, RunResult } from '../../shared/run.ts'
import { formatCount } from '../i18n/format.ts'
import { classes } from '../ui/classes.ts'
import styles from './Table.module.css'

/** Longest raw cell that is shown whole. */
const cellLimit = 28

/** Ten raw rows with the truth and what the model says of each. */
export function PredictionTable({ result }: { readonly result: RunResult }) {
  const { t } = useTranslation()
  const columns = rawColumns(result.pipeline).map(({ column }) => column)
  const outputs = result.pipeline.outputs
  return (
    <div className={styles['scroll']}>
      <table className={styles['table']} aria-label={t('evaluate.predictions')}>
        <thead>
          <tr>
            <th scope="col" className={styles['number']}>
              {t('evaluate.row')}
            </th>
            <th scope="col">{t('evaluate.part')}</th>
            {outputs.map(({ name }) => (
              <th key={name} scope="col" className={styles['answer']}>
                {t('evaluate.predictedAndTrue', { output: name })}
              </th>
            ))}
            {columns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {result.predictions.map((row) => (
            <tr key={row.row}>
              <td className={styles['number']}>{formatCount(row.row + 1)}</td>
              <td className={styles['muted']}>{t(`train.parts.${row.part}`)}</td>
              {row.outputs.map((output) => (
                <AnswerCell key={output.name} answer={output} isClass={isClass(outputs, output.name)} />
              ))}
              {columns.map((column) => (
                <RawCell key={column} value={row.inputs[column] ?? null} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

const isClass = (outputs: RunResult['pipeline']['outputs'], name: string) =>
  outputs.find((output) => output.name === name)?.target.fitted.kind !== 'number'

interface AnswerCellProps {
  readonly answer: PredictionRow['outputs'][number]
  readonly isClass: boolean
}

function AnswerCell({ answer, isClass: says }: AnswerCellProps) {
  const { predicted, target, scores } = answer
  const verdict = predicted === target ? styles['right'] : styles['wrong']
  return (
    <td className={classes(styles['answer'], says && verdict)}>
      <strong>{short(predicted)}</strong>
      {says && <span className={styles['score']}>{Math.max(...scores).toFixed(2)}</span>}
      <span className={styles['muted']}> / {target === null ? '–' : short(target)}</span>
    </td>
  )
}

function RawCell({ value }: { readonly value: string | null }) {
  if (value === null) return <td className={styles['muted']}>–</td>
  const isLong = value.length > cellLimit
  return (
    <td {...(isLong ? { title: value.slice(0, 1000) } : {})}>
      {isLong ? `${value.slice(0, cellLimit)}…` : value}
    </td>
  )
}

/** A number with six digits, or the words as they are. */
const short = (text: string) => {
  const value = Number(text)
  return text.trim() === '' || Number.isNaN(value) ? text : String(Number(value.toPrecision(6)))
}
