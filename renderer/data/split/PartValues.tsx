import { useTranslation } from 'react-i18next'
import { type PartName, partNames } from '../../../shared/run.ts'
import type { ColumnProfile } from '../../../shared/table.ts'
import type { SplitSettings } from '../../../shared/training.ts'
import { formatCount } from '../../i18n/format.ts'
import { Select } from '../../ui/form/Select.tsx'

type Said = NonNullable<SplitSettings['column']>

interface PartValuesProps {
  readonly said: Said
  /** Undefined when the file no longer has it. */
  readonly column: ColumnProfile | undefined
  readonly onChange: (said: Said) => void
}

const shown = 30

/** Which part each value of a column stands for. */
export function PartValues({ said, column, onChange }: PartValuesProps) {
  const { t } = useTranslation()
  const counts = new Map(column?.top.slice(0, shown).map(({ value, count }) => [value, count]))
  const values = [...new Set([...counts.keys(), ...said.validation, ...said.test])]
  const partOf = (value: string): PartName =>
    said.test.includes(value) ? 'test' : said.validation.includes(value) ? 'validation' : 'train'
  const put = (value: string, part: PartName) => {
    const without = (list: readonly string[]) => list.filter((one) => one !== value)
    const next = { validation: without(said.validation), test: without(said.test) }
    if (part !== 'train') next[part] = [...next[part], value]
    onChange({ ...said, ...next })
  }
  return (
    <>
      {values.map((value) => (
        <Select
          key={value}
          label={value}
          items={partNames.map((id) => ({ id, label: t(`data.parts.${id}`) }))}
          value={partOf(value)}
          onChange={(part) => put(value, part)}
          help={
            counts.has(value)
              ? t('data.splitForm.rowsOf', {
                  count: counts.get(value) ?? 0,
                  formatted: formatCount(counts.get(value) ?? 0),
                })
              : t('data.splitForm.notInFile')
          }
        />
      ))}
      {column && column.distinct > values.length && <p>{t('data.splitForm.otherValues')}</p>}
    </>
  )
}
