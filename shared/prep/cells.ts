import type { Column } from '../table.ts'

/** Whether a row's cell is missing: NaN or an infinity in a column of numbers, no text in a column of text. */
export const isMissing = (column: Column, row: number): boolean =>
  column.kind === 'number' ? !Number.isFinite(column.values[row]) : (column.codes[row] ?? -1) < 0

/** A cell as text, the way categories are named; null is missing. */
export const cellText = (column: Column, row: number): string | null => {
  if (column.kind === 'text') return column.dictionary[column.codes[row] ?? -1] ?? null
  const value = column.values[row] ?? Number.NaN
  return Number.isFinite(value) ? String(value) : null
}

/** Numbers by size, then everything else by code unit: the order of categories nobody ordered. */
export const compareCells = (left: string, right: string): number => {
  const difference = Number(left) - Number(right)
  if (left.trim() !== '' && right.trim() !== '' && !Number.isNaN(difference) && difference !== 0)
    return difference
  const isLeft = left.trim() !== '' && !Number.isNaN(Number(left))
  const isRight = right.trim() !== '' && !Number.isNaN(Number(right))
  if (isLeft !== isRight) return isLeft ? -1 : 1
  return left < right ? -1 : left > right ? 1 : 0
}

/** How often each value occurs in these rows, missing cells left out. */
export const countCells = (column: Column, rows: Uint32Array): Map<string, number> => {
  const counts = new Map<string, number>()
  const add = (text: string, count: number) => counts.set(text, (counts.get(text) ?? 0) + count)
  if (column.kind === 'number') {
    const numbers = new Map<number, number>()
    for (const row of rows) {
      const value = column.values[row] ?? Number.NaN
      if (Number.isFinite(value)) numbers.set(value, (numbers.get(value) ?? 0) + 1)
    }
    for (const [value, count] of numbers) add(String(value), count)
    return counts
  }
  const byCode = new Float64Array(column.dictionary.length)
  for (const row of rows) {
    const code = column.codes[row] ?? -1
    if (code >= 0) byCode[code] = (byCode[code] ?? 0) + 1
  }
  for (const [code, count] of byCode.entries()) if (count > 0) add(column.dictionary[code] ?? '', count)
  return counts
}
