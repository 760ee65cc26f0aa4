import { binary, numberIn, numberOf, stringOf, truth } from './arithmetic.ts'
import { callValue } from './callValue.ts'
import { attributeOf, itemOf } from './parts.ts'
import type { PythonReader } from './reader.ts'
import { childrenOf, type PythonNode } from './source.ts'
import { negated, tensorOperator } from './tensorOperators.ts'
import { type Arguments, data, list, type Scope, type Value } from './values.ts'

/** Expressions stand in each other no deeper than this; what is deeper is not known. */
const deepest = 120

/** Finds a variable in the scopes around; a name that nobody gave a value stands for itself. */
const lookUp = (name: string, scope: Scope): Value => {
  for (let at: Scope | null = scope; at; at = at.outer) {
    const found = at.variables.get(name)
    if (found) return found
  }
  return { kind: 'path', path: [name] }
}

const isSign = (node: PythonNode) => /^\W+$/.test(node.name)
/** Expressions between commas; what has a star is marked. */
const itemsOf = (nodes: readonly PythonNode[], reader: PythonReader, scope: Scope): Value[] => {
  const items: Value[] = []
  let isSpread = false
  for (const node of nodes) {
    if (node.name === '*') isSpread = true
    if (isSign(node)) continue
    const value = reader.evaluate(node, scope)
    if (isSpread && value.kind === 'list') items.push(...value.items)
    else items.push(value)
    isSpread = false
  }
  return items
}

/** Arguments between the brackets of a call. */
const argumentsOf = (node: PythonNode, reader: PythonReader, scope: Scope): Arguments => {
  const places: Value[] = []
  const names = new Map<string, Value>()
  const parts = childrenOf(node)
  for (let at = 0; at < parts.length; at++) {
    const part = parts[at]
    if (!part || isSign(part)) continue
    const before = parts[at - 1]?.name
    if (parts[at + 1]?.name === 'AssignOp') {
      const given = parts[at + 2]
      if (given && !given.type.isError) names.set(reader.source.textOf(part), reader.evaluate(given, scope))
      at += 2
      continue
    }
    const value = reader.evaluate(part, scope)
    if (before === '*' && value.kind === 'list') places.push(...value.items)
    else if (before === '**' && value.kind === 'dict')
      for (const [key, item] of value.entries) names.set(key, item)
    else places.push(value)
  }
  return { places, names }
}

const dictionary = (parts: readonly PythonNode[], reader: PythonReader, scope: Scope): Value => {
  const entries = new Map<string, Value>()
  for (let at = 0; at < parts.length; at++) {
    const part = parts[at]
    if (!part || isSign(part)) continue
    if (parts[at - 1]?.name === '**') {
      const spread = reader.evaluate(part, scope)
      if (spread.kind === 'dict') for (const [key, item] of spread.entries) entries.set(key, item)
      continue
    }
    const value = parts[at + 2]
    const key = reader.evaluate(part, scope)
    if (key.kind === 'data' && value) entries.set(String(key.value), reader.evaluate(value, scope))
    at += 2
  }
  return { kind: 'dict', entries }
}

const formatted = (node: PythonNode, reader: PythonReader, scope: Scope): Value | null => {
  const { textOf } = reader.source
  let text = ''
  let from = node.from
  const whole = textOf(node)
  for (const part of childrenOf(node).filter(({ name }) => name === 'FormatReplacement')) {
    const inner = childrenOf(part).find((child) => !isSign(child))
    const value = inner && reader.evaluate(inner, scope)
    if (value?.kind !== 'data') return null
    text += whole.slice(from - node.from, part.from - node.from) + String(value.value)
    from = part.to
  }
  return data(stringOf((text + whole.slice(from - node.from)).replace(/^(r?)f(r?)/i, '$1$2')))
}

const comparison = (parts: readonly PythonNode[], reader: PythonReader): string =>
  parts.map((part) => reader.source.textOf(part)).join(' ')

const binaryExpression = (node: PythonNode, reader: PythonReader, scope: Scope): Value | null => {
  const parts = childrenOf(node)
  const [first, last] = [parts[0], parts.at(-1)]
  if (!first || !last || parts.length < 3) return null
  const operator = comparison(parts.slice(1, -1), reader)
  const left = reader.evaluate(first, scope)
  if (operator === 'and' || operator === 'or') {
    const known = truth(left)
    if (known === null) return null
    return known === (operator === 'or') ? left : reader.evaluate(last, scope)
  }
  const right = reader.evaluate(last, scope)
  return left.kind === 'tensor' || right.kind === 'tensor'
    ? tensorOperator(reader, operator, left, right)
    : binary(operator, left, right)
}

const unary = (node: PythonNode, reader: PythonReader, scope: Scope): Value | null => {
  const parts = childrenOf(node)
  const last = parts.at(-1)
  if (!last || parts.length < 2) return null
  const value = reader.evaluate(last, scope)
  const sign = parts[0]?.name === 'not' ? 'not' : reader.source.textOf(parts[0] ?? node)
  if (sign === 'not') {
    const known = truth(value)
    return known === null ? null : data(!known)
  }
  const number = numberIn(value)
  if (number !== null) return sign === '-' ? data(-number) : sign === '+' ? data(number) : null
  return sign === '-' && value.kind === 'tensor' ? negated(reader, value) : null
}

const conditional = (node: PythonNode, reader: PythonReader, scope: Scope): Value | null => {
  const [yes, condition, no] = childrenOf(node).filter(({ name }) => name !== 'if' && name !== 'else')
  const known = condition ? truth(reader.evaluate(condition, scope)) : null
  const chosen = known === null ? undefined : known ? yes : no
  return chosen ? reader.evaluate(chosen, scope) : null
}

/** `[f(x) for x in list if c]` with one `for`. */
const comprehension = (node: PythonNode, reader: PythonReader, scope: Scope): Value | null => {
  const parts = childrenOf(node).filter(({ name }) => !/^[[\](){},]$/.test(name))
  const [result, , variable] = parts
  const [source, condition] = [parts[4], parts[6]]
  if (!result || variable?.name !== 'VariableName' || !source || parts.length > 7) return null
  const values = reader.evaluate(source, scope)
  if (values.kind !== 'list') return null
  const items: Value[] = []
  for (const value of values.items) {
    const inner: Scope = { variables: new Map([[reader.source.textOf(variable), value]]), outer: scope }
    const wanted = condition ? truth(reader.evaluate(condition, inner)) : true
    if (wanted === null) return null
    if (wanted) items.push(reader.evaluate(result, inner))
  }
  return list(items)
}

const member = (node: PythonNode, reader: PythonReader, scope: Scope): Value | null => {
  const [object, sign, ...rest] = childrenOf(node)
  if (!object) return null
  const value = reader.evaluate(object, scope)
  const [part] = rest
  if (sign?.name === '.' && part) return attributeOf(reader, value, reader.source.textOf(part))
  const inside = rest.filter(({ name }) => name !== ']')
  const index = (at: PythonNode | undefined) => (at ? numberIn(reader.evaluate(at, scope)) : null)
  const colon = inside.findIndex(({ name }) => name === ':')
  if (colon < 0) return part && inside.length === 1 ? itemOf(value, reader.evaluate(part, scope)) : null
  if (value.kind !== 'list' || inside.length > colon + 2) return null
  const [from, to] = [inside[colon - 1], inside[colon + 1]]
  return list(value.items.slice(index(from) ?? 0, to ? (index(to) ?? undefined) : undefined), value.isTuple)
}

const lambda = (node: PythonNode, reader: PythonReader, scope: Scope): Value | null => {
  const parts = childrenOf(node)
  const body = parts.at(-1)
  const named = parts.find(({ name }) => name === 'ParamList')
  const parameters = (named ? childrenOf(named) : [])
    .filter(({ name }) => name === 'VariableName')
    .map((part) => ({ name: reader.source.textOf(part), initial: null }))
  return body ? { kind: 'function', name: 'lambda', parameters, body, scope } : null
}

const expression = (reader: PythonReader, node: PythonNode, scope: Scope): Value | null => {
  const { textOf } = reader.source
  switch (node.name) {
    case 'VariableName':
      return lookUp(textOf(node), scope)
    case 'Number': {
      const number = numberOf(textOf(node))
      return Number.isFinite(number) && !/j$/i.test(textOf(node)) ? data(number) : null
    }
    case 'String':
      return data(stringOf(textOf(node)))
    case 'ContinuedString': {
      const parts = childrenOf(node).map((part) => reader.evaluate(part, scope))
      return parts.every((part) => part.kind === 'data')
        ? data(parts.map((part) => (part.kind === 'data' ? String(part.value) : '')).join(''))
        : null
    }
    case 'FormatString':
      return formatted(node, reader, scope)
    case 'Boolean':
      return data(textOf(node) === 'True')
    case 'None':
      return data(null)
    case 'ParenthesizedExpression': {
      const inner = childrenOf(node)[1]
      return inner ? reader.evaluate(inner, scope) : null
    }
    case 'TupleExpression':
    case 'ArrayExpression':
      return list(itemsOf(childrenOf(node), reader, scope), node.name === 'TupleExpression')
    case 'DictionaryExpression':
      return dictionary(childrenOf(node), reader, scope)
    case 'CallExpression': {
      const [callee, given] = childrenOf(node)
      if (!callee || !given) return null
      const value = reader.evaluate(callee, scope)
      return callValue(reader, value, argumentsOf(given, reader, scope), reader.source.startOf(callee, 60))
    }
    case 'MemberExpression':
      return member(node, reader, scope)
    case 'BinaryExpression':
      return binaryExpression(node, reader, scope)
    case 'UnaryExpression':
      return unary(node, reader, scope)
    case 'ConditionalExpression':
      return conditional(node, reader, scope)
    case 'ArrayComprehensionExpression':
    case 'ComprehensionExpression':
      return comprehension(node, reader, scope)
    case 'LambdaExpression':
      return lambda(node, reader, scope)
    default:
      return null
  }
}

/** The value of an expression, as far as it can be known without running the program. */
export const evaluate = (reader: PythonReader, node: PythonNode, scope: Scope): Value => {
  reader.step()
  const unknown = (): Value => ({ kind: 'unknown', text: reader.source.startOf(node, 60) })
  if (reader.depth > deepest) return unknown()
  reader.depth++
  try {
    return expression(reader, node, scope) ?? unknown()
  } finally {
    reader.depth--
  }
}
