import type { GraphAnalysis } from '../infer.ts'
import { printJson } from '../printJson.ts'
import type { Project } from '../project.ts'
import { callSpecs, type SpecOf } from './callSpecs.ts'
import { type Code, createCode } from './code.ts'
import { graphFromProject } from './graphFromProject.ts'
import {
  inputClass,
  isTensor,
  type KerasArgument,
  type KerasCall,
  type KerasLayerEntry,
  type KerasTensor,
} from './kerasGraph.ts'

const width = 100
const policy = {
  module: 'keras',
  class_name: 'DTypePolicy',
  config: { name: 'float32' },
  registered_name: null,
}

/** Calls of each layer in the order of the graph: a tensor is named by its layer and the number of the call. */
const numberCalls = (calls: readonly KerasCall[]) => {
  const byLayer = new Map<KerasLayerEntry, KerasCall[]>()
  const numbers = new Map<KerasCall, number>()
  for (const call of calls) {
    const known = byLayer.get(call.layer)
    numbers.set(call, known?.length ?? 0)
    if (known) known.push(call)
    else byLayer.set(call.layer, [call])
  }
  return { byLayer, numberOf: (call: KerasCall) => numbers.get(call) ?? 0 }
}

const configOf = ({ className, name, config, op }: KerasLayerEntry): object => {
  if (className === inputClass) return { ...config, sparse: false, ragged: false, name, optional: false }
  return op === undefined ? { name, dtype: policy, ...config } : { name }
}

const layerJson = (layer: KerasLayerEntry, nodes: readonly unknown[]): object => ({
  module: layer.op === undefined ? 'keras.layers' : 'keras.src.ops.numpy',
  class_name: layer.className,
  config: configOf(layer),
  registered_name: layer.op === undefined ? null : layer.className,
  name: layer.name,
  inbound_nodes: nodes,
})

const indented = (value: unknown, indent: string): string =>
  printJson(value, width - indent.length)
    .split('\n')
    .map((line) => indent + line)
    .join('\n')

/**
 * A document's graph as the JSON of Keras 3's `Model.to_json`: a functional model, and what it was compiled with when
 * its outputs have losses. What can't be written yet is left out.
 */
export const kerasJson = (project: Project, analysis: GraphAnalysis): Code => {
  const { graph, calls } = graphFromProject(project, analysis)
  const { byLayer, numberOf } = numberCalls(calls)
  const specOf: SpecOf = callSpecs(calls)
  const history = ({ call, output }: KerasTensor) => [call.layer.name, numberOf(call), output]
  const tensorJson = (tensor: KerasTensor) => {
    const { shape, dtype } = specOf(tensor)
    return {
      class_name: '__keras_tensor__',
      config: { shape: [null, ...shape], dtype, keras_history: history(tensor) },
    }
  }
  const argumentJson = (argument: KerasArgument) =>
    isTensor(argument) ? tensorJson(argument) : argument.map(tensorJson)
  const nodeJson = ({ args, kwargs }: KerasCall) => ({
    args: args.map(argumentJson),
    kwargs: Object.fromEntries(
      Object.entries(kwargs).map(([key, argument]) => [key, argumentJson(argument)]),
    ),
  })
  const code = createCode()
  const name = graph.name.replaceAll('/', '_') || 'functional'
  code.add(
    '{',
    `  "module": "keras.src.models.functional",`,
    `  "class_name": "Functional",`,
    `  "config": {`,
  )
  code.add(`    "name": ${JSON.stringify(name)},`, `    "trainable": true,`, `    "layers": [`)
  const layers = [...byLayer]
  for (const [index, [layer, own]] of layers.entries()) {
    const isInput = layer.className === inputClass
    const text = indented(layerJson(layer, isInput ? [] : own.map(nodeJson)), '      ')
    const nodes = own.flatMap(({ node }) => node ?? [])
    code.addFor(nodes, () => code.add(...`${text}${index < layers.length - 1 ? ',' : ''}`.split('\n')))
  }
  code.add(`    ],`, `    "input_layers": ${printJson(graph.inputs.map(history), width)},`)
  code.add(`    "output_layers": ${printJson(graph.outputs.map(history), width)}`, `  },`)
  code.add(
    `  "registered_name": "Functional",`,
    `  "build_config": { "input_shape": null }${graph.compile ? ',' : ''}`,
  )
  if (graph.compile)
    code.add(...`  "compile_config": ${indented(graph.compile, '  ').trimStart()}`.split('\n'))
  code.add('}')
  return code.done()
}
