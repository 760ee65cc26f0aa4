import type { DateOrder } from '../dates.ts'
import type { Column } from '../table.ts'
import { checkTypes } from './checkTypes.ts'
import type { BinaryOperator, Expression } from './expression.ts'
import { functions, readsDates, type ValueType } from './functions.ts'

/** Gives a row's value: missing is NaN or null. */
type Numbers = (row: number) => number
type Texts = (row: number) => string | null
type Compiled =
  | { readonly type: 'number'; readonly at: Numbers }
  | { readonly type: 'text'; readonly at: Texts }

interface Scope {
  readonly columns: ReadonlyMap<string, Column>
  /** The order of day, month and year in columns of dates. */
  readonly orders: ReadonlyMap<string, DateOrder>
}

/** What can't be computed, as a division by 0, is missing. */
const finite = (value: number) => (Number.isFinite(value) ? value : Number.NaN)

const arithmetic: Readonly<Partial<Record<BinaryOperator, (a: number, b: number) => number>>> = {
  '+': (a, b) => a + b,
  '-': (a, b) => a - b,
  '*': (a, b) => a * b,
  '/': (a, b) => a / b,
  // The sign of the divisor, so that the hours after −1 mod 24 are 23.
  '%': (a, b) => a - b * Math.floor(a / b),
  '^': (a, b) => a ** b,
  and: (a, b) => (a !== 0 && b !== 0 ? 1 : 0),
  or: (a, b) => (a !== 0 || b !== 0 ? 1 : 0),
}

const comparisons: Readonly<Partial<Record<BinaryOperator, (order: number) => boolean>>> = {
  '=': (order) => order === 0,
  '!=': (order) => order !== 0,
  '<': (order) => order < 0,
  '<=': (order) => order <= 0,
  '>': (order) => order > 0,
  '>=': (order) => order >= 0,
}

const numbers = (of: Compiled): Numbers => {
  if (of.type === 'number') return of.at
  throw new Error('A text stands where checkTypes found a number.')
}
const texts = (of: Compiled): Texts => {
  if (of.type === 'text') return of.at
  throw new Error('A number stands where checkTypes found a text.')
}

const columnValues = (column: Column | undefined): Compiled => {
  if (!column) throw new Error('A column is missing that checkTypes found.')
  if (column.kind === 'text') {
    const { codes, dictionary } = column
    return { type: 'text', at: (row) => dictionary[codes[row] ?? -1] ?? null }
  }
  const { values } = column
  return { type: 'number', at: (row) => finite(values[row] ?? Number.NaN) }
}

const binaryValues = (operator: BinaryOperator, left: Compiled, right: Compiled): Compiled => {
  const compare = comparisons[operator]
  if (left.type === 'text' && right.type === 'text') {
    const [a, b] = [left.at, right.at]
    const join: Texts = (row) => {
      const [first, second] = [a(row), b(row)]
      return first === null || second === null ? null : first + second
    }
    if (!compare) return { type: 'text', at: join }
    const composed = (text: string) => text.normalize('NFC')
    const at: Numbers = (row) => {
      const [first, second] = [a(row), b(row)]
      if (first === null || second === null) return Number.NaN
      const [one, two] = [composed(first), composed(second)]
      return compare(one < two ? -1 : one > two ? 1 : 0) ? 1 : 0
    }
    return { type: 'number', at }
  }
  const [a, b] = [numbers(left), numbers(right)]
  const operate = compare ? (x: number, y: number) => (compare(x - y) ? 1 : 0) : arithmetic[operator]
  if (!operate) throw new Error(`The operator ${operator} is not known.`)
  const at: Numbers = (row) => {
    const [x, y] = [a(row), b(row)]
    // `and`, `or`, comparisons and NaN ** 0 would make an answer of a missing value.
    return Number.isNaN(x) || Number.isNaN(y) ? Number.NaN : finite(operate(x, y))
  }
  return { type: 'number', at }
}

const choose = ([condition, then, otherwise]: readonly Compiled[]): Compiled => {
  if (!condition || !then || !otherwise) throw new Error('if takes three values.')
  const test = numbers(condition)
  if (then.type === 'text' || otherwise.type === 'text') {
    const [yes, no] = [texts(then), texts(otherwise)]
    const at: Texts = (row) => {
      const value = test(row)
      return Number.isNaN(value) ? null : value === 0 ? no(row) : yes(row)
    }
    return { type: 'text', at }
  }
  const [yes, no] = [then.at, otherwise.at]
  const at: Numbers = (row) => {
    const value = test(row)
    return Number.isNaN(value) ? Number.NaN : value === 0 ? no(row) : yes(row)
  }
  return { type: 'number', at }
}

/** The first column of dates among a function's arguments tells how they are written. */
const orderFor = (args: readonly Expression[], { orders }: Scope): DateOrder | undefined => {
  const [first] = args
  return first?.kind === 'column' ? orders.get(first.name) : undefined
}

/** Answers for a text, kept: many rows have few texts. */
const remembered = <V>(of: Texts, missing: V, run: (text: string) => V) => {
  const known = new Map<string, V>()
  return (row: number): V => {
    const text = of(row)
    if (text === null) return missing
    let value = known.get(text)
    if (value === undefined) {
      value = run(text)
      if (known.size < 100_000) known.set(text, value)
    }
    return value
  }
}

const callValues = (node: Extract<Expression, { kind: 'call' }>, scope: Scope): Compiled => {
  const args = node.args.map((argument) => compile(argument, scope))
  const [first] = args
  if (node.name === 'if') return choose(args)
  if (node.name === 'isMissing' && first) {
    const at: Numbers = (row) => {
      const value = first.at(row)
      return value === null || Number.isNaN(value) ? 1 : 0
    }
    return { type: 'number', at }
  }
  const called = functions.get(node.name)
  if (!called) throw new Error(`The function ${node.name} is not known.`)
  const order = readsDates(node.name) ? orderFor(node.args, scope) : undefined
  const asNumber = (value: ReturnType<typeof called.run>) =>
    typeof value === 'number' ? finite(value) : Number.NaN
  const asText = (value: ReturnType<typeof called.run>) => (typeof value === 'string' ? value : null)
  if (first?.type === 'text' && args.length === 1)
    return called.gives === 'text'
      ? { type: 'text', at: remembered(first.at, null, (text) => asText(called.run([text], order))) }
      : {
          type: 'number',
          at: remembered(first.at, Number.NaN, (text) => asNumber(called.run([text], order))),
        }
  const at = (row: number) => {
    const values = args.map((argument) => argument.at(row))
    const present = values.filter((value) => value !== null && !Number.isNaN(value))
    return present.length < values.length ? null : called.run(present as (number | string)[], order)
  }
  return called.gives === 'text'
    ? { type: 'text', at: (row) => asText(at(row)) }
    : { type: 'number', at: (row) => asNumber(at(row)) }
}

const compile = (node: Expression, scope: Scope): Compiled => {
  switch (node.kind) {
    case 'number': {
      const { value } = node
      return { type: 'number', at: () => value }
    }
    case 'text': {
      const { value } = node
      return { type: 'text', at: () => value }
    }
    case 'column':
      return columnValues(scope.columns.get(node.name))
    case 'unary': {
      const of = numbers(compile(node.of, scope))
      const operate = node.operator === '-' ? (x: number) => -x : (x: number) => (x === 0 ? 1 : 0)
      return { type: 'number', at: (row) => (Number.isNaN(of(row)) ? Number.NaN : operate(of(row))) }
    }
    case 'binary':
      return binaryValues(node.operator, compile(node.left, scope), compile(node.right, scope))
    case 'call':
      return callValues(node, scope)
  }
}

/** A column of texts from a value a row. A text without a letter is a missing cell, as in a file. */
const textColumn = (name: string, at: Texts, rows: number): Column => {
  const codes = new Int32Array(rows)
  const dictionary: string[] = []
  const known = new Map<string, number>()
  for (let row = 0; row < rows; row++) {
    const text = at(row)
    if (text === null || text.trim() === '') codes[row] = -1
    else {
      const code = known.get(text) ?? dictionary.push(text) - 1
      known.set(text, code)
      codes[row] = code
    }
  }
  return { kind: 'text', name, codes, dictionary }
}

/**
 * The values of a formula for every row, as a column of this name: missing cells make missing values, and so does what
 * can't be computed (a division by 0, the root of −1). Throws what `checkTypes` throws.
 */
export const evaluate = (expression: Expression, name: string, rows: number, scope: Scope): Column => {
  const types = new Map([...scope.columns].map(([key, { kind }]): [string, ValueType] => [key, kind]))
  checkTypes(expression, types)
  const compiled = compile(expression, scope)
  if (compiled.type === 'text') return textColumn(name, compiled.at, rows)
  const values = new Float64Array(rows)
  for (let row = 0; row < rows; row++) values[row] = finite(compiled.at(row))
  return { kind: 'number', name, values }
}
