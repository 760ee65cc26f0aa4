import { useTranslation } from 'react-i18next'
import type { RowRule } from '../../../shared/prep/steps/rowRule.ts'
import { Select } from '../../ui/form/Select.tsx'
import { ColumnChoice } from '../ColumnChoice.tsx'
import { DraftField } from './DraftField.tsx'
import type { StepFormProps } from './stepFormProps.ts'

const kinds = [
  'equals',
  'notEquals',
  'above',
  'atLeast',
  'below',
  'atMost',
  'between',
  'contains',
  'oneOf',
  'present',
  'missing',
] as const satisfies readonly RowRule['is'][]

/** The first value that a rule names, to be kept when the rule becomes another. */
const valueOf = (rule: RowRule): string => {
  if ('values' in rule) return (rule.values as readonly string[])[0] ?? ''
  if ('from' in rule) return String(rule.from)
  return 'value' in rule ? String(rule.value) : ''
}

const asRule = ({ column, ...rest }: RowRule, is: RowRule['is']): RowRule => {
  const value = valueOf({ column, ...rest } as RowRule)
  switch (is) {
    case 'missing':
    case 'present':
      return { column, is }
    case 'between':
      return { column, is, from: value || '0', to: value || '1' }
    case 'oneOf':
      return { column, is, values: value === '' ? [] : [value] }
    case 'above':
    case 'below':
    case 'atLeast':
    case 'atMost':
      return { column, is, value: value || '0' }
    case 'equals':
    case 'notEquals':
    case 'contains':
      return { column, is, value }
  }
}

/** Which rows stay. */
export function KeepForm({ step, columns, onChange }: StepFormProps<'keep'>) {
  const { t } = useTranslation()
  const { rule } = step
  const set = (next: RowRule) => onChange({ ...step, rule: next })
  return (
    <>
      <ColumnChoice
        label={t('data.column')}
        columns={columns}
        value={rule.column}
        isRequired
        onChange={(column) => column !== undefined && set({ ...rule, column })}
      />
      <Select
        label={t('data.steps.rule')}
        items={kinds.map((id) => ({ id, label: t(`data.steps.rules.${id}`) }))}
        value={rule.is}
        onChange={(is) => set(asRule(rule, is))}
      />
      <RuleValue rule={rule} onChange={set} />
    </>
  )
}

function RuleValue({
  rule,
  onChange,
}: {
  readonly rule: RowRule
  readonly onChange: (rule: RowRule) => void
}) {
  const { t } = useTranslation()
  switch (rule.is) {
    case 'missing':
    case 'present':
      return null
    case 'between':
      return (
        <>
          <DraftField
            label={t('data.steps.from')}
            value={String(rule.from)}
            onCommit={(from) => onChange({ ...rule, from })}
          />
          <DraftField
            label={t('data.steps.to')}
            value={String(rule.to)}
            onCommit={(to) => onChange({ ...rule, to })}
          />
        </>
      )
    case 'oneOf':
      return (
        <DraftField
          label={t('data.steps.values')}
          help={t('data.steps.valuesHelp')}
          value={rule.values.join(', ')}
          onCommit={(text) =>
            onChange({
              ...rule,
              values: text
                .split(',')
                .map((value) => value.trim())
                .filter((value) => value !== ''),
            })
          }
        />
      )
    case 'equals':
    case 'notEquals':
    case 'contains':
    case 'above':
    case 'atLeast':
    case 'below':
    case 'atMost':
      return (
        <DraftField
          label={t('data.steps.value')}
          value={String(rule.value)}
          onCommit={(value) => onChange({ ...rule, value })}
        />
      )
  }
}
