import { findKerasClass } from '../kerasClasses.ts'
import type { KerasArgument, KerasLayerEntry } from '../kerasGraph.ts'
import { callBuiltin } from './builtins.ts'
import { callPath } from './callPath.ts'
import { callMethod } from './methods.ts'
import { callModelValue } from './models.ts'
import { callLayer, find, makeLayer, type PythonReader } from './reader.ts'
import { type Arguments, type FunctionValue, holdsTensor, plainOf, tensorsIn, type Value } from './values.ts'

/** What a layer's argument says: one tensor, a list of them, or nothing that matters to the graph. */
const argumentOf = (value: Value): KerasArgument | null => {
  if (value.kind === 'tensor') return value.tensor
  const tensors = tensorsIn(value)
  return tensors?.length ? tensors : null
}

/** `Layer(...)(tensors)`; what is no tensor, such as `training=True`, is left out. */
const applyLayer = (
  reader: PythonReader,
  entry: KerasLayerEntry,
  { places, names }: Arguments,
  text: string,
): Value | null => {
  const args: KerasArgument[] = []
  for (const value of places) {
    const argument = argumentOf(value)
    if (argument) args.push(argument)
    else if (args.length === 0) {
      let found = text
      plainOf(value, (unknown) => {
        found = unknown
      })
      find(reader, { code: 'codeNotTensor', values: { found: found.slice(0, 60) } })
      return null
    }
  }
  const kwargs = [...names].flatMap(([name, value]) => {
    const argument = argumentOf(value)
    return argument ? [[name, argument] as const] : []
  })
  const [first] = kwargs
  // `layer(inputs=x)` is the same as `layer(x)`.
  if (args.length === 0 && first && ['inputs', 'x', 'sequences', 'sequence'].includes(first[0]))
    return callLayer(reader, entry, [first[1]], Object.fromEntries(kwargs.slice(1)))
  return args.length + kwargs.length ? callLayer(reader, entry, args, Object.fromEntries(kwargs)) : null
}

/** A Lambda whose function is made of operations the catalogue has is those operations; null for any other. */
const readLambda = (reader: PythonReader, inner: FunctionValue, given: Arguments): Value | null => {
  const { findings, calls } = reader
  const [found, made] = [findings.length, calls.length]
  const value = reader.callFunction(inner, given)
  const tensors = tensorsIn(value)
  const isKnown = calls.slice(made).every(({ layer }) => findKerasClass(layer.className))
  if (tensors?.length && isKnown && findings.length === found) return value
  findings.length = found
  calls.length = made
  return null
}

/** Calls a value: a class makes a layer, a layer makes tensors, a function is read with these arguments. */
export const callValue = (
  reader: PythonReader,
  callee: Value,
  given: Arguments,
  text: string,
): Value | null => {
  reader.step()
  switch (callee.kind) {
    case 'path':
      return callBuiltin(reader, callee.path, given) ?? callPath(reader, callee.path, given)
    case 'layer':
      return (
        (callee.given?.kind === 'function' && readLambda(reader, callee.given, given)) ||
        applyLayer(reader, callee.entry, given, text)
      )
    case 'object':
      return given.places.some(holdsTensor)
        ? applyLayer(reader, makeLayer(reader, callee.className, callee.config), given, text)
        : null
    case 'sequential':
    case 'model':
      return callModelValue(reader, callee, given)
    case 'function':
      return reader.callFunction(callee, given)
    case 'method':
      return callMethod(reader, callee.of, callee.name, given)
    case 'data':
    case 'list':
    case 'dict':
    case 'tensor':
    case 'unknown':
      return null
  }
}
