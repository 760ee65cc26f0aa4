import { X } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { ColumnProfile } from '../../../shared/table.ts'
import { IconButton } from '../../ui/buttons/IconButton.tsx'
import { ColumnChoice } from '../ColumnChoice.tsx'
import styles from './Steps.module.css'

interface ColumnsFieldProps {
  readonly columns: readonly ColumnProfile[]
  readonly chosen: readonly string[]
  readonly onChange: (chosen: readonly string[]) => void
}

/** Several columns: those chosen, each to be taken out, and one more to be added. */
export function ColumnsField({ columns, chosen, onChange }: ColumnsFieldProps) {
  const { t } = useTranslation()
  const free = columns.filter(({ name }) => !chosen.includes(name))
  return (
    <>
      {chosen.length > 0 && (
        <ul className={styles['chosen']}>
          {chosen.map((name) => (
            <li key={name}>
              <span>{name || t('data.noName')}</span>
              <IconButton
                label={t('data.steps.takeOut', { column: name })}
                icon={<X aria-hidden />}
                size="small"
                onPress={() => onChange(chosen.filter((one) => one !== name))}
              />
            </li>
          ))}
        </ul>
      )}
      <ColumnChoice
        key={chosen.length}
        label={t('data.steps.addColumn')}
        columns={free}
        value={undefined}
        onChange={(column) => column !== undefined && onChange([...chosen, column])}
      />
    </>
  )
}
