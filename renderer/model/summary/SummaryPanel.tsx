import { Copy, Download, Table2 } from 'lucide-react'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { summaryRows } from '../../../shared/summary.ts'
import { summaryCsv, summaryText } from '../../../shared/summaryText.ts'
import { formatBytes, formatCount, formatFlops } from '../../i18n/format.ts'
import { useAnalysis } from '../../store/analysis.ts'
import { useProject } from '../../store/document.ts'
import { useSession } from '../../store/session.ts'
import { Button } from '../../ui/buttons/Button.tsx'
import { EmptyState } from '../../ui/feedback/EmptyState.tsx'
import { DataTable } from '../../ui/table/DataTable.tsx'
import { focusNode } from '../canvas/focusNode.ts'
import { saveText } from '../code/saveText.ts'
import { summaryCell } from './summaryCell.tsx'
import styles from './SummaryPanel.module.css'
import { useSummaryColumns } from './useSummaryColumns.tsx'

/** Tells table programs that the text is UTF-8. */
const byteOrderMark = '\uFEFF'

/** The model's layers as a table in the order of the computation, like Keras' `summary()`; a row leads to its node. */
export function SummaryPanel() {
  const { t } = useTranslation()
  const project = useProject((all) => all)
  const analysis = useAnalysis((all) => all)
  const selection = useSession((state) => state.selection)
  const rows = useMemo(() => summaryRows(project, analysis), [project, analysis])
  const columns = useSummaryColumns()
  if (rows.length === 0) return <EmptyState icon={<Table2 />} title={t('model.summary.empty')} />
  const selected = rows.findIndex(({ id }) => selection.includes(id))
  const { parameters, flops, memoryBytes } = analysis
  return (
    <div className={styles['panel']}>
      <div className={styles['table']}>
        <DataTable
          label={t('model.bottom.summary')}
          columns={columns}
          rowCount={rows.length}
          cell={(row, column) => rows[row] && summaryCell(rows[row], columns[column]?.id ?? '')}
          selectedRow={selected < 0 ? null : selected}
          onRow={(row) => rows[row] && focusNode(rows[row].id)}
        />
      </div>
      <footer className={styles['foot']}>
        <span>
          {t('model.summary.totals', {
            total: formatCount(parameters.total),
            trainable: formatCount(parameters.trainable),
            frozen: formatCount(parameters.total - parameters.trainable),
          })}
        </span>
        <span>
          {t('model.summary.work', { flops: formatFlops(flops), memory: formatBytes(memoryBytes) })}
        </span>
        <span className={styles['copies']}>
          <CopyButton label={t('model.summary.copyText')} text={() => summaryText(project, analysis)} />
          <Button
            size="small"
            variant="quiet"
            icon={<Download />}
            onPress={() => saveText(`${project.name}.csv`, byteOrderMark + summaryCsv(project, analysis))}
          >
            {t('model.summary.saveCsv')}
          </Button>
        </span>
      </footer>
    </div>
  )
}

interface CopyButtonProps {
  readonly label: string
  readonly text: () => string
}

/** Puts a text on the clipboard and says so, or that it could not. */
function CopyButton({ label, text }: CopyButtonProps) {
  const { t } = useTranslation()
  const [done, setDone] = useState<'copied' | 'notCopied' | null>(null)
  const copy = () => {
    const say = (how: 'copied' | 'notCopied') => {
      setDone(how)
      setTimeout(() => setDone(null), 2000)
    }
    navigator.clipboard.writeText(text()).then(
      () => say('copied'),
      () => say('notCopied'),
    )
  }
  return (
    <Button size="small" variant="quiet" icon={<Copy />} onPress={copy}>
      <span aria-live="polite">{done ? t(`model.summary.${done}`) : label}</span>
    </Button>
  )
}
