import { data, list, type Value } from './values.ts'

/** Longest text or list that is made. */
const longest = 10_000

const numbers = (operator: string, left: number, right: number): number | boolean | null => {
  switch (operator) {
    case '+':
      return left + right
    case '-':
      return left - right
    case '*':
      return left * right
    case '/':
      return left / right
    case '//':
      return Math.floor(left / right)
    case '%':
      return left - right * Math.floor(left / right)
    case '**':
      return left ** right
    case '<':
      return left < right
    case '>':
      return left > right
    case '<=':
      return left <= right
    case '>=':
      return left >= right
    default:
      return null
  }
}

const repeated = (value: Value, count: number): Value | null => {
  const times = Math.max(0, Math.trunc(count))
  if (value.kind === 'list' && value.items.length * times <= longest)
    return list(Array.from({ length: times }, () => value.items).flat(), value.isTuple)
  if (value.kind === 'data' && typeof value.value === 'string' && value.value.length * times <= longest)
    return data(value.value.repeat(times))
  return null
}

const joined = (left: Value, right: Value): Value | null => {
  if (left.kind === 'list' && right.kind === 'list' && left.items.length + right.items.length <= longest)
    return list([...left.items, ...right.items], left.isTuple)
  if (left.kind !== 'data' || right.kind !== 'data') return null
  const [one, other] = [left.value, right.value]
  const isText = typeof one === 'string' && typeof other === 'string' && one.length + other.length <= longest
  return isText ? data(one + other) : null
}

const same = (left: Value, right: Value): boolean | null => {
  if (left.kind === 'data' && right.kind === 'data') return left.value === right.value
  if (left.kind === 'list' && right.kind === 'list') {
    if (left.items.length !== right.items.length) return false
    const pairs = left.items.map((item, index) => same(item, right.items[index] ?? item))
    return pairs.includes(null) ? null : !pairs.includes(false)
  }
  // A layer, a tensor or a function is there: it is not None.
  return (left.kind === 'data') !== (right.kind === 'data') &&
    left.kind !== 'unknown' &&
    right.kind !== 'unknown'
    ? false
    : null
}

const formatted = (text: string, value: Value): Value | null => {
  const items = value.kind === 'list' ? value.items : [value]
  const parts = items.map((item) => (item.kind === 'data' ? String(item.value) : null))
  if (parts.includes(null) || text.length > longest) return null
  let next = 0
  return data(text.replace(/%[-+ 0]*\d*(?:\.\d+)?[dsif]/g, () => parts[next++] ?? ''))
}

/** Two values and an operator; null where the result can't be known. */
export const binary = (operator: string, left: Value, right: Value): Value | null => {
  const isEqual = ['==', '!=', 'is', 'is not'].includes(operator) ? same(left, right) : null
  if (isEqual !== null) return data(operator === '==' || operator === 'is' ? isEqual : !isEqual)
  if (operator === 'in' || operator === 'not in') {
    if (right.kind !== 'list') return null
    const found = right.items.map((item) => same(left, item))
    return found.includes(true)
      ? data(operator === 'in')
      : found.includes(null)
        ? null
        : data(operator !== 'in')
  }
  const [one, other] = [numberIn(left), numberIn(right)]
  if (one !== null && other !== null) {
    const result = numbers(operator, one, other)
    return result === null || (typeof result === 'number' && !Number.isFinite(result)) ? null : data(result)
  }
  if (operator === '+') return joined(left, right)
  if (operator === '*' && other !== null) return repeated(left, other)
  if (operator === '*' && one !== null) return repeated(right, one)
  if (operator === '%' && left.kind === 'data' && typeof left.value === 'string')
    return formatted(left.value, right)
  return null
}

/** A number, also out of True and False; null for anything else. */
export const numberIn = (value: Value | undefined): number | null => {
  if (value?.kind !== 'data') return null
  if (typeof value.value === 'boolean') return Number(value.value)
  return typeof value.value === 'number' ? value.value : null
}

/** Whether a value counts as true; null where that can't be known. */
export const truth = (value: Value): boolean | null => {
  if (value.kind === 'data') return Boolean(value.value)
  if (value.kind === 'list') return value.items.length > 0
  if (value.kind === 'dict') return value.entries.size > 0
  return value.kind === 'unknown' || value.kind === 'path' ? null : true
}

/** A number as Python writes it. */
export const numberOf = (text: string): number => {
  const clean = text.replaceAll('_', '').toLowerCase()
  return /^0[xob]/.test(clean) ? Number(clean) : Number.parseFloat(clean)
}

const escapes: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', '\n': '' }
/** The text of a string literal, its quotes and prefix taken off. */
export const stringOf = (text: string): string => {
  const [, prefix = '', quote = '', inner = ''] = /^([a-z]*)("""|'''|"|')([\s\S]*)\2$/i.exec(text) ?? []
  if (!quote) return ''
  return /r/i.test(prefix)
    ? inner
    : inner.replace(/\\(u[0-9a-fA-F]{4}|[\s\S])/g, (_, code: string) =>
        code.length === 5 ? String.fromCharCode(Number.parseInt(code.slice(1), 16)) : (escapes[code] ?? code),
      )
}
