import type { PythonReader } from './reader.ts'
import { runBody } from './statements.ts'
import { type Arguments, data, type FunctionValue, holdsTensor, type Scope, type Value } from './values.ts'

/**
 * Reads a function's body with these arguments, as if it stood where it is called. What a function makes of tensors is
 * a group of its name.
 */
export const callFunction = (
  reader: PythonReader,
  value: FunctionValue,
  { places, names }: Arguments,
): Value => {
  const { body, name, parameters } = value
  const scope: Scope = { variables: new Map(), outer: value.scope }
  for (const [index, parameter] of parameters.entries()) {
    const given = places[index] ?? names.get(parameter.name) ?? parameter.initial
    scope.variables.set(parameter.name, given ?? { kind: 'unknown', text: parameter.name })
  }
  reader.called.add(name)
  const { group, line } = reader
  const isBlock = name !== 'lambda' && [...places, ...names.values()].some(holdsTensor)
  if (isBlock) reader.group = { title: name, parent: group }
  try {
    if (body.name !== 'Body') return reader.evaluate(body, scope)
    const outcome = runBody(reader, body, scope)
    return outcome !== null && typeof outcome === 'object' ? outcome.returned : data(null)
  } finally {
    reader.group = group
    reader.line = line
  }
}
