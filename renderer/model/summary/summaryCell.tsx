import type { ReactNode } from 'react'
import { shapeText } from '../../../shared/layers/shapes.ts'
import type { SummaryRow } from '../../../shared/summary.ts'
import { formatBytes, formatCount, formatFlops } from '../../i18n/format.ts'
import styles from './SummaryPanel.module.css'

/** A cell of the summary by its column. */
export const summaryCell = (row: SummaryRow, column: string): ReactNode => {
  switch (column) {
    case 'layer':
      return (
        <>
          {row.name} <span className={styles['type']}>({row.type})</span>
        </>
      )
    case 'shape':
      return <span className={styles['shape']}>{row.shapes.map(shapeText).join(' ') || '–'}</span>
    case 'parameters':
      return formatCount(row.parameters)
    case 'from':
      return row.from.join(', ') || '–'
    case 'flops':
      return formatFlops(row.flops)
    default:
      return formatBytes(row.memoryBytes)
  }
}
