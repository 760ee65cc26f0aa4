import { readsDates } from './functions.ts'

/** A formula as a tree. `at` is where it starts in the text, counted from 0; a tree made otherwise may have any. */
export type Expression =
  | { readonly kind: 'number'; readonly value: number; readonly at: number }
  | { readonly kind: 'text'; readonly value: string; readonly at: number }
  | { readonly kind: 'column'; readonly name: string; readonly at: number }
  | { readonly kind: 'unary'; readonly operator: UnaryOperator; readonly of: Expression; readonly at: number }
  | {
      readonly kind: 'binary'
      readonly operator: BinaryOperator
      readonly left: Expression
      readonly right: Expression
      readonly at: number
    }
  | {
      readonly kind: 'call'
      readonly name: string
      readonly args: readonly Expression[]
      readonly at: number
    }

export type UnaryOperator = '-' | 'not'
export type BinaryOperator = keyof typeof binaryPower

/** How tightly operators bind, and which ones bind alike; a unary minus binds between `*` and `^`, `not` above `and`. */
export const binaryPower = {
  or: 1,
  and: 2,
  '=': 4,
  '!=': 4,
  '<': 4,
  '<=': 4,
  '>': 4,
  '>=': 4,
  '+': 5,
  '-': 5,
  '*': 6,
  '/': 6,
  '%': 6,
  '^': 8,
} as const
export const unaryPower = { not: 3, '-': 7 } as const

export const isComparison = (operator: BinaryOperator): boolean => binaryPower[operator] === 4

const operandsOf = (node: Expression): readonly Expression[] => {
  if (node.kind === 'unary') return [node.of]
  if (node.kind === 'binary') return [node.left, node.right]
  return node.kind === 'call' ? node.args : []
}

/** Every part of a formula in the order of its text, each before what it is made of. */
const partsOf = (expression: Expression): readonly Expression[] => {
  const parts: Expression[] = []
  const waiting = [expression]
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    parts.push(node)
    waiting.push(...operandsOf(node).toReversed())
  }
  return parts
}

const namesIn = (nodes: Iterable<Expression | undefined>): readonly string[] => {
  const names = new Set<string>()
  for (const node of nodes) if (node?.kind === 'column') names.add(node.name)
  return [...names]
}

/** The columns that a formula reads, each once, in the order of the text. */
export const columnsOf = (expression: Expression): readonly string[] => namesIn(partsOf(expression))

/** The columns that a formula reads dates from. */
export const dateColumnsOf = (expression: Expression): readonly string[] =>
  namesIn(
    partsOf(expression).map((node) =>
      node.kind === 'call' && readsDates(node.name) ? node.args[0] : undefined,
    ),
  )
