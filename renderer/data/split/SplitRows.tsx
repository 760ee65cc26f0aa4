import { useTranslation } from 'react-i18next'
import type { ColumnProfile } from '../../../shared/table.ts'
import type { SplitSettings } from '../../../shared/training.ts'
import { formatCount } from '../../i18n/format.ts'
import { ColumnChoice } from '../ColumnChoice.tsx'
import { PartValues } from './PartValues.tsx'
import styles from './SplitForm.module.css'
import { saidBy, splitKind } from './splitKinds.ts'

interface SplitRowsProps {
  readonly split: SplitSettings
  readonly seed: number
  readonly columns: readonly ColumnProfile[]
  readonly onChange: (patch: Partial<SplitSettings>) => void
}

/** What a way of dividing rows needs beside the shares: columns to keep even, together or in order. */
export function SplitRows({ split, seed, columns, onChange }: SplitRowsProps) {
  const { t } = useTranslation()
  const kind = splitKind(split)
  const find = (name: string | undefined) => columns.find((column) => column.name === name)
  if (kind === 'column' && split.column) {
    const { column: said } = split
    return (
      <>
        <ColumnChoice
          label={t('data.column')}
          columns={columns}
          value={said.name}
          isRequired
          onChange={(name) => {
            const chosen = find(name)
            if (chosen) onChange({ column: saidBy(chosen) })
          }}
        />
        <PartValues said={said} column={find(said.name)} onChange={(column) => onChange({ column })} />
      </>
    )
  }
  return (
    <>
      {kind === 'time' && (
        <ColumnChoice
          label={t('data.splitForm.order')}
          help={t('data.splitForm.orderHelp')}
          columns={columns}
          value={split.order}
          isRequired
          onChange={(order) => order !== undefined && onChange({ order })}
        />
      )}
      {kind !== 'time' && (
        <ColumnChoice
          label={t('data.stratify')}
          help={t('data.stratifyHelp')}
          columns={columns}
          value={split.stratify}
          onChange={(stratify) => onChange({ stratify })}
        />
      )}
      <ColumnChoice
        label={t('data.group')}
        help={t('data.groupHelp')}
        columns={columns}
        value={split.group}
        onChange={(group) => onChange({ group })}
      />
      {kind === 'random' && (
        <p className={styles['note']}>{t('data.seedNote', { seed: formatCount(seed) })}</p>
      )}
    </>
  )
}
