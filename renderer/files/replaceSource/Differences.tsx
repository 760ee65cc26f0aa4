import { useTranslation } from 'react-i18next'
import type { TableDifference } from '../../../shared/compareTables.ts'
import { formatCount } from '../../i18n/format.ts'
import { Notice } from '../../ui/feedback/Notice.tsx'
import styles from './ReplaceSourceDialog.module.css'

interface DifferencesProps {
  readonly difference: TableDifference
  /** Columns that the model uses. */
  readonly used: ReadonlySet<string>
}

const most = 12
const few = (names: readonly string[]) => names.slice(0, most).join(', ') + (names.length > most ? ', …' : '')

/** What the new file has otherwise: columns that are missing, new or of another type, and new values. */
export function Differences({ difference, used }: DifferencesProps) {
  const { t } = useTranslation()
  const { missing, added, retyped, respelled, newValues } = difference
  const needed = missing.filter((name) => used.has(name))
  const other = missing.filter((name) => !used.has(name))
  const isSame =
    missing.length + added.length + retyped.length + newValues.length === 0 && respelled.size === 0
  if (isSame) return <Notice tone="ok">{t('files.replace.same')}</Notice>
  const lines = [
    { id: 'unused', names: other },
    { id: 'added', names: added },
    {
      id: 'retyped',
      names: retyped.map(
        ({ column, from, to }) => `${column} (${t(`data.types.${from}`)} → ${t(`data.types.${to}`)})`,
      ),
    },
    { id: 'newValues', names: newValues.map(({ column, values }) => `${column}: ${few(values)}`) },
    { id: 'respelled', names: [...respelled.values()] },
  ] as const
  return (
    <>
      {needed.length > 0 && (
        <Notice tone="danger">
          {t('files.replace.needed', { count: needed.length, columns: few(needed) })}
        </Notice>
      )}
      <dl className={styles['differences']}>
        {lines
          .filter(({ names }) => names.length > 0)
          .map(({ id, names }) => (
            <div key={id}>
              <dt>
                {t(`files.replace.${id}`)} <span>{formatCount(names.length)}</span>
              </dt>
              <dd>
                {names.slice(0, most).map((name) => (
                  <p key={name}>{name}</p>
                ))}
                {names.length > most && <p>…</p>}
              </dd>
            </div>
          ))}
      </dl>
    </>
  )
}
