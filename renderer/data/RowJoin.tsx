import { useTranslation } from 'react-i18next'
import type { Source } from '../../shared/project.ts'
import { sourceName } from '../../shared/sourceName.ts'
import { formatCount } from '../i18n/format.ts'
import { Notice } from '../ui/feedback/Notice.tsx'

interface RowJoinProps {
  readonly rows: number
  readonly mainRows: number
  readonly main: Source
}

/** Two tables side by side, row by row: whether they are as long as each other. */
export function RowJoin({ rows, mainRows, main }: RowJoinProps) {
  const { t } = useTranslation()
  const values = {
    main: sourceName(main),
    rows: formatCount(rows),
    mainRows: formatCount(mainRows),
    count: Math.abs(mainRows - rows),
    difference: formatCount(Math.abs(mainRows - rows)),
  }
  if (rows === mainRows) return <Notice tone="ok">{t('data.source.sameRows', values)}</Notice>
  return (
    <Notice tone="warn">
      {t(rows < mainRows ? 'data.source.fewerRows' : 'data.source.moreRows', values)}
    </Notice>
  )
}
