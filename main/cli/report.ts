import type { Problem } from '../../shared/problems.ts'
import { sentenceOf } from './sentences.ts'

/** Says one thing on stderr: progress and explanations never mix with results on stdout. */
export const say = (text: string): void => {
  process.stderr.write(`${text}\n`)
}

/** A line on stderr that is overwritten by the next when a person watches, and at most one a second when logged. */
export function progressLine(): (text: string) => void {
  let last = 0
  return (text) => {
    const now = performance.now()
    if (process.stderr.isTTY) process.stderr.write(`\r\x1b[2K${text}`)
    else if (now - last >= 1000) say(text)
    else return
    last = now
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
export function printProblem(problem: Problem, asJson: boolean): void {
  const message = sentenceOf(problem)
  say(message)
  if (asJson) process.stdout.write(`${JSON.stringify({ error: { ...problem, message } })}\n`)
}

/** Columns of text with two spaces between them; the first row is the head. */
export function table(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, index) => Math.max(...rows.map((row) => row[index]?.length ?? 0)))
  return rows.map((row) => row.map((cell, index) => cell.padEnd(widths[index] ?? 0)).join('  ').trimEnd()).join('\n')
}

/** A figure with four significant digits. */
export const figure = (value: number): string => (Number.isInteger(value) ? String(value) : Number(value.toPrecision(4)).toString())
