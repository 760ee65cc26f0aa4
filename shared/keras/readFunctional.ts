import { ProblemError } from '../problems.ts'
import { callModel } from './callModel.ts'
import { callOrder } from './callOrder.ts'
import {
  inputClass,
  type KerasArgument,
  type KerasGraph,
  type KerasLayerEntry,
  type KerasTensor,
} from './kerasGraph.ts'
import {
  type InboundNode,
  inboundNodes,
  type NamedArgument,
  type TensorName,
  tensorNames,
} from './inboundNodes.ts'
import { isRecord } from './kerasNames.ts'
import { callLimit, type Finding } from './reading.ts'

/** A layer or a nested model, with its calls. */
interface JsonLayer {
  readonly name: string
  readonly item: KerasLayerEntry | KerasGraph
  readonly nodes: readonly InboundNode[]
}

/** What reading a model needs of the one it stands in. */
export interface JsonReader {
  readonly findings: Finding[]
  /** A layer or a nested model. */
  readonly item: (value: Readonly<Record<string, unknown>>) => KerasLayerEntry | KerasGraph
  /** Counts calls, so that nested models that call each other twice don't grow without end. */
  readonly count: (calls: number) => void
}

/** Refuses to go on when a model has more calls than anyone can use. */
export const createCounter = () => {
  let total = 0
  return (calls: number) => {
    total += calls
    if (total > callLimit) throw new ProblemError('codeTooLarge', { found: total, limit: callLimit })
  }
}

const withConstants = (item: JsonLayer['item'], nodes: readonly InboundNode[]): JsonLayer['item'] => {
  const constants = nodes.flatMap((node) => node.constants)
  return constants.length && 'config' in item
    ? { ...item, config: { ...item.config, arguments: constants } }
    : item
}

const layersOf = (value: unknown, reader: JsonReader): readonly JsonLayer[] =>
  (Array.isArray(value) ? value : []).flatMap((layer: unknown) => {
    if (!isRecord(layer)) return []
    const nodes = inboundNodes(layer['inbound_nodes'])
    const item = reader.item(layer)
    const name = typeof layer['name'] === 'string' ? layer['name'] : item.name
    const isInput = 'config' in item && item.className === inputClass
    return [
      {
        name,
        item: withConstants(item, nodes),
        nodes: isInput ? [{ args: [], kwargs: {}, constants: [] }] : nodes,
      },
    ]
  })

const namesIn = ({ args, kwargs }: InboundNode): readonly TensorName[] =>
  [...args, ...Object.values(kwargs)].flatMap((argument) => ('layer' in argument ? [argument] : argument))

/** A nested model has a call of its own, number 0, which some versions count and some don't. */
const shifts = (layers: readonly JsonLayer[], ends: readonly TensorName[]): ReadonlyMap<string, number> => {
  const highest = new Map<string, number>()
  for (const { layer, node } of [...ends, ...layers.flatMap(({ nodes }) => nodes.flatMap(namesIn))])
    highest.set(layer, Math.max(highest.get(layer) ?? 0, node))
  return new Map(
    layers.flatMap(({ name, item, nodes }) =>
      'outputs' in item && (highest.get(name) ?? 0) >= nodes.length ? [[name, 1]] : [],
    ),
  )
}

/** Calls what can be called until nothing is left that has all its tensors; `tensors` by layer and number of the call. */
const callAll = (layers: readonly JsonLayer[], keyOf: (name: TensorName) => string, reader: JsonReader) => {
  const tensors = new Map<string, (output: number) => KerasTensor | undefined>()
  const tensorAt = (name: TensorName) => tensors.get(keyOf(name))?.(name.tensor)
  const argument = (value: NamedArgument): KerasArgument | undefined =>
    'layer' in value ? tensorAt(value) : value.flatMap((name) => tensorAt(name) ?? [])
  const call = ({ item }: JsonLayer, { args, kwargs }: InboundNode) => {
    const given = args.flatMap((value) => argument(value) ?? [])
    if ('outputs' in item) {
      reader.count(callOrder(item.outputs).length)
      const named = Object.values(kwargs).flatMap((value) => argument(value) ?? [])
      const outputs = callModel(item, [...given, ...named], null)
      return (output: number) => outputs[output]
    }
    reader.count(1)
    const entries = Object.entries(kwargs).flatMap(([key, value]) => {
      const found = argument(value)
      return found ? [[key, found] as const] : []
    })
    const list = args.flatMap((value) => {
      const found = argument(value)
      return found ? [found] : []
    })
    const made = { layer: item, args: list, kwargs: Object.fromEntries(entries), group: null }
    return (output: number) => ({ call: made, output })
  }
  const jobs = layers.flatMap((layer) =>
    layer.nodes.map((node, index) => {
      const key = keyOf({ layer: layer.name, node: index, tensor: -1 })
      return { layer, node, key, needs: new Set(namesIn(node).map(keyOf)) }
    }),
  )
  const waiting = new Map<string, typeof jobs>()
  for (const job of jobs) for (const need of job.needs) waiting.set(need, [...(waiting.get(need) ?? []), job])
  const ready = jobs.filter(({ needs }) => needs.size === 0)
  for (const job of ready) {
    tensors.set(job.key, call(job.layer, job.node))
    for (const other of waiting.get(job.key) ?? [])
      if (other.needs.delete(job.key) && other.needs.size === 0) ready.push(other)
  }
  const stuck = jobs.find(({ needs }) => needs.size > 0)
  return { tensorAt, stuck }
}

/** A functional model out of its config, whichever version wrote it. Throws codeTooLarge. */
export const readFunctional = (
  config: Readonly<Record<string, unknown>>,
  name: string,
  reader: JsonReader,
): KerasGraph => {
  const layers = layersOf(config['layers'], reader)
  const { input_layers: inputLayers, output_layers: outputLayers } = config
  const inputs = tensorNames(inputLayers)
  const outputs = tensorNames(outputLayers)
  const shift = shifts(layers, [...inputs, ...outputs])
  const own = (key: TensorName) => key.node - (key.tensor < 0 ? 0 : (shift.get(key.layer) ?? 0))
  const keyOf = (key: TensorName) => JSON.stringify([key.layer, own(key)])
  const { tensorAt, stuck } = callAll(layers, keyOf, reader)
  if (stuck) {
    const [need = '[""]'] = stuck.needs
    const found = String((JSON.parse(need) as readonly unknown[])[0])
    reader.findings.push({
      line: null,
      problem: { code: 'codeReferenceMissing', values: { name: stuck.layer.name, found } },
    })
  }
  const outputNames =
    isRecord(outputLayers) && !('class_name' in outputLayers) ? Object.keys(outputLayers) : undefined
  return {
    name,
    inputs: inputs.flatMap((each) => tensorAt(each) ?? []),
    outputs: outputs.flatMap((each) => tensorAt(each) ?? []),
    ...(outputNames ? { outputNames } : {}),
    compile: null,
  }
}
