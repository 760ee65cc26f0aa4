import { ProblemError } from '../problems.ts'
import { type Expression, isComparison } from './expression.ts'
import { functions, type ValueType } from './functions.ts'
import { suggest } from './suggest.ts'

/** What is known of the columns that a formula may read: null where a column's type is not known yet. */
export type ColumnTypes = ReadonlyMap<string, ValueType | null>

const refuse = (node: Expression, needed: ValueType, what: string): never => {
  throw new ProblemError(needed === 'number' ? 'formulaNeedsNumber' : 'formulaNeedsText', {
    at: node.at + 1,
    what,
  })
}

const need = (node: Expression, needed: ValueType, what: string, columns: ColumnTypes): void => {
  const found = checkTypes(node, columns)
  if (found !== null && found !== needed) refuse(node, needed, what)
}

/** The one type of values that have to be alike. */
const alike = (nodes: readonly Expression[], what: string, columns: ColumnTypes): ValueType | null => {
  let type: ValueType | null = null
  for (const node of nodes) {
    const found = checkTypes(node, columns)
    if (type !== null && found !== null && found !== type)
      throw new ProblemError('formulaMixed', { at: node.at + 1, what })
    type ??= found
  }
  return type
}

const columnType = ({ name, at }: Extract<Expression, { kind: 'column' }>, columns: ColumnTypes) => {
  const type = columns.get(name)
  if (type !== undefined) return type
  const suggestion = suggest(name, columns.keys())
  throw suggestion === undefined
    ? new ProblemError('formulaColumnUnknown', { at: at + 1, name })
    : new ProblemError('formulaColumnMisspelt', { at: at + 1, name, suggestion })
}

const callType = (node: Extract<Expression, { kind: 'call' }>, columns: ColumnTypes): ValueType | null => {
  const called = functions.get(node.name)
  if (!called) throw new ProblemError('formulaFunctionUnknown', { at: node.at + 1, name: node.name })
  const same: Expression[] = []
  for (const [index, argument] of node.args.entries()) {
    const wanted = called.args[Math.min(index, called.args.length - 1)]
    if (wanted === 'same') same.push(argument)
    else if (wanted === 'any' || wanted === undefined) checkTypes(argument, columns)
    else need(argument, wanted, node.name, columns)
  }
  const type = alike(same, node.name, columns)
  return called.gives === 'same' ? type : called.gives
}

/**
 * The type of a formula's values; null when it hangs on columns whose type is not known. Throws where a column does not
 * exist or a value has the wrong type, with its place counted from 1.
 */
export const checkTypes = (node: Expression, columns: ColumnTypes): ValueType | null => {
  switch (node.kind) {
    case 'number':
    case 'text':
      return node.kind
    case 'column':
      return columnType(node, columns)
    case 'unary':
      need(node.of, 'number', node.operator, columns)
      return 'number'
    case 'call':
      return callType(node, columns)
    case 'binary': {
      const { operator, left, right } = node
      if (isComparison(operator) || operator === '+') {
        const type = alike([left, right], operator, columns)
        return operator === '+' ? type : 'number'
      }
      need(left, 'number', operator, columns)
      need(right, 'number', operator, columns)
      return 'number'
    }
  }
}
