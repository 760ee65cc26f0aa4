import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Answer } from '../../shared/engineContract.ts'
import { rawColumns } from '../../shared/prep/rawColumns.ts'
import type { RunResult } from '../../shared/run.ts'
import { client } from '../client.ts'
import { formatFigure } from '../i18n/format.ts'
import { errorText } from '../i18n/problemText.ts'
import { currentDocId } from '../store/document.ts'
import { Button } from '../ui/buttons/Button.tsx'
import { Notice } from '../ui/feedback/Notice.tsx'
import { ComboBox } from '../ui/form/ComboBox.tsx'
import { TextField } from '../ui/form/TextField.tsx'
import styles from './TryForm.module.css'

interface TryFormProps {
  readonly runId: string
  readonly result: RunResult
}
type Asked = { readonly answers: readonly Answer[] } | { readonly problem: string } | null

/** Asks the model about one row typed in by hand; it starts with the first of the ten rows. */
export function TryForm({ runId, result }: TryFormProps) {
  const { t } = useTranslation()
  const columns = rawColumns(result.pipeline)
  const first = result.predictions[0]?.inputs ?? {}
  const [cells, setCells] = useState<Readonly<Record<string, string>>>(() =>
    Object.fromEntries(columns.map(({ column }) => [column, first[column] ?? ''])),
  )
  const [asked, setAsked] = useState<Asked>(null)
  const [isAsking, setAsking] = useState(false)
  const ask = async (event: FormEvent) => {
    event.preventDefault()
    setAsking(true)
    const row = Object.fromEntries(
      Object.entries(cells).map(([column, cell]) => [column, cell === '' ? null : cell]),
    )
    try {
      const before = result.predictions[0]?.before ?? []
      const answered = await client.predict(currentDocId(), runId, [...before, row])
      const answers = answered.at(-1) ?? []
      setAsked({ answers })
    } catch (error) {
      setAsked({ problem: errorText(error) })
    }
    setAsking(false)
  }
  const steps = result.predictions[0]?.before?.length ?? 0
  const set = (column: string, value: string) => setCells((before) => ({ ...before, [column]: value }))
  return (
    <form className={styles['form']} onSubmit={(event) => void ask(event)}>
      {columns.map(({ column, fitted }) =>
        fitted?.kind === 'category' && fitted.categories.length <= 200 ? (
          <ComboBox
            key={column}
            label={column}
            items={fitted.categories.map((id) => ({ id, label: id }))}
            value={cells[column] ?? ''}
            onChange={(value) => set(column, value)}
          />
        ) : (
          <TextField
            key={column}
            label={column}
            value={cells[column] ?? ''}
            onChange={(value) => set(column, value)}
          />
        ),
      )}
      {steps > 0 && <p className={styles['note']}>{t('evaluate.rowsBefore', { count: steps })}</p>}
      <Button type="submit" variant="primary" isDisabled={isAsking}>
        {isAsking ? t('evaluate.asking') : t('evaluate.predict')}
      </Button>
      <div aria-live="polite">{asked && <Reply asked={asked} />}</div>
    </form>
  )
}

function Reply({ asked }: { readonly asked: NonNullable<Asked> }) {
  const { t } = useTranslation()
  if ('problem' in asked) return <Notice tone="danger">{asked.problem}</Notice>
  if (asked.answers.length === 0) return <Notice>{t('evaluate.noAnswer')}</Notice>
  return (
    <dl className={styles['answers']}>
      {asked.answers.map(({ output, value, scores }) => (
        <div key={output} className={styles['answer']}>
          <dt>{output}</dt>
          <dd>
            <strong>{typeof value === 'number' ? formatFigure(value) : value}</strong>
            {typeof value === 'string' && (
              <span className={styles['score']}>
                {scores
                  .slice(0, 6)
                  .map((score) => formatFigure(score))
                  .join(', ')}
              </span>
            )}
          </dd>
        </div>
      ))}
    </dl>
  )
}
