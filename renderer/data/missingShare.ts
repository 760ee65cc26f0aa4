import type { ColumnProfile } from '../../shared/table.ts'
import { formatPercent } from '../i18n/format.ts'

const least = 0.001

/** The share of a column's missing cells in words; a share too small to round is not called 0 %. */
export const missingShare = ({ missing }: Pick<ColumnProfile, 'missing'>, rows: number): string => {
  const share = missing / Math.max(1, rows)
  return missing > 0 && share < least ? `<${formatPercent(least)}` : formatPercent(share)
}
