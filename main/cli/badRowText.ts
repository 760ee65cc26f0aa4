import type { BadRow, BadRowReason } from '../../shared/table.ts'

const reasons: Readonly<Record<BadRowReason, string>> = {
  short: 'has too few cells',
  long: 'has too many cells',
  notANumber: 'holds something that is not a number',
  unclosedQuote: 'opens a quote that is never closed',
  strayQuote: 'has a quote in the middle of a cell',
  badEncoding: 'holds bytes that are no text in this encoding',
}

/** A record that did not fit, as a sentence. */
export const badRowText = ({ line, reason, column, value }: BadRow): string => {
  const where = column === undefined ? '' : reason === 'short' ? `: none for “${column}”` : ` in “${column}”`
  return `  line ${line} ${reasons[reason]}${where}${value === undefined ? '' : `: ${JSON.stringify(value)}`}`
}
