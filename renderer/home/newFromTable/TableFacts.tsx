import { useTranslation } from 'react-i18next'
import type { Dialect } from '../../../shared/table.ts'
import { DialectFields } from '../../files/DialectFields.tsx'
import { TextField } from '../../ui/form/TextField.tsx'
import styles from './NewFromTable.module.css'
import type { ChosenTable } from './useTablePreview.ts'

interface TableFactsProps {
  readonly table: ChosenTable
  readonly name: string
  readonly onName: (name: string) => void
  readonly onDialect: (dialect: Partial<Dialect>) => void
}

/** The project's name, and how the file is read. */
export function TableFacts({ table, name, onName, onDialect }: TableFactsProps) {
  const { t } = useTranslation()
  return (
    <div className={styles['facts']}>
      <div className={styles['name']}>
        <TextField label={t('home.table.name')} layout="column" value={name} onChange={onName} autoFocus />
      </div>
      <DialectFields dialect={table.preview.profile.dialect} onChange={onDialect} layout="column" />
    </div>
  )
}
