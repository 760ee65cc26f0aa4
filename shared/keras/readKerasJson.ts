import { ProblemError } from '../problems.ts'
import { callOrder } from './callOrder.ts'
import { findKerasOp } from './kerasClasses.ts'
import type { KerasCompile, KerasGraph, KerasLayerEntry } from './kerasGraph.ts'
import { createNamer, isRecord } from './kerasNames.ts'
import { parseModelJson } from './parseModelJson.ts'
import { createCounter, type JsonReader, readFunctional } from './readFunctional.ts'
import type { Finding, Reading } from './reading.ts'
import { sequentialGraph } from './sequentialGraph.ts'

type Json = Readonly<Record<string, unknown>>

const functional = new Set(['Functional', 'Model', 'Graph', 'Network'])
const isModelJson = (value: unknown): value is Json =>
  isRecord(value) && typeof value['class_name'] === 'string' && modelLayers(value) !== null

/** The layers of a model's JSON, or null for what is no model. Older Sequential models have them as their whole config. */
const modelLayers = ({ class_name: className, config }: Json): readonly unknown[] | null => {
  if (className === 'Sequential' && Array.isArray(config)) return config
  if (!isRecord(config) || !Array.isArray(config['layers'])) return null
  return className === 'Sequential' || functional.has(String(className)) || 'output_layers' in config
    ? config['layers']
    : null
}

/** The model and what it was compiled with, out of what a file wraps around it. */
const unwrap = (value: unknown, depth = 0): { readonly model: Json; readonly compile: unknown } | null => {
  if (!isRecord(value) || depth > 4) return null
  if (isModelJson(value)) return { model: value, compile: value['compile_config'] }
  const { modelTopology, model_config: modelConfig, model_topology: snake = modelTopology } = value
  const inner = modelConfig ?? snake
  const found = unwrap(typeof inner === 'string' ? parseModelJson(inner) : inner, depth + 1)
  return found && { model: found.model, compile: found.compile ?? value['training_config'] }
}

const compileOf = (value: unknown): KerasCompile | null => {
  if (!isRecord(value) || Object.keys(value).length === 0) return null
  const { optimizer_config: old, optimizer = old, loss, loss_weights, metrics } = value
  return { optimizer, loss, loss_weights, metrics }
}

/** The class behind an operation of TensorFlow that Keras 2 wrapped into a layer, as far as the catalogue has it. */
const tensorFlowOp = ({ function: name }: Json): string | undefined =>
  typeof name === 'string' ? findKerasOp(name.split('.').at(-1) ?? '')?.className : undefined

const createReader = (findings: Finding[]): JsonReader => {
  const automatic = createNamer()
  const count = createCounter()
  const nameOf = ({ name, config }: Json, className: string): string => {
    const own = isRecord(config) ? config['name'] : undefined
    if (typeof own === 'string' && own) return own.slice(0, 500)
    return typeof name === 'string' && name ? name.slice(0, 500) : automatic.next(className)
  }
  const model = (value: Json): KerasGraph => {
    const { class_name: className, config } = value
    const name = nameOf(value, String(className))
    if (className !== 'Sequential') return readFunctional(isRecord(config) ? config : {}, name, reader)
    const items = (modelLayers(value) ?? []).flatMap((layer) => (isRecord(layer) ? [reader.item(layer)] : []))
    count(items.length)
    const [first] = items
    const built = isRecord(config) ? config['build_input_shape'] : undefined
    const isOpen =
      first && 'config' in first && !['batch_shape', 'batch_input_shape'].some((key) => key in first.config)
    const start =
      isOpen && Array.isArray(built)
        ? { ...first, config: { ...first.config, batch_input_shape: built } }
        : first
    return sequentialGraph(name, start ? [start, ...items.slice(1)] : [], automatic.next('InputLayer'))
  }
  const layer = (value: Json): KerasLayerEntry => {
    const { class_name: written, config } = value
    const op = written === 'TFOpLambda' && isRecord(config) ? tensorFlowOp(config) : undefined
    if (op !== undefined) return { className: op, name: nameOf(value, op), config: {} }
    const className =
      typeof written === 'string' && written ? written.split('>').at(-1) || written : 'unknown'
    return { className, name: nameOf(value, className), config: isRecord(config) ? config : {} }
  }
  const reader: JsonReader = {
    findings,
    count,
    item: (value) => (isModelJson(value) ? model(value) : layer(value)),
  }
  return reader
}

/**
 * A model out of Keras 2 or 3 JSON or a TensorFlow.js model.json. Throws codeNotJson, codeTooLarge, codeTooDeep and
 * codeNoModel.
 */
export const readKerasJson = (text: string): Reading => {
  const found = unwrap(parseModelJson(text))
  if (!found) throw new ProblemError('codeNoModel')
  const findings: Finding[] = []
  const graph = createReader(findings).item(found.model)
  if (!('outputs' in graph) || callOrder(graph.outputs).length === 0) throw new ProblemError('codeNoModel')
  return { graph: { ...graph, compile: compileOf(found.compile) }, findings, notRead: [], settings: {} }
}
