import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { compareTables } from '../../shared/compareTables.ts'
import type { Source } from '../../shared/project.ts'
import { sourceName } from '../../shared/sourceName.ts'
import type { TableProfile } from '../../shared/table.ts'
import { useProject } from '../store/document.ts'
import { Notice } from '../ui/feedback/Notice.tsx'
import { usesByColumn } from './columnUses.ts'

interface TestColumnsProps {
  readonly profile: TableProfile
  readonly main: Source
  readonly mainProfile: TableProfile
}

const few = (names: readonly string[]) => names.slice(0, 8).join(', ') + (names.length > 8 ? ', …' : '')

/** Whether a file of test rows has the columns of the first source, and what it has otherwise. */
export function TestColumns({ profile, main, mainProfile }: TestColumnsProps) {
  const { t } = useTranslation()
  const project = useProject((whole) => whole)
  const { missing, added, retyped, respelled } = useMemo(
    () => compareTables(mainProfile.columns, profile.columns),
    [mainProfile, profile],
  )
  const used = usesByColumn(project, main.id)
  // Test rows are found by the exact name.
  const lacking = [...missing, ...respelled.keys()]
  const needed = lacking.filter((name) => used.has(name))
  const other = lacking.filter((name) => !used.has(name))
  const values = { main: sourceName(main) }
  if (lacking.length + added.length + retyped.length === 0)
    return <Notice tone="ok">{t('data.source.test.same', values)}</Notice>
  return (
    <>
      {needed.length > 0 && (
        <Notice tone="danger">
          {t('data.source.test.needed', { count: needed.length, columns: few(needed) })}
        </Notice>
      )}
      {retyped.length > 0 && (
        <Notice tone="warn">
          {t('data.source.test.retyped', {
            columns: few(
              retyped.map(
                ({ column, from, to }) => `${column} (${t(`data.types.${from}`)} → ${t(`data.types.${to}`)})`,
              ),
            ),
          })}
        </Notice>
      )}
      {other.length > 0 && <Notice>{t('data.source.test.missing', { columns: few(other) })}</Notice>}
      {added.length > 0 && <Notice>{t('data.source.test.added', { columns: few(added) })}</Notice>}
    </>
  )
}
