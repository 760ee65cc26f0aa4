import type { BadRow, BadRowReason } from '../../../../shared/table.ts'

const mostListed = 1000
const longestValue = 200

/** Where a record is: its line in the file and, where it is one, its row of the table; both from 1. */
interface BadRowPlace {
  readonly line: number
  readonly row?: number | undefined
}

/** Collects what did not fit: all of it is counted, the first 1,000 are listed. */
export class BadRows {
  count = 0
  readonly list: BadRow[] = []

  /** Notes a record's trouble; `value` is only asked for when it will be listed. */
  add(at: BadRowPlace, reason: BadRowReason, column?: string, value?: () => string): void {
    this.count++
    if (this.list.length >= mostListed) return
    this.list.push({
      line: at.line,
      ...(at.row !== undefined && { row: at.row }),
      reason,
      ...(column !== undefined && { column }),
      ...(value && { value: value().slice(0, longestValue) }),
    })
  }
}
