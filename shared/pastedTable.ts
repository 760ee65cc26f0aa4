/** Longest text that is taken from the clipboard, in UTF-16 units. Larger tables come as a file. */
export const pasteLimit = 16 * 2 ** 20

/** Whether text is a table copied in a spreadsheet: several lines of cells divided by tabs. */
export const isPastedTable = (text: string): boolean => {
  const [first = '', second] = text.trimEnd().split(/\r\n?|\n/, 2)
  return first.includes('\t') && second !== undefined
}

/** Lines of a pasted table, at most `most`; a line end inside a quoted cell belongs to the cell, as spreadsheets copy it. */
export function* pastedRows(text: string, most: number): Generator<readonly string[]> {
  const cell = /(?:"((?:[^"]|"")*)"|([^\t\r\n]*))(\t|\r\n?|\n|$)/gy
  let row: string[] = []
  for (let count = 0; count < most && cell.lastIndex < text.length; ) {
    const found = cell.exec(text)
    if (!found) return
    const [, quoted, plain = '', end] = found
    row.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'))
    if (end === '\t') continue
    yield row
    row = []
    count++
  }
}

/** How large a pasted table is. */
export const pastedSize = (text: string): { readonly rows: number; readonly columns: number } => {
  let rows = 0
  let columns = 0
  for (const row of pastedRows(text, Infinity)) {
    rows++
    columns = Math.max(columns, row.length)
  }
  return { rows, columns }
}
