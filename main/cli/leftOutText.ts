import type { LeftOutReason } from '../../shared/leftOutReason.ts'

const reasons: Readonly<Record<LeftOutReason, string>> = {
  nearlyEmpty: 'hardly any cell is filled',
  constant: 'the same value in every row',
  rowNumber: 'only numbers the rows',
  id: 'only names the rows, as an id does',
  text: 'free text',
  manyValues: 'too many different values',
}

/** A column that is no input, and why, in a few words. */
export const leftOutText = ({ column, reason }: { column: string; reason: LeftOutReason }): string =>
  `${column} (${reasons[reason]})`
