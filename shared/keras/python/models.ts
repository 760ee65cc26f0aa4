import { callModel } from '../callModel.ts'
import { callOrder } from '../callOrder.ts'
import { enteringTensors, type KerasGraph } from '../kerasGraph.ts'
import { sequentialGraph } from '../sequentialGraph.ts'
import { find, type PythonReader } from './reader.ts'
import {
  type Arguments,
  list,
  type ModelValue,
  plainOf,
  type SequentialValue,
  tensorsIn,
  type Value,
} from './values.ts'

const graphs = new WeakMap<SequentialValue, { readonly length: number; readonly graph: KerasGraph }>()

/** A model of the program as a graph; a Sequential one as it is by now. */
export const modelGraph = (reader: PythonReader, value: SequentialValue | ModelValue): KerasGraph => {
  if (value.kind === 'model') return { ...value.graph, name: value.name }
  const known = graphs.get(value)
  if (known?.length === value.items.length) return { ...known.graph, name: value.name }
  reader.step(value.items.length)
  const graph = sequentialGraph(value.name, value.items, 'input')
  graphs.set(value, { length: value.items.length, graph })
  return graph
}

/** Adds a layer or a model to a Sequential model; false for anything else. */
export const addToSequential = (
  reader: PythonReader,
  model: SequentialValue,
  item: Value | undefined,
): boolean => {
  if (item?.kind === 'layer') model.items.push(item.entry)
  else if (item?.kind === 'sequential' || item?.kind === 'model') {
    markPart(reader, item)
    const graph = modelGraph(reader, item)
    reader.count(callOrder(graph.outputs).length)
    model.items.push(graph)
  } else if (item?.kind === 'object') {
    model.items.push({
      className: item.className,
      config: item.config,
      line: reader.line,
      name: reader.namer.next(item.className),
    })
  } else if (item?.kind === 'tensor' && enteringTensors(item.tensor.call).length === 0) {
    model.items.push(item.tensor.call.layer)
  } else return false
  return true
}

/** A model that is used in another is not the one the program is about. */
export const markPart = ({ models }: PythonReader, value: Value): void => {
  for (const model of models) if (model.value === value) model.isPart = true
}

/** `Sequential([...])`, or an empty one. */
export const makeSequential = (reader: PythonReader, { places, names }: Arguments): Value => {
  const layers = names.get('layers') ?? places[0]
  const name = names.get('name') ?? places[1]
  const given = name?.kind === 'data' && typeof name.value === 'string' ? name.value : ''
  const value: SequentialValue = { kind: 'sequential', name: given || 'sequential', given, items: [] }
  if (!given) reader.nameless.add(value)
  if (layers?.kind === 'list')
    for (const item of layers.items)
      if (!addToSequential(reader, value, item))
        find(reader, { code: 'codeNotValue', values: { found: textOf(item) } })
  reader.models.push({ value, compile: null, isPart: false })
  return value
}

const textOf = (value: Value): string => {
  let text: string = value.kind
  const plain = plainOf(value, (found) => {
    text = found
  })
  return typeof plain === 'string' || typeof plain === 'number' ? String(plain) : text
}

/** `Model(inputs, outputs)`, or null when these are no tensors. */
export const makeModel = (reader: PythonReader, { places, names }: Arguments): Value | null => {
  const inputs = names.get('inputs') ?? names.get('input') ?? places[0]
  const outputs = names.get('outputs') ?? names.get('output') ?? places[1]
  const [entering, leaving] = [tensorsIn(inputs), tensorsIn(outputs)]
  if (!entering || !leaving || leaving.length === 0) {
    const wrong = (entering ? outputs : inputs) ?? { kind: 'unknown' as const, text: 'nothing' }
    find(reader, { code: 'codeNotTensor', values: { found: textOf(wrong) } })
    return null
  }
  const named = names.get('name') ?? places[2]
  const given = named?.kind === 'data' && typeof named.value === 'string' ? named.value : ''
  const outputNames = outputs?.kind === 'dict' ? { outputNames: [...outputs.entries.keys()] } : {}
  reader.step(callOrder(leaving).length)
  const graph: KerasGraph = { name: given, inputs: entering, outputs: leaving, ...outputNames, compile: null }
  const value: ModelValue = { kind: 'model', name: given || 'model', given, graph }
  if (!given) reader.nameless.add(value)
  reader.models.push({ value, compile: null, isPart: false })
  return value
}

/** `model(x)`. */
export const callModelValue = (
  reader: PythonReader,
  value: SequentialValue | ModelValue,
  { places, names }: Arguments,
): Value | null => {
  const given = [...places, ...names.values()].flatMap((each) => tensorsIn(each) ?? [])
  if (given.length === 0) return null
  markPart(reader, value)
  const graph = modelGraph(reader, value)
  reader.count(callOrder(graph.outputs).length)
  const outputs = callModel(graph, given, reader.group).map((tensor): Value => ({ kind: 'tensor', tensor }))
  for (const output of outputs) if (output.kind === 'tensor') reader.calls.push(output.tensor.call)
  return outputs.length === 1 ? (outputs[0] ?? null) : list(outputs)
}
