import { binary, truth } from './arithmetic.ts'
import type { PythonReader } from './reader.ts'
import { childrenOf, type PythonNode } from './source.ts'
import { tensorOperator } from './tensorOperators.ts'
import { data, type FunctionValue, list, type Scope, type Value } from './values.ts'

/** What a statement does to those after it: nothing, or it ends the function or the loop they stand in. */
type Outcome = { readonly returned: Value } | 'break' | 'continue' | null

const noteUnread = (reader: PythonReader, node: PythonNode) => {
  const line = reader.source.lineOf(node)
  if (reader.notRead.has(line)) return
  reader.notRead.set(line, { line, text: reader.source.startOf(node, 80) })
}

const isSign = ({ name }: PythonNode) => /^\W+$/.test(name) || name === 'TypeDef'

/** A variable gives what has no name of its own its name, for headings and inputs. */
const nameAfter = (reader: PythonReader, value: Value, name: string) => {
  const named = value.kind === 'tensor' ? value.tensor.call.layer : value
  if (reader.nameless.delete(named)) (named as { name: string }).name = name
}

/** Puts a value into a variable, or a list into several. */
const assign = (reader: PythonReader, target: PythonNode, value: Value, scope: Scope): boolean => {
  if (target.name === 'VariableName') {
    const name = reader.source.textOf(target)
    nameAfter(reader, value, name)
    scope.variables.set(name, value)
    return value.kind !== 'unknown'
  }
  if (target.name !== 'TupleExpression' && target.name !== 'ArrayExpression') return false
  return assignAll(reader, childrenOf(target), value, scope)
}

/** Unpacks: `a, *b = value`. */
const assignAll = (
  reader: PythonReader,
  nodes: readonly PythonNode[],
  value: Value,
  scope: Scope,
): boolean => {
  const targets: { node: PythonNode; isRest: boolean }[] = []
  let isRest = false
  for (const node of nodes) {
    if (node.name === '*') isRest = true
    if (isSign(node)) continue
    targets.push({ node, isRest })
    isRest = false
  }
  const [first] = targets
  const isOne = targets.length === 1 && !nodes.some(({ name }) => name === ',')
  if (isOne && first) return assign(reader, first.node, value, scope)
  const items = value.kind === 'list' ? value.items : []
  const extra = items.length - (targets.length - 1)
  let at = 0
  for (const { node, isRest: takesRest } of targets) {
    const item = takesRest
      ? list(items.slice(at, at + Math.max(0, extra)))
      : (items[at] ?? { kind: 'unknown' as const, text: reader.source.textOf(node) })
    at += takesRest ? Math.max(0, extra) : 1
    assign(reader, node, item, scope)
  }
  return value.kind === 'list'
}

/** The value of expressions between commas: one alone, several as a tuple. */
const valueOf = (reader: PythonReader, nodes: readonly PythonNode[], scope: Scope): Value => {
  const written = nodes.filter((node) => !isSign(node))
  const [only] = written
  if (written.length === 1 && only && !nodes.some(({ name }) => name === ','))
    return reader.evaluate(only, scope)
  return list(
    written.map((node) => reader.evaluate(node, scope)),
    true,
  )
}

const splitAt = (
  nodes: readonly PythonNode[],
  isEnd: (node: PythonNode) => boolean,
): readonly PythonNode[][] => {
  const parts: PythonNode[][] = [[]]
  for (const node of nodes) {
    if (isEnd(node)) parts.push([])
    else parts.at(-1)?.push(node)
  }
  return parts
}

const assignment = (reader: PythonReader, node: PythonNode, scope: Scope) => {
  const parts = splitAt(childrenOf(node), ({ name }) => name === 'AssignOp')
  const value = valueOf(reader, parts.at(-1) ?? [], scope)
  if (parts.length < 2) return
  const read = parts.slice(0, -1).map((targets) => assignAll(reader, targets, value, scope))
  if (!read.includes(true)) noteUnread(reader, node)
}

const update = (reader: PythonReader, node: PythonNode, scope: Scope) => {
  const [target, operator, ...rest] = childrenOf(node)
  if (!target || !operator) return
  const left = reader.evaluate(target, scope)
  const right = valueOf(reader, rest, scope)
  const sign = reader.source.textOf(operator).slice(0, -1)
  const value =
    left.kind === 'tensor' || right.kind === 'tensor'
      ? tensorOperator(reader, sign, left, right)
      : binary(sign, left, right)
  assign(reader, target, value ?? { kind: 'unknown', text: reader.source.startOf(node, 60) }, scope)
  if (!value) noteUnread(reader, node)
}

const importNames = (reader: PythonReader, node: PythonNode, scope: Scope) => {
  const { textOf } = reader.source
  const text = textOf(node)
    .replace(/[()\\\n]/g, ' ')
    .replace(/#.*/g, '')
  const [, from, names = ''] = /^\s*from\s+([\w.]+)\s+import\s+(.*)$/.exec(text) ?? []
  const listed = from === undefined ? text.replace(/^\s*import\s+/, '') : names
  for (const item of listed.split(',')) {
    const [, name, alias] = /^\s*([\w.]+)(?:\s+as\s+(\w+))?\s*$/.exec(item) ?? []
    if (name === undefined) continue
    const path = [...(from === undefined ? [] : from.split('.')), ...name.split('.')].filter(Boolean)
    const own = alias ?? (from === undefined ? (path[0] ?? name) : name)
    const value: Value = {
      kind: 'path',
      path: alias === undefined && from === undefined ? path.slice(0, 1) : path,
    }
    scope.variables.set(own, value)
  }
}

const define = (reader: PythonReader, node: PythonNode, scope: Scope) => {
  const { textOf } = reader.source
  const children = childrenOf(node)
  const name = children.find((child) => child.name === 'VariableName')
  const params = children.find((child) => child.name === 'ParamList')
  const body = children.find((child) => child.name === 'Body')
  if (!name || !body) return
  const parameters = splitAt(params ? childrenOf(params) : [], (child) => child.name === ',').flatMap(
    (parts) => {
      const own = parts.find((part) => part.name === 'VariableName')
      const at = parts.findIndex((part) => part.name === 'AssignOp')
      const initial = at < 0 ? undefined : parts[at + 1]
      if (!own || parts[0]?.name === '*' || parts[0]?.name === '**') return []
      return [{ name: textOf(own), initial: initial ? reader.evaluate(initial, scope) : null }]
    },
  )
  const value: FunctionValue = { kind: 'function', name: textOf(name), parameters, body, scope }
  scope.variables.set(value.name, value)
}

const branch = (reader: PythonReader, node: PythonNode, scope: Scope): Outcome => {
  const children = childrenOf(node)
  for (const [at, child] of children.entries()) {
    if (child.name !== 'Body') continue
    const isElse = children[at - 1]?.name === 'else'
    const condition = children[at - 1]
    const known = isElse ? true : condition ? truth(reader.evaluate(condition, scope)) : null
    if (known === null) {
      noteUnread(reader, node)
      return null
    }
    if (known) return runBody(reader, child, scope)
  }
  return null
}

const loop = (reader: PythonReader, node: PythonNode, scope: Scope): Outcome => {
  const children = childrenOf(node)
  const at = children.findIndex(({ name }) => name === 'in')
  const body = children.find(({ name }) => name === 'Body')
  const source = children[at + 1]
  const values = source && at > 0 ? reader.evaluate(source, scope) : null
  if (values?.kind !== 'list' || !body) {
    noteUnread(reader, node)
    return null
  }
  for (const value of values.items.slice()) {
    assignAll(reader, children.slice(1, at), value, scope)
    const outcome = runBody(reader, body, scope)
    if (outcome === 'break') break
    if (outcome !== null && outcome !== 'continue') return outcome
  }
  return null
}

const firstBody = (reader: PythonReader, node: PythonNode, scope: Scope): Outcome => {
  const body = childrenOf(node).find(({ name }) => name === 'Body')
  return body ? runBody(reader, body, scope) : null
}

/** Statements that say nothing of a model and need no mention. */
const silent = new Set([
  'PassStatement',
  'Comment',
  ':',
  'ScopeStatement',
  'DeleteStatement',
  'AssertStatement',
])

const runStatement = (reader: PythonReader, node: PythonNode, scope: Scope): Outcome => {
  reader.line = reader.source.lineOf(node)
  reader.step()
  switch (node.name) {
    case 'ImportStatement':
      importNames(reader, node, scope)
      return null
    case 'AssignStatement':
      assignment(reader, node, scope)
      return null
    case 'UpdateStatement':
      update(reader, node, scope)
      return null
    case 'ExpressionStatement': {
      const children = childrenOf(node)
      if (children[0]?.name === 'String' && children.length === 1) return null
      if (valueOf(reader, children, scope).kind === 'unknown') noteUnread(reader, node)
      return null
    }
    case 'FunctionDefinition':
      define(reader, node, scope)
      return null
    case 'ReturnStatement':
      return { returned: valueOf(reader, childrenOf(node).slice(1), scope) }
    case 'IfStatement':
      return branch(reader, node, scope)
    case 'ForStatement':
      return loop(reader, node, scope)
    case 'WithStatement':
    case 'TryStatement':
      return firstBody(reader, node, scope)
    case 'BreakStatement':
      return 'break'
    case 'ContinueStatement':
      return 'continue'
    default:
      if (!silent.has(node.name) && !node.type.isError) noteUnread(reader, node)
      return null
  }
}

/** Reads statements one after the other, nested no deeper than expressions are. */
export const runBody = (reader: PythonReader, body: PythonNode, scope: Scope): Outcome => {
  if (reader.depth > 100) return null
  reader.depth++
  try {
    for (let node = body.firstChild; node; node = node.nextSibling) {
      const outcome = runStatement(reader, node, scope)
      if (outcome !== null) return outcome
    }
    return null
  } finally {
    reader.depth--
  }
}

/** The value of a module's variable `__name__`. */
export const mainScope = (): Scope => ({ variables: new Map([['__name__', data('__main__')]]), outer: null })
