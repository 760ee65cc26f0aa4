import type { Dialect } from '../../../../shared/table.ts'
import { powers } from './exactNumber.ts'

export type NumberMarks = Pick<Dialect, 'decimal' | 'thousands'>

const numberShape = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/
/** Numbers that need no second look, by decimal mark: no sign of money, no leading zero, no space. */
const plainShapes = {
  '.': /^-?(?:0|[1-9]\d*)(?:\.\d+(?:[eE][+-]?\d+)?)?$/,
  ',': /^-?(?:0|[1-9]\d*)(?:,\d+)?$/,
}
const integerShape = /^[+-]?\d+$/
const escapeMark = (mark: string): string => (mark === '.' ? '\\.' : mark)
const pointBeside = (mark: string): string => (mark === ',' ? '\\.' : mark === '.' ? ',' : '[.,]')
// The bytes of signs beside numbers: $, ₩, ￦ and the backslash that is ₩ on Korean Windows, €, £, ¥ before them or behind, % and ％, 원 and what counts
// people, things and years (명, 개, 건, 회, 세, 살) behind; in UTF-8, CP949 and, where there are such, Windows-1252.
const signBefore =
  /^([+-]?)(?:\$|\\(?=\d)|\u00e2\u0082\u00a9|\u00ef\u00bf\u00a6|\u00a3\u00dc|\u00e2\u0082\u00ac|\u00a2\u00e6|\u00c2\u00a3|\u00c2\u00a5|[\u0080\u00a3\u00a5](?=[ \d.,-])) ?(?=[\d.,-])/
const signBehind =
  /(?<=\d) ?(?:%|\u00ef\u00bc\u0085|\u00a3\u00a5|\u00ec\u009b\u0090|\u00bf\u00f8|\u00eb\u00aa\u0085|\u00b8\u00ed|\u00ea\u00b0\u009c|\u00b0\u00b3|\u00ea\u00b1\u00b4|\u00b0\u00c7|\u00ed\u009a\u008c|\u00c8\u00b8|\u00ec\u0084\u00b8|\u00bc\u00bc|\u00ec\u0082\u00b4|\u00bb\u00ec|\$|\u00e2\u0082\u00ac|\u00a2\u00e6|\u0080|\u00c2?\u00a3|EUR|USD|KRW)$/
// How accounts write what is below zero, in UTF-8 and CP949: a minus sign wider than a hyphen, △, or brackets. ▲ may
// as well mean a rise and is read as no number.
const belowZero =
  /^(?:\u00e2\u0088\u0092|\u00ef\u00bc\u008d|\u00e2\u0096\u00b3|\u00a1\u00e2|\u00a3\u00ad) ?(?=[\d.$\u0080-\u00ff])/
const bracketed = /^\(([^()+-]+)\)$/
// No number is longer, and searching a longer text for one could take for ever.
const longestNumber = 1024
const wideBlanks = ['\u00c2\u00a0', '\u00e3\u0080\u0080']
const wideSpaces = /\u00c2\u00a0|\u00e2\u0080\u00af|\u00a0/g
const groupShapes = new Map(
  [',', '.', ' ', "'"].map((mark) => [
    mark,
    new RegExp(`^[+-]?[1-9]\\d{0,2}(?:${escapeMark(mark)}\\d{3})+(?:${pointBeside(mark)}\\d*)?$`),
  ]),
)

/** A cell read as a number; `literal` says its digits mean more than its value: leading zeros, or beyond 2^53. */
export interface ReadNumber {
  readonly value: number
  readonly literal: boolean
}
const notANumber: ReadNumber = { value: Number.NaN, literal: false }

/**
 * Reads a whole cell (bytes as latin1 text) as a decimal number; value NaN when it is not a finite one. Currency and per
 * cent signs are passed over: 35% is 35.
 */
export const parseNumber = (cell: string, { decimal, thousands }: NumberMarks): ReadNumber => {
  if (plainShapes[decimal].test(cell)) {
    const plain = Number(decimal === ',' ? cell.replace(',', '.') : cell)
    if (Number.isFinite(plain) && (cell.length <= 15 || cell.includes(decimal)))
      return { value: plain, literal: false }
  }
  const bare = withoutOuterBlanks(cell)
  if (bare.length > longestNumber) return notANumber
  const inner = bracketed.exec(bare)?.[1]
  if (inner !== undefined) return bracketedNumber(inner, { decimal, thousands })
  let text = bare.replace(belowZero, '-').replace(signBefore, '$1').replace(signBehind, '')
  if (thousands === ' ') text = text.replace(wideSpaces, ' ')
  if (thousands !== '' && text.includes(thousands)) {
    if (!groupShapes.get(thousands)?.test(text)) return notANumber
    text = text.replaceAll(thousands, '')
  }
  if (decimal === ',') {
    if (text.includes('.')) return notANumber
    text = text.replace(',', '.')
  }
  if (!numberShape.test(text)) return notANumber
  const value = Number(text)
  if (!Number.isFinite(value)) return notANumber
  return { value, literal: integerShape.test(text) && isLiteral(text, value) }
}

/** A cell without the blanks around it, of which some are as wide as a letter. */
const withoutOuterBlanks = (cell: string): string => {
  let start = 0
  let end = cell.length
  for (let width = 1; width > 0; start += width) width = blankAt(cell, start, end)
  for (let width = 1; width > 0; end -= width) width = blankBefore(cell, start, end)
  return cell.slice(start, end)
}

const blankAt = (text: string, start: number, end: number): number => {
  const wide = wideBlanks.find((blank) => start + blank.length <= end && text.startsWith(blank, start))
  return wide?.length ?? (start < end && isBlank(text.charCodeAt(start)) ? 1 : 0)
}

const blankBefore = (text: string, start: number, end: number): number => {
  const wide = wideBlanks.find((blank) => start + blank.length <= end && text.endsWith(blank, end))
  return wide?.length ?? (start < end && isBlank(text.charCodeAt(end - 1)) ? 1 : 0)
}

const isBlank = (code: number): boolean => code === 32 || (code >= 9 && code <= 13) || code === 160

/** A number in brackets is below zero; one of two digits may as well count something, as in (1). */
const bracketedNumber = (inner: string, marks: NumberMarks): ReadNumber => {
  const { value, literal } = parseNumber(inner, marks)
  return { value: 0 - value, literal: literal || /^\d{1,2}$/.test(inner) }
}

/** Whether a currency sign, or what else stands before a number, may begin with this byte. */
const isSign = (byte: number): boolean => byte === 36 || byte === 40 || byte === 92 || byte >= 0x80

const isLiteral = (digits: string, value: number): boolean =>
  Math.abs(value) > Number.MAX_SAFE_INTEGER || /^[+-]?0\d/.test(digits)

/**
 * Reads numbers from bytes: an integer mantissa of at most 15 digits and one multiplication or division by a power of
 * ten up to 1e22 are both exact, so the result is correctly rounded (Clinger 1990); all else goes to `parseNumber`.
 */
export class NumberReader {
  /** Whether the last cell's digits mean more than its value, see `ReadNumber`. */
  literal = false
  readonly #marks: NumberMarks
  readonly #point: number

  constructor(marks: NumberMarks) {
    this.#marks = marks
    this.#point = marks.decimal.charCodeAt(0)
  }

  /** The number in bytes[from, to), NaN when it is none. */
  read(bytes: Buffer, from: number, to: number): number {
    this.literal = false
    let start = from
    let end = to
    while (start < end && (bytes[start] as number) <= 32) start++
    while (end > start && (bytes[end - 1] as number) <= 32) end--
    let at = start
    const sign = bytes[at]
    if (at < end && (sign === 45 || sign === 43)) at++
    const first = at
    let mantissa = 0
    let digit = 0
    for (; at < end && (digit = (bytes[at] as number) - 48) >= 0 && digit <= 9; at++)
      mantissa = mantissa * 10 + digit
    const whole = at - first
    let decimals = 0
    if (at < end && bytes[at] === this.#point) {
      const point = ++at
      for (; at < end && (digit = (bytes[at] as number) - 48) >= 0 && digit <= 9; at++)
        mantissa = mantissa * 10 + digit
      decimals = at - point
    } else if (whole > 1 && bytes[first] === 48) return this.#slow(bytes, start, end)
    if (whole + decimals === 0)
      return at < end && isSign(bytes[at] as number) ? this.#slow(bytes, start, end) : Number.NaN
    if (at !== end || whole + decimals > 15)
      return this.#rest(bytes, start, end, at, mantissa, whole, decimals)
    const value = decimals === 0 ? mantissa : mantissa / (powers[decimals] as number)
    return sign === 45 ? -value : value
  }

  #rest(
    bytes: Buffer,
    start: number,
    end: number,
    mantissaEnd: number,
    mantissa: number,
    whole: number,
    decimals: number,
  ): number {
    let at = mantissaEnd
    if (whole + decimals > 15 || ((bytes[at] as number) | 32) !== 101) return this.#slow(bytes, start, end)
    const sign = bytes[++at]
    if (sign === 45 || sign === 43) at++
    const first = at
    let power = 0
    let digit = 0
    for (; at < end && (digit = (bytes[at] as number) - 48) >= 0 && digit <= 9; at++)
      power = power * 10 + digit
    const shift = (sign === 45 ? -power : power) - decimals
    if (at === first || at !== end || shift > 22 || shift < -22) return this.#slow(bytes, start, end)
    const value = shift < 0 ? mantissa / (powers[-shift] as number) : mantissa * (powers[shift] as number)
    return bytes[start] === 45 ? -value : value
  }

  #slow(bytes: Buffer, start: number, end: number): number {
    const { value, literal } = parseNumber(bytes.toString('latin1', start, end), this.#marks)
    this.literal = literal
    return value
  }
}
