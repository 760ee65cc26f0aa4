import { useTranslation } from 'react-i18next'
import { setDialect } from '../../shared/edits/sources.ts'
import type { Source } from '../../shared/project.ts'
import type { OddRows, TableProfile } from '../../shared/table.ts'
import { formatCount } from '../i18n/format.ts'
import { edit } from '../store/document.ts'
import { Button } from '../ui/buttons/Button.tsx'
import { Notice } from '../ui/feedback/Notice.tsx'
import styles from './OddRowNotices.module.css'

interface OddRowNoticesProps {
  readonly source: Source
  readonly profile: TableProfile
}

/** Whether rows of units or totals have to be told of: they were left out, or kept without anybody's word. */
export const toldRows = (source: Source, { oddRows = [] }: TableProfile): readonly OddRows[] =>
  oddRows.filter(({ kind, dropped }) => dropped || source.dialect?.[kind] === undefined)

/** Tells of rows that are no observations, and lets them be kept or left out. */
export function OddRowNotices({ source, profile }: OddRowNoticesProps) {
  const told = toldRows(source, profile)
  if (told.length === 0) return null
  return (
    <Notice tone={told.every(({ dropped }) => dropped) ? 'info' : 'warn'}>
      <ul>
        {told.map((rows) => (
          <OddRowLine key={rows.kind} source={source} rows={rows} />
        ))}
      </ul>
    </Notice>
  )
}

function OddRowLine({ source, rows }: { readonly source: Source; readonly rows: OddRows }) {
  const { t } = useTranslation()
  const { kind, count, dropped } = rows
  const change = (does: 'keep' | 'drop') =>
    void edit((project) => setDialect(project, source.id, { [kind]: does }))
  const shown = rows.rows
    .slice(0, 3)
    .map(({ line, text }) => t('data.oddRows.line', { line: formatCount(line), text }))
  return (
    <li className={styles['line']}>
      <span>
        {t(`data.oddRows.${kind}.${dropped ? 'dropped' : 'kept'}`, { count, formatted: formatCount(count) })}
      </span>
      <span className={styles['where']}>
        {shown.join('; ')}
        {count > shown.length && ' …'}
      </span>
      <span className={styles['actions']}>
        {!dropped && (
          <Button size="small" variant="quiet" onPress={() => change('keep')}>
            {t('data.oddRows.doKeep', { count })}
          </Button>
        )}
        <Button size="small" variant="quiet" onPress={() => change(dropped ? 'keep' : 'drop')}>
          {dropped ? t('data.oddRows.doKeep', { count }) : t('data.oddRows.doDrop')}
        </Button>
      </span>
    </li>
  )
}
