import { binaryPower, type Expression, isComparison, unaryPower } from './expression.ts'

const plainName = /^[\p{L}_][\p{L}\p{M}\p{N}_]*$/u
const words = new Set(['and', 'or', 'not'])

/** A column's name as formulas write it. */
export const printColumn = (name: string): string =>
  plainName.test(name) && !words.has(name.toLowerCase()) ? name : `[${name.replaceAll(']', ']]')}]`

const powerOf = (node: Expression): number => {
  if (node.kind === 'binary') return binaryPower[node.operator]
  return node.kind === 'unary' ? unaryPower[node.operator] : 9
}

const enclosed = (node: Expression, needed: number): string => {
  const text = print(node)
  return powerOf(node) < needed ? `(${text})` : text
}

/** A formula as text, with no more brackets than it needs: `parse` makes the same tree of it. */
export const print = (node: Expression): string => {
  switch (node.kind) {
    case 'number':
      return String(node.value)
    case 'text':
      return `"${node.value.replaceAll('"', '""')}"`
    case 'column':
      return printColumn(node.name)
    case 'unary': {
      const of = enclosed(node.of, unaryPower[node.operator])
      return node.operator === '-' ? `-${of}` : `not ${of}`
    }
    case 'binary': {
      const own = binaryPower[node.operator]
      const power = node.operator === '^'
      const left = enclosed(node.left, power || isComparison(node.operator) ? own + 1 : own)
      // A sign or `not` on the right ends where the operand ends, so that it needs no brackets.
      const sign = node.right.kind === 'unary' && node.right.operator === '-'
      const right = sign ? print(node.right) : enclosed(node.right, power ? own : own + 1)
      return `${left} ${node.operator} ${right}`
    }
    case 'call':
      return `${node.name}(${node.args.map(print).join(', ')})`
  }
}
