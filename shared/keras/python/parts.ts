import { numberIn } from './arithmetic.ts'
import type { PythonReader } from './reader.ts'
import { list, type Value } from './values.ts'
import { modelGraph } from './models.ts'

/** `value.name`: a further part of a path, a tensor of a model, or a method to be called. */
export const attributeOf = (reader: PythonReader, value: Value, name: string): Value | null => {
  if (value.kind === 'path') return { kind: 'path', path: [...value.path, name] }
  if (value.kind === 'sequential' || value.kind === 'model') {
    if (!['input', 'inputs', 'output', 'outputs'].includes(name)) return { kind: 'method', of: value, name }
    const graph = modelGraph(reader, value)
    const tensors = (name.startsWith('input') ? graph.inputs : graph.outputs).map(
      (tensor): Value => ({ kind: 'tensor', tensor }),
    )
    return tensors.length === 1 && !name.endsWith('s') ? (tensors[0] ?? null) : list(tensors)
  }
  return value.kind === 'unknown' ? null : { kind: 'method', of: value, name }
}

/** `value[index]` of a list, a dictionary or a text. */
export const itemOf = (value: Value, index: Value): Value | null => {
  if (value.kind === 'dict')
    return index.kind === 'data' ? (value.entries.get(String(index.value)) ?? null) : null
  const at = numberIn(index)
  if (value.kind !== 'list' || at === null) return null
  return value.items.at(at) ?? null
}
