/** Spreadsheets run text that starts so as a formula. */
const formula = /^[=+\-@\t\r]/
const special = /[",\r\n]|^\s|\s$/
const plainNumber = /^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?$/

/**
 * A cell of a comma-separated file; null is empty. Quoted where it has to be, and where its text starts like a formula: a
 * reader of CSV gets the very same text.
 */
export const csvCell = (cell: string | number | null): string => {
  if (cell === null) return ''
  const text = String(cell)
  const isFormula = typeof cell === 'string' && formula.test(text) && !plainNumber.test(text)
  return isFormula || special.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** A row of a comma-separated file with its line feed. */
export const csvRow = (cells: readonly (string | number | null)[]): string =>
  `${cells.map(csvCell).join(',')}\n`
