import { parseDate } from '../../../../shared/dates.ts'

const shape = /^(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:(?:0[1-9]|[12]\d|3[01])(?:\d\d){0,3})?$/
const dateName = /date|ymd|yyyymm|(?:일자|일시|년월|연월|날짜|월일)$/i
/** So many different dates are no chance; fewer are dates where the column is called so. */
const enoughDates = 8
const enough = 0.99

/** Tells whether what looks like a column of integers are dates without marks, such as 20231118 or 202311. */
export class CompactDates {
  #dates = 0
  #others = 0
  #different = 0

  /** Takes in a text, and how many cells hold it. */
  add(text: string, count: number): void {
    if (!shape.test(text) || Number.isNaN(parseDate(text))) {
      this.#others += count
      return
    }
    this.#dates += count
    this.#different++
  }

  /** Whether nearly all that was taken in are dates. */
  isColumn(name: string): boolean {
    const fewest = dateName.test(name) ? 1 : enoughDates
    return this.#different >= fewest && this.#dates >= (this.#dates + this.#others) * enough
  }
}
