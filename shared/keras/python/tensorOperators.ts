import { numberIn } from './arithmetic.ts'
import { callLayer, makeLayer, type PythonReader } from './reader.ts'
import type { Value } from './values.ts'

const classes: Readonly<Record<string, string>> = { '+': 'Add', '-': 'Subtract', '*': 'Multiply' }

/** What a tensor and a number give: a factor and something added. */
const rescaling = (
  operator: string,
  number: number,
  isFirst: boolean,
): { scale: number; offset: number } | null => {
  switch (operator) {
    case '+':
      return { scale: 1, offset: number }
    case '-':
      return isFirst ? { scale: -1, offset: number } : { scale: 1, offset: -number }
    case '*':
      return { scale: number, offset: 0 }
    case '/':
      return isFirst || number === 0 ? null : { scale: 1 / number, offset: 0 }
    default:
      return null
  }
}

/** An operator between a tensor and another tensor or a number, as the layer that does it; null where there is none. */
export const tensorOperator = (
  reader: PythonReader,
  operator: string,
  left: Value,
  right: Value,
): Value | null => {
  if (left.kind === 'tensor' && right.kind === 'tensor') {
    const className = classes[operator]
    return className
      ? callLayer(reader, makeLayer(reader, className, {}), [[left.tensor, right.tensor]])
      : null
  }
  const isFirst = right.kind === 'tensor'
  const number = numberIn(isFirst ? left : right)
  const tensor = isFirst ? right : left
  if (number === null || tensor.kind !== 'tensor') return null
  if (operator === '**' && number === 2 && !isFirst)
    return callLayer(reader, makeLayer(reader, 'Square', {}), [tensor.tensor])
  const config = rescaling(operator, number, isFirst)
  return config ? callLayer(reader, makeLayer(reader, 'Rescaling', config), [tensor.tensor]) : null
}

/** Minus a tensor. */
export const negated = (reader: PythonReader, value: Value): Value | null =>
  tensorOperator(reader, '*', value, { kind: 'data', value: -1 })
