import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { RowRule } from '../../../shared/prep/steps/rowRule.ts'
import type { ColumnProfile } from '../../../shared/table.ts'
import { formatCount } from '../../i18n/format.ts'
import { Button } from '../../ui/buttons/Button.tsx'
import { Checkbox } from '../../ui/form/Checkbox.tsx'
import { Select } from '../../ui/form/Select.tsx'
import { TextField } from '../../ui/form/TextField.tsx'
import { draftOf, type FilterDraft, filterKinds, ruleOf } from './filterDraft.ts'
import styles from './FilterForm.module.css'

interface FilterFormProps {
  readonly column: ColumnProfile
  readonly rule: RowRule | undefined
  readonly onApply: (rule: RowRule | null) => void
}

/** Which rows of the table stay, by one column. */
export function FilterForm({ column, rule, onApply }: FilterFormProps) {
  const { t } = useTranslation()
  const [draft, setDraft] = useState(() => draftOf(column, rule))
  const made = ruleOf(column, draft)
  const change = (part: Partial<FilterDraft>) => setDraft((known) => ({ ...known, ...part }))
  const apply = () => made && onApply(made)
  return (
    <div className={styles['form']}>
      <h3 className={styles['title']}>
        {t('data.table.filterOf', { column: column.name || t('data.noName') })}
      </h3>
      <Select
        label={t('data.table.condition')}
        isLabelHidden
        items={filterKinds(column).map((id) => ({ id, label: t(`data.table.is.${id}`) }))}
        value={draft.is}
        onChange={(is) => change({ is })}
      />
      <FilterFields column={column} draft={draft} onChange={change} onEnter={apply} />
      <div className={styles['acts']}>
        {rule && (
          <Button variant="quiet" onPress={() => onApply(null)}>
            {t('data.table.removeFilter')}
          </Button>
        )}
        <Button variant="primary" isDisabled={!made} onPress={apply}>
          {t('data.table.apply')}
        </Button>
      </div>
    </div>
  )
}

interface FilterFieldsProps {
  readonly column: ColumnProfile
  readonly draft: FilterDraft
  readonly onChange: (part: Partial<FilterDraft>) => void
  readonly onEnter: () => void
}

function FilterFields({ column, draft, onChange, onEnter }: FilterFieldsProps) {
  const { t } = useTranslation()
  const text = (name: 'value' | 'from' | 'to', label: string, isFirst: boolean) => (
    <TextField
      key={name}
      label={label}
      layout="column"
      value={draft[name]}
      onChange={(value) => onChange({ [name]: value })}
      onEnter={onEnter}
      {...(isFirst ? { autoFocus: true } : {})}
    />
  )
  if (draft.is === 'missing' || draft.is === 'present') return null
  if (draft.is === 'oneOf') return <ValueList column={column} draft={draft} onChange={onChange} />
  if (draft.is !== 'between') return text('value', t('data.table.value'), true)
  return (
    <div className={styles['pair']}>
      {text('from', t('data.table.from'), true)}
      {text('to', t('data.table.to'), false)}
    </div>
  )
}

function ValueList({ column, draft, onChange }: Omit<FilterFieldsProps, 'onEnter'>) {
  const { t } = useTranslation()
  const listed = new Set(column.top.map(({ value }) => value))
  const others = draft.values.filter((value) => !listed.has(value)).map((value) => ({ value, count: null }))
  const toggle = (value: string, isChosen: boolean) =>
    onChange({
      values: isChosen ? [...draft.values, value] : draft.values.filter((one) => one !== value),
    })
  return (
    <div className={styles['values']} role="group" aria-label={t('data.table.values')}>
      {[...others, ...column.top].map(({ value, count }) => (
        <Checkbox
          key={value}
          isSelected={draft.values.includes(value)}
          onChange={(isChosen) => toggle(value, isChosen)}
        >
          <span className={styles['value']}>
            <span className={styles['text']}>{value}</span>
            {count !== null && <span className={styles['count']}>{formatCount(count)}</span>}
          </span>
        </Checkbox>
      ))}
      {column.distinct > column.top.length && (
        <p className={styles['note']}>{t('data.table.mostFrequent', { count: column.top.length })}</p>
      )}
    </div>
  )
}
