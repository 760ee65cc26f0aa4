import { ProblemError } from '../problems.ts'

/** A word of a formula; `at` counts from 0. `name` is a bare name, `column` one in square brackets. */
export interface Token {
  readonly kind: 'number' | 'text' | 'name' | 'column' | 'mark' | 'end'
  readonly text: string
  readonly at: number
}

const patterns: readonly (readonly [Token['kind'] | 'blank', RegExp])[] = [
  ['blank', /\s+/uy],
  ['number', /(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?/uy],
  ['name', /[\p{L}_][\p{L}\p{M}\p{N}_]*/uy],
  ['column', /\[(?:[^\]]|\]\])*\]/uy],
  ['text', /"(?:[^"]|"")*"|'(?:[^']|'')*'/uy],
  ['mark', /<=|>=|<>|!=|==|[-+*/%^()<>=,;]/uy],
]

/** Other ways to write the same. */
const sameMarks: ReadonlyMap<string, string> = new Map([
  ['==', '='],
  ['<>', '!='],
  [';', ','],
])

const unquote = (text: string) => {
  const quote = text.at(-1) ?? ''
  return text.slice(1, -1).replaceAll(quote + quote, quote)
}

const closers: ReadonlyMap<string, string> = new Map([
  ['[', ']'],
  ['"', '"'],
  ["'", "'"],
])

const refuse = (formula: string, at: number): never => {
  const found = String.fromCodePoint(formula.codePointAt(at) ?? 0)
  const mark = closers.get(found)
  if (mark !== undefined) throw new ProblemError('formulaNotClosed', { at: at + 1, mark })
  throw new ProblemError('formulaCharacter', { at: at + 1, found })
}

/** Cuts a formula into words, the last an `end`. Throws `formulaNotClosed` and `formulaCharacter`, places counted from 1. */
export const tokenize = (formula: string): readonly Token[] => {
  const tokens: Token[] = []
  let at = 0
  while (at < formula.length) {
    const found = patterns.find(([, pattern]) => {
      pattern.lastIndex = at
      return pattern.test(formula)
    })
    if (!found) return refuse(formula, at)
    const [kind, pattern] = found
    const text = formula.slice(at, pattern.lastIndex)
    const value =
      kind === 'text' || kind === 'column'
        ? unquote(text)
        : kind === 'mark'
          ? (sameMarks.get(text) ?? text)
          : text
    if (kind !== 'blank') tokens.push({ kind, text: value, at })
    at = pattern.lastIndex
  }
  return [...tokens, { kind: 'end', text: '', at: formula.length }]
}
