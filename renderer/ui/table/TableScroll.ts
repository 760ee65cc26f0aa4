import { columnAt } from './columnPlaces.ts'
import type { GridCell } from './gridMoves.ts'
import type { ScrollScale } from './scrollScale.ts'

const spareRows = 6
const spareColumns = 1
/** Rows come and go in steps, so that most frames of a slow scroll draw nothing. */
const step = 4
const idleMs = 140

/** What of a table is drawn. */
export interface TableWindow {
  readonly first: number
  readonly last: number
  readonly firstColumn: number
  readonly lastColumn: number
  /** How far the table is ahead of the element that scrolls, in pixels. */
  readonly shift: number
}

/** Where everything in a table is; in pixels. */
export interface TablePlaces {
  readonly rowSize: number
  readonly head: number
  readonly numberWidth: number
  readonly starts: Float64Array
  readonly scale: ScrollScale
  readonly rowCount: number
}

/** Nothing drawn yet. */
export const noWindow: TableWindow = { first: 0, last: -1, firstColumn: 0, lastColumn: -1, shift: 0 }

/** Whether two windows draw the same. */
export const isSameWindow = (one: TableWindow, other: TableWindow): boolean =>
  one.first === other.first &&
  one.last === other.last &&
  one.firstColumn === other.firstColumn &&
  one.lastColumn === other.lastColumn &&
  one.shift === other.shift

const within = (value: number, least: number, most: number): number => Math.max(least, Math.min(most, value))

/**
 * Scrolls a table in an element that may be lower than it. Small movements of the scroll bar move the table by as much,
 * large ones to the place they stand for; at rest the scroll bar is put where it belongs.
 */
export class TableScroll {
  #places: TablePlaces = {
    rowSize: 1,
    head: 0,
    numberWidth: 0,
    starts: new Float64Array(1),
    scale: { height: 0, toTable: (place) => place, toPlace: (top) => top, slack: Infinity },
    rowCount: 0,
  }
  #element: HTMLElement | null = null
  #place = 0
  #shift = 0
  #timer = 0
  readonly #show: (window: TableWindow) => void

  /** `show` is told what is to be drawn. */
  constructor(show: (window: TableWindow) => void) {
    this.#show = show
  }

  /** Follows an element that scrolls; null for none. */
  follow(element: HTMLElement | null): void {
    clearTimeout(this.#timer)
    this.#element?.removeEventListener('scroll', this.#scrolled)
    this.#element = element
    element?.addEventListener('scroll', this.#scrolled, { passive: true })
  }

  /** The row at the top, with the part of it that is out of sight. */
  get topRow(): number {
    return ((this.#element?.scrollTop ?? 0) + this.#shift) / this.#places.rowSize
  }

  /** Whole rows that are in view, less one that stays in sight from page to page. */
  get page(): number {
    return Math.max(1, Math.floor(this.#room / this.#places.rowSize) - 1)
  }

  get #room(): number {
    return (this.#element?.clientHeight ?? 0) - this.#places.head
  }

  /** Takes another layout; the table stays at its row. */
  place(places: TablePlaces): void {
    const row = this.topRow
    this.#places = places
    this.goTo(row)
  }

  /** Tells what is to be drawn now. */
  look(): void {
    const element = this.#element
    if (!element) return
    const { rowSize, rowCount, starts, numberWidth } = this.#places
    const top = element.scrollTop + this.#shift
    const first = Math.floor(top / rowSize / step) * step - spareRows
    const end = Math.ceil((top + this.#room) / rowSize / step) * step + spareRows
    const right = element.scrollLeft + Math.max(0, element.clientWidth - numberWidth)
    this.#show({
      first: within(first, 0, Math.max(0, rowCount - 1)),
      last: Math.min(rowCount, end) - 1,
      firstColumn: Math.max(0, columnAt(starts, element.scrollLeft) - spareColumns),
      lastColumn: Math.min(starts.length - 2, columnAt(starts, right) + spareColumns),
      shift: this.#shift,
    })
  }

  /** Shows a row, and as much of it as there is, at the top; the table's end stays below. */
  goTo(row: number): void {
    const { rowSize, rowCount } = this.#places
    this.#settle(within(row * rowSize, 0, Math.max(0, rowCount * rowSize - this.#room)))
  }

  /** Scrolls as little as it takes to show a cell, or to have its row in the middle when it is out of sight; row −1 is the header. */
  reveal({ row, column }: GridCell, isCentred: boolean): void {
    const element = this.#element
    if (!element) return
    const { rowSize, starts, numberWidth } = this.#places
    const hidden = this.#room / rowSize - 1
    if (row >= 0 && (row < this.topRow || row > this.topRow + hidden)) {
      if (isCentred) this.goTo(Math.round(row - hidden / 2))
      else this.goTo(row < this.topRow ? row : row - hidden)
    }
    const left = starts[column] ?? 0
    const right = starts[column + 1] ?? left
    const width = element.clientWidth - numberWidth
    if (left < element.scrollLeft) element.scrollLeft = left
    else if (right > element.scrollLeft + width) element.scrollLeft = Math.min(left, right - width)
    this.look()
  }

  /** The cell at a place on screen, the nearest one beyond the ends. */
  cellAt(x: number, y: number): GridCell {
    const { rowSize, head, numberWidth, starts, rowCount } = this.#places
    const box = this.#element?.getBoundingClientRect()
    if (!this.#element || !box) return { row: 0, column: 0 }
    const row = Math.floor((y - box.top - head) / rowSize + this.topRow)
    return {
      row: within(row, 0, Math.max(0, rowCount - 1)),
      column: columnAt(starts, x - box.left - numberWidth + this.#element.scrollLeft),
    }
  }

  /** Shows the table at `top` and puts the scroll bar where that belongs. */
  #settle(top: number): void {
    const element = this.#element
    if (!element) return
    const { scale } = this.#places
    const place = scale.toPlace(top)
    if (Math.abs(element.scrollTop - place) >= 1) element.scrollTop = place
    this.#place = element.scrollTop
    this.#shift = scale.slack === Infinity ? 0 : Math.round(top - element.scrollTop)
    this.look()
  }

  readonly #scrolled = (): void => {
    const element = this.#element
    if (!element) return
    const { scale } = this.#places
    const { scrollTop } = element
    const moved = Math.abs(scrollTop - this.#place)
    this.#place = scrollTop
    if (scale.slack === Infinity) return this.look()
    const isEnd = scrollTop <= 0 || scrollTop >= element.scrollHeight - element.clientHeight - 1
    if (moved > 3 * element.clientHeight || (isEnd && moved > 0))
      this.#shift = Math.round(scale.toTable(scrollTop) - scrollTop)
    const top = scrollTop + this.#shift
    if (Math.abs(scale.toPlace(top) - scrollTop) > scale.slack) return this.#settle(top)
    clearTimeout(this.#timer)
    this.#timer = window.setTimeout(() => this.#settle(element.scrollTop + this.#shift), idleMs)
    return this.look()
  }
}
