import { useTranslation } from 'react-i18next'
import type { TablePreview } from '../../../shared/contract.ts'
import type { Dialect, OddRows } from '../../../shared/table.ts'
import { formatCount } from '../../i18n/format.ts'
import { Notice } from '../../ui/feedback/Notice.tsx'
import { Checkbox } from '../../ui/form/Checkbox.tsx'
import styles from './NewFromTable.module.css'

interface OddRowChoicesProps {
  readonly table: TablePreview['profile']
  readonly onDialect: (dialect: Partial<Dialect>) => void
}

/** Rows of units or totals that the table has: whether they are left out, which is told here and open to correction. */
export function OddRowChoices({ table, onDialect }: OddRowChoicesProps) {
  const { t } = useTranslation()
  const seen = new Map((table.oddRows ?? []).map((rows) => [rows.kind, rows]))
  // A total at the end lies behind the rows of the preview, but was looked for.
  const kinds = (['units', 'totals'] as const).filter((kind) => table.dialect[kind] !== undefined)
  if (kinds.length === 0) return null
  const place = (rows: OddRows | undefined) =>
    rows?.rows
      .slice(0, 2)
      .map(({ line, text }) => t('home.table.oddLine', { line: formatCount(line), text }))
      .join('; ') ?? ''
  return (
    <Notice>
      <div className={styles['odd']}>
        {kinds.map((kind) => (
          <Checkbox
            key={kind}
            isSelected={table.dialect[kind] === 'drop'}
            onChange={(drops) => onDialect({ [kind]: drops ? 'drop' : 'keep' })}
          >
            {t(`home.table.leaveOut.${kind}`)} {place(seen.get(kind))}
          </Checkbox>
        ))}
      </div>
    </Notice>
  )
}
