import { useTranslation } from 'react-i18next'
import { classes } from '../../ui/classes.ts'
import { Checkbox } from '../../ui/form/Checkbox.tsx'
import { Select } from '../../ui/form/Select.tsx'
import styles from './NewFromTable.module.css'
import { type ColumnRole, targetKinds, withRole } from './roles.ts'

interface ColumnRolesProps {
  readonly roles: readonly ColumnRole[]
  /** First rows of the table, cells in the order of `roles`. */
  readonly rows: readonly (readonly (string | null)[])[]
  readonly onRoles: (roles: readonly ColumnRole[]) => void
}

/** Shown columns: more would make the page slow, and nobody ticks a thousand boxes. */
const limit = 500

/** The first values of a column that differ; a dash where no row has any. */
const examples = (rows: ColumnRolesProps['rows'], index: number): readonly string[] => {
  const values = new Set(rows.flatMap((row) => row[index] ?? []))
  return values.size === 0 ? ['–'] : [...values].slice(0, 6)
}

/** Every column of the table: what it looks like, and what it is for. */
export function ColumnRoles({ roles, rows, onRoles }: ColumnRolesProps) {
  const { t } = useTranslation()
  const free = roles.filter(({ role }) => role !== 'target')
  const inputs = free.filter(({ role }) => role === 'input').length
  const setAll = (isInput: boolean) =>
    onRoles(
      roles.map((column) =>
        column.role === 'target' ? column : { ...column, role: isInput ? 'input' : 'none' },
      ),
    )
  return (
    <div className={styles['table']}>
      <table aria-label={t('home.table.columns')}>
        <thead>
          <tr>
            <th>{t('home.table.column')}</th>
            <th>{t('home.table.type')}</th>
            <th>{t('home.table.example')}</th>
            <th className={styles['narrow']}>
              <Checkbox
                label={t('home.table.allInputs')}
                isSelected={inputs > 0 && inputs === free.length}
                isIndeterminate={inputs > 0 && inputs < free.length}
                onChange={setAll}
              >
                {t('home.table.input')}
              </Checkbox>
            </th>
            <th className={styles['narrow']}>{t('home.table.target')}</th>
            <th className={styles['kind']}>{t('home.table.kind')}</th>
          </tr>
        </thead>
        <tbody>
          {roles.slice(0, limit).map((column, index) => (
            <Row
              key={column.name}
              column={column}
              cells={examples(rows, index)}
              onChange={(change) => onRoles(withRole(roles, column.name, change))}
            />
          ))}
        </tbody>
      </table>
    </div>
  )
}

interface RowProps {
  readonly column: ColumnRole
  readonly cells: readonly string[]
  readonly onChange: (change: Partial<Pick<ColumnRole, 'role' | 'kind'>>) => void
}

function Row({ column, cells, onChange }: RowProps) {
  const { t } = useTranslation()
  const { name, type, role, kind } = column
  return (
    <tr className={classes(role === 'target' && styles['isTarget'], role === 'none' && styles['unused'])}>
      <td className={styles['column']} title={name}>
        {name}
      </td>
      <td className={styles['type']}>{t(`data.types.${type}`)}</td>
      <td className={styles['cells']}>{cells.join(' · ')}</td>
      <td>
        <Checkbox
          label={t('home.table.inputOf', { column: name })}
          isSelected={role === 'input'}
          onChange={(isInput) => onChange({ role: isInput ? 'input' : 'none' })}
        />
      </td>
      <td>
        <Checkbox
          label={t('home.table.targetOf', { column: name })}
          isSelected={role === 'target'}
          onChange={(isTarget) => onChange({ role: isTarget ? 'target' : 'none' })}
        />
      </td>
      <td>
        {role === 'target' && (
          <Select
            label={t('home.table.kindOf', { column: name })}
            isLabelHidden
            items={targetKinds.map((id) => ({ id, label: t(`home.table.kinds.${id}`) }))}
            value={kind}
            onChange={(next) => onChange({ kind: next })}
          />
        )}
      </td>
    </tr>
  )
}
