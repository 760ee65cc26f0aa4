import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import styles from './SummaryPanel.module.css'
import type { TableColumn } from '../../ui/table/DataTable.tsx'

/** The columns of the summary, with what they count where that needs a word. */
export const useSummaryColumns = (): readonly TableColumn[] => {
  const { t } = useTranslation()
  return useMemo(() => {
    const column = (id: string, width: number, title: string, help?: string, align?: 'end'): TableColumn => ({
      id,
      width,
      header: (
        <span className={align ? styles['end'] : undefined} title={help}>
          {title}
        </span>
      ),
      ...(align ? { align } : {}),
    })
    return [
      column('layer', 14.5, t('model.summary.layer')),
      column('shape', 9, t('model.summary.shape')),
      column('parameters', 6.5, t('model.summary.count'), undefined, 'end'),
      column('from', 10.5, t('model.summary.from')),
      column('flops', 5.5, t('model.summary.flops'), t('model.summary.flopsHelp'), 'end'),
      column('memory', 5.5, t('model.summary.memoryShort'), t('model.summary.memoryHelp'), 'end'),
    ]
  }, [t])
}
