/** A row as spreadsheets put it on the clipboard: tabs between cells; cells with tabs, line ends or a quote at their start are quoted. */
export const cellsAsText = (cells: readonly (string | null)[]): string =>
  cells
    .map((cell) => {
      if (cell === null) return ''
      return /[\t\r\n]|^"/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell
    })
    .join('\t')
