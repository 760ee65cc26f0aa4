import { parser } from '@lezer/python'
import type { SyntaxNode } from '@lezer/common'
import { ProblemError } from '../../problems.ts'
import type { Finding } from '../reading.ts'

/** A part of a program's tree. */
export type PythonNode = SyntaxNode

/** Longest program that is read, in UTF-16 units. */
const sizeLimit = 100_000
/** Most steps of the parser: a program of that size takes 40,000, what is no Python may take twice as many and ten times as long. */
const parseLimit = 60_000
const mostErrors = 20

/** A program, parsed but never run. */
export interface PythonSource {
  readonly top: PythonNode
  readonly textOf: (node: PythonNode) => string
  /** The beginning of a node's text on one line: a node may be the whole program. */
  readonly startOf: (node: PythonNode, length: number) => string
  /** Counted from 1. */
  readonly lineOf: (node: PythonNode) => number
  /** What is no Python, at most 20. */
  readonly errors: readonly Finding[]
}

/** A notebook's commands become comments, a console's prompts go, and a listing that is indented as a whole moves left. */
const tidy = (text: string): string => {
  const lines = text.replace(/^\uFEFF/, '').split(/\r\n|\r|\n/)
  const isConsole = lines.some((line) => /^>>> ?/.test(line))
  const plain = lines.map((line) =>
    (isConsole ? line.replace(/^(>>>|\.\.\.) ?/, '') : line).replace(/^(\s*)[%!]/, '$1#'),
  )
  const written = plain.filter((line) => line.trim() && !line.trim().startsWith('#'))
  const margin = Math.min(...written.map((line) => line.length - line.trimStart().length), 1000)
  return plain
    .map((line) => (line.trim() ? line.slice(Math.min(margin, line.length - line.trimStart().length)) : ''))
    .join('\n')
}

/** Texts and comments; or a number that ends in its point, which the grammar doesn't know. */
const openNumbers =
  /("""[\s\S]*?"""|'''[\s\S]*?'''|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|#[^\n]*)|(?<![\w.])(\d[\d_]*)\.(?=[eE][-+]?\d|[^\w.]|$)/g
const closeNumbers = (text: string) =>
  text.replace(openNumbers, (whole: string, other: string | undefined, digits: string) =>
    other === undefined ? `${digits}.0` : whole,
  )

const lineStarts = (text: string): readonly number[] => {
  const starts = [0]
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1)
  return starts
}

const parse = (text: string) => {
  const parsing = parser.startParse(text)
  for (let steps = 0; steps < parseLimit; steps++) {
    const tree = parsing.advance()
    if (tree) return tree
  }
  throw new ProblemError('codeTooLarge', { found: text.length, limit: parsing.parsedPos })
}

/** Parses a program. Throws codeTooLarge. */
export const parsePython = (written: string): PythonSource => {
  if (written.length > sizeLimit)
    throw new ProblemError('codeTooLarge', { found: written.length, limit: sizeLimit })
  const text = closeNumbers(tidy(written))
  const tree = parse(text)
  const starts = lineStarts(text)
  const lineAt = (position: number) => {
    let [low, high] = [0, starts.length - 1]
    while (low < high) {
      const middle = Math.ceil((low + high) / 2)
      if ((starts[middle] ?? 0) <= position) low = middle
      else high = middle - 1
    }
    return low + 1
  }
  const errors: Finding[] = []
  for (const cursor = tree.cursor(); errors.length < mostErrors; ) {
    if (cursor.type.isError) {
      const found = text
        .slice(cursor.from, cursor.from + 40)
        .split('\n')[0]
        ?.trim()
      const line = lineAt(cursor.from)
      if (errors.at(-1)?.line !== line)
        errors.push({ line, problem: { code: 'codeSyntax', values: { line, found: found || '↵' } } })
    }
    if (!cursor.next()) break
  }
  return {
    top: tree.topNode,
    textOf: ({ from, to }) => text.slice(from, to),
    startOf: ({ from, to }, length) => {
      const line = text
        .slice(from, Math.min(to, from + 2 * length))
        .replace(/\s+/g, ' ')
        .trim()
      return line.length > length ? `${line.slice(0, length)}…` : line
    },
    lineOf: ({ from }) => lineAt(from),
    errors,
  }
}

/** A node's parts, in order, comments left out. */
export const childrenOf = (node: PythonNode): readonly PythonNode[] => {
  const children: PythonNode[] = []
  for (let child = node.firstChild; child; child = child.nextSibling)
    if (child.name !== 'Comment') children.push(child)
  return children
}
