import { useTranslation } from 'react-i18next'
import { Checkbox } from '../../ui/form/Checkbox.tsx'
import { NumberField } from '../../ui/form/NumberField.tsx'
import { ColumnChoice } from '../ColumnChoice.tsx'
import { DraftField } from './DraftField.tsx'
import styles from './Steps.module.css'
import type { StepFormProps } from './stepFormProps.ts'

interface CellFieldProps {
  readonly label: string
  readonly missing: string
  readonly value: string | null
  readonly onChange: (value: string | null) => void
}

/** A value of a cell, or that it is missing. */
function CellField({ label, missing, value, onChange }: CellFieldProps) {
  return (
    <div className={styles['cell']}>
      {value !== null && <DraftField label={label} value={value} onCommit={onChange} />}
      <Checkbox isSelected={value === null} onChange={(isMissing) => onChange(isMissing ? null : '')}>
        {missing}
      </Checkbox>
    </div>
  )
}

/** Which value becomes which. */
export function ReplaceForm({ step, columns, onChange }: StepFormProps<'replace'>) {
  const { t } = useTranslation()
  return (
    <>
      <ColumnChoice
        label={t('data.column')}
        columns={columns}
        value={step.column}
        isRequired
        onChange={(column) => column !== undefined && onChange({ ...step, column })}
      />
      <CellField
        label={t('data.steps.replaceFrom')}
        missing={t('data.steps.fromMissing')}
        value={step.from}
        onChange={(from) => onChange({ ...step, from })}
      />
      <CellField
        label={t('data.steps.replaceTo')}
        missing={t('data.steps.toMissing')}
        value={step.to}
        onChange={(to) => onChange({ ...step, to })}
      />
    </>
  )
}

/** Between which limits numbers stay: given ones, or learned as shares of the training rows. */
export function ClipForm({ step, columns, onChange }: StepFormProps<'clip'>) {
  const { t } = useTranslation()
  const { quantiles } = step
  const percent = (at: 0 | 1, label: string) =>
    quantiles && (
      <NumberField
        label={label}
        value={Number((quantiles[at] * 100).toPrecision(6))}
        min={0}
        max={100}
        unit={t('data.percent')}
        onChange={(value) =>
          onChange({
            ...step,
            quantiles: at === 0 ? [value / 100, quantiles[1]] : [quantiles[0], value / 100],
          })
        }
      />
    )
  const limit = (name: 'low' | 'high', label: string) => (
    <NumberField
      label={label}
      value={step[name] ?? null}
      onChange={(value) => onChange({ ...step, [name]: value })}
    />
  )
  const learn = (isLearned: boolean) => {
    const { quantiles: _, ...rest } = step
    onChange(isLearned ? { ...step, quantiles: [0.01, 0.99] } : rest)
  }
  return (
    <>
      <ColumnChoice
        label={t('data.column')}
        columns={columns.filter(({ summary }) => summary)}
        value={step.column}
        isRequired
        onChange={(column) => column !== undefined && onChange({ ...step, column })}
      />
      <Checkbox isSelected={quantiles !== undefined} onChange={learn}>
        {t('data.steps.learnLimits')}
      </Checkbox>
      {quantiles ? percent(0, t('data.steps.low')) : limit('low', t('data.steps.low'))}
      {quantiles ? percent(1, t('data.steps.high')) : limit('high', t('data.steps.high'))}
      {quantiles && <p className={styles['note']}>{t('data.steps.learned')}</p>}
    </>
  )
}

/** From how many rows on a value stays, and what the others become. */
export function MergeRareForm({ step, columns, onChange }: StepFormProps<'mergeRare'>) {
  const { t } = useTranslation()
  const { atLeast, most, ...rest } = step
  return (
    <>
      <ColumnChoice
        label={t('data.column')}
        columns={columns}
        value={step.column}
        isRequired
        onChange={(column) => column !== undefined && onChange({ ...step, column })}
      />
      <Checkbox
        isSelected={most === undefined}
        onChange={(byRows) =>
          onChange(byRows ? { ...rest, atLeast: atLeast ?? 10 } : { ...rest, most: most ?? 10 })
        }
      >
        {t('data.steps.byRows')}
      </Checkbox>
      {most === undefined ? (
        <NumberField
          label={t('data.steps.atLeast')}
          value={atLeast ?? null}
          min={1}
          isInteger
          unit={t('data.steps.rowsUnit')}
          onChange={(value) => onChange({ ...rest, atLeast: value })}
        />
      ) : (
        <NumberField
          label={t('data.steps.most')}
          value={most}
          min={1}
          max={1_000_000}
          isInteger
          onChange={(value) => onChange({ ...rest, most: value })}
        />
      )}
      <DraftField
        label={t('data.steps.into')}
        value={step.into}
        onCommit={(into) => into.trim() !== '' && onChange({ ...step, into })}
      />
      <p className={styles['note']}>{t('data.steps.learned')}</p>
    </>
  )
}
