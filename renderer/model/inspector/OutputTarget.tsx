import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { TargetEncoding } from '../../../shared/prep/encoding.ts'
import { type Problem, toProblem } from '../../../shared/problems.ts'
import type { OutputSpec } from '../../../shared/project.ts'
import { proposeTarget } from '../../../shared/proposeEncoding.ts'
import { problemText } from '../../i18n/problemText.ts'
import { ComboBox } from '../../ui/form/ComboBox.tsx'
import { Select } from '../../ui/form/Select.tsx'
import { Section } from '../../ui/layout/Section.tsx'
import { EncodingFields } from './encoding/EncodingFields.tsx'
import styles from './InputColumns.module.css'
import { suitedTo } from './suitedTo.ts'
import { useColumns } from './useColumns.ts'

interface OutputPartProps {
  readonly output: OutputSpec
  readonly onChange: (patch: Partial<OutputSpec>) => Problem | null
}

const kinds = ['number', 'binary', 'classes'] as const
const starts: Readonly<Record<(typeof kinds)[number], TargetEncoding>> = {
  number: { kind: 'number', scale: 'standard', missing: 'drop' },
  binary: { kind: 'binary' },
  classes: { kind: 'classes', as: 'onehot' },
}

/** The column an output learns to predict, and how it becomes numbers. */
export function OutputTarget({ output, onChange }: OutputPartProps) {
  const { t } = useTranslation()
  const columns = useColumns()
  const [refusal, setRefusal] = useState<Problem | null>(null)
  const { target } = output
  /** The encoding that suits a column; for a kind that was asked for, or else for what the column holds. */
  const choose = (column: string, kind?: (typeof kinds)[number]) => {
    const profile = columns?.find(({ name }) => name === column)
    try {
      const encoding = profile ? proposeTarget(profile, kind).encoding : starts[kind ?? 'number']
      setRefusal(onChange(suitedTo({ ...target, column, encoding }, output)))
    } catch (error) {
      setRefusal(toProblem(error))
    }
  }
  if (columns === null && !target)
    return (
      <Section title={t('model.output.target')}>
        <p className={styles['note']}>{t('model.output.noData')}</p>
      </Section>
    )
  const names = columns?.map(({ name }) => name) ?? []
  const all = target && !names.includes(target.column) ? [target.column, ...names] : names
  return (
    <Section title={t('model.output.target')}>
      <ComboBox
        // A combo box keeps its own text: another target needs another one.
        key={target?.column ?? ''}
        label={t('model.output.target')}
        help={t('model.output.targetHelp')}
        placeholder={t('model.output.targetPlaceholder')}
        items={all.map((name) => ({ id: name, label: name }))}
        value={target?.column ?? null}
        onChange={(column) => column !== target?.column && choose(column)}
        problem={refusal ? problemText(refusal) : undefined}
      />
      {target && (
        <>
          <Select
            label={t('model.encoding.kind')}
            items={kinds.map((id) => ({ id, label: t(`model.encoding.${id}`) }))}
            value={target.encoding.kind}
            onChange={(kind) => choose(target.column, kind)}
          />
          <EncodingFields
            encoding={target.encoding}
            onChange={(encoding) => onChange({ target: { ...target, encoding: encoding as TargetEncoding } })}
          />
        </>
      )}
    </Section>
  )
}
