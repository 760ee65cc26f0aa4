import type { Problem } from '../../shared/problems.ts'
import { sentenceOf } from './sentences.ts'

/** Says one thing on stderr: progress and explanations never mix with results on stdout. */
export const say = (text: string): void => {
  process.stderr.write(`${text}\n`)
}

/** A line on stderr that is overwritten by the next when a person watches, and at most one a second when logged. */
export function progressLine(): { show: (text: string) => void; end: () => void } {
  let last = Number.NEGATIVE_INFINITY
  let open = false
  return {
    show(text) {
      const now = performance.now()
      if (now - last < (process.stderr.isTTY ? 50 : 1000)) return
      last = now
      if (!process.stderr.isTTY) return say(text)
      process.stderr.write(`\r\u001b[2K${text.slice(0, (process.stderr.columns || 80) - 1)}`)
      open = true
    },
    end() {
      if (open) process.stderr.write('\n')
      open = false
    },
  }
}

/** What a command found: `json` is the documented object, `text` the same for people. */
export interface Report {
  readonly json: Readonly<Record<string, unknown>>
  readonly text: string
  /** 1 when what was asked for was done but found wanting, such as `check` with problems. */
  readonly exitCode?: 0 | 1
}

/** Prints a report; with `asJson` its object is the last line of stdout. */
export function print({ json, text }: Report, asJson: boolean): void {
  process.stdout.write(asJson ? `${JSON.stringify(json)}\n` : `${text}\n`)
}

/** Prints a failure as a plain sentence on stderr and, with `asJson`, as an object on stdout. */
export function printProblem({ code, values = {} }: Problem, asJson: boolean): void {
  printFailure({ code, values, message: sentenceOf({ code, values }) }, asJson)
}

/** Prints what was wrong with a command line, from commander's `error: …` message. */
export function printUsageProblem(said: string, asJson: boolean): void {
  const text = said.replace(/^error: /, '').trim()
  const message = `${text.charAt(0).toUpperCase()}${text.slice(1)}${/[.?)]$/.test(text) ? '' : '.'} See --help.`
  printFailure({ code: 'usage', values: {}, message }, asJson)
}

function printFailure(error: { code: string; values: object; message: string }, asJson: boolean): void {
  say(error.message)
  if (asJson) process.stdout.write(`${JSON.stringify({ error })}\n`)
}

/** Columns of text with two spaces between them; the first row is the head. */
export function table(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, index) => Math.max(...rows.map((row) => widthOf(row[index] ?? ''))))
  return rows
    .map((row) =>
      row
        .map((cell, index) => cell + ' '.repeat(Math.max(0, (widths[index] ?? 0) - widthOf(cell))))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}

/** Columns a text takes in a terminal: Hangul, Han and kana take two. */
const widthOf = (text: string): number =>
  Array.from(text).reduce(
    (sum, sign) =>
      sum +
      (/[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60]/.test(sign) ? 2 : 1),
    0,
  )

/** How many there are, with their noun: 1 row, 2 rows. */
export const counted = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`

/** A figure with four significant digits. */
export const figure = (value: number): string =>
  Number.isInteger(value) ? String(value) : Number(value.toPrecision(4)).toString()
