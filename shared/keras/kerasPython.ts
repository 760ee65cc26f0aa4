import { findNode } from '../graph.ts'
import type { GraphAnalysis } from '../infer.ts'
import { isOutput, type Project } from '../project.ts'
import { type Code, createCode } from './code.ts'
import { graphFromProject, type WrittenGraph } from './graphFromProject.ts'
import {
  inputClass,
  isTensor,
  type KerasArgument,
  type KerasCall,
  type KerasCompile,
  type KerasGroup,
  type KerasLayerEntry,
  type KerasTensor,
} from './kerasGraph.ts'
import { createNamer, isRecord } from './kerasNames.ts'
import { pythonVariables, type PythonVariables } from './pythonNames.ts'
import { layerArguments, pythonArgument, pythonValue } from './pythonValue.ts'

/** Longest line that is kept in one. */
const width = 88

interface Program extends PythonVariables {
  readonly code: ReturnType<typeof createCode>
  readonly namer: ReturnType<typeof createNamer>
  /** Shared layers that have their line already. */
  readonly made: Set<KerasLayerEntry>
}

const oneLine = (text: string) => text.replace(/\s+/g, ' ').trim()

const inside = (head: string, items: readonly string[], tail: string): readonly string[] => [
  head,
  ...items.map((item) => `    ${item},`),
  tail,
]
/** A call on one line, or with an argument a line where that is too long. */
const wrapped = (head: string, items: readonly string[], tail: string): readonly string[] => {
  const line = `${head}${items.join(', ')}${tail}`
  return line.length <= width || items.length === 0 ? [line] : inside(head, items, tail)
}

const variableOf = ({ tensors }: Program, { call, output }: KerasTensor) =>
  tensors.get(call)?.[output] ?? 'None'
const argumentText = (program: Program, argument: KerasArgument): string =>
  isTensor(argument)
    ? variableOf(program, argument)
    : `[${argument.map((tensor) => variableOf(program, tensor)).join(', ')}]`

/** A layer's constructor without its brackets, and what stands in them; its name only where Keras would call it otherwise. */
const construct = ({ namer }: Program, { className, name, config }: KerasLayerEntry) => {
  // A layer inside a wrapper is made first and uses up a name.
  for (const value of Object.values(config))
    if (isRecord(value) && value['module'] === 'keras.layers') namer.next(String(value['class_name']))
  const isAutomatic = namer.peek(className) === name
  if (isAutomatic) namer.next(className)
  const own = isAutomatic ? [] : [['name', name] as const]
  return {
    head: `layers.${className}(`,
    items: [...layerArguments(className, config), ...own].map(pythonArgument),
  }
}

const addInput = (program: Program, call: KerasCall) => {
  const { name, config } = call.layer
  const { batch_shape: batch, dtype } = config
  const shape = Array.isArray(batch) && batch.length > 1 ? pythonValue(batch.slice(1)) : '()'
  const type = dtype === 'float32' ? [] : [`dtype=${pythonValue(dtype)}`]
  const written = [`shape=${shape}`, ...type, `name=${pythonValue(name)}`]
  program.code.add(...wrapped(`${variableOf(program, { call, output: 0 })} = keras.Input(`, written, ')'))
}

/** The line of a layer that is called more than once, before its first call. */
const addShared = (program: Program, layer: KerasLayerEntry, variable: string) => {
  if (program.made.has(layer)) return
  program.made.add(layer)
  const { head, items } = construct(program, layer)
  program.code.add(...wrapped(`${variable} = ${head}`, items, ')'))
}

const addCall = (program: Program, call: KerasCall) => {
  const { code, shared, tensors } = program
  const { layer } = call
  const variable = shared.get(layer)
  if (variable !== undefined) addShared(program, layer, variable)
  const given = [
    ...call.args.map((argument) => argumentText(program, argument)),
    ...Object.entries(call.kwargs).map(([key, argument]) => `${key}=${argumentText(program, argument)}`),
  ]
  const target = `${(tensors.get(call) ?? []).join(', ')} = `
  if (variable !== undefined) return code.add(...wrapped(`${target}${variable}(`, given, ')'))
  if (layer.op !== undefined) return code.add(...wrapped(`${target}keras.ops.${layer.op}(`, given, ')'))
  const { head, items } = construct(program, layer)
  const calling = `)(${given.join(', ')})`
  if (`${target}${head}${items.join(', ')}${calling}`.length <= width || items.length === 0)
    return code.add(...wrapped(`${target}${head}${items.join(', ')})(`, given, ')'))
  return code.add(...inside(`${target}${head}`, items, calling))
}

const titleOf = (group: KerasGroup | null): string =>
  group ? [titleOf(group.parent), oneLine(group.title) || 'Group'].filter(Boolean).join(' / ') : ''

const addCalls = (program: Program, calls: readonly KerasCall[]) => {
  const { code } = program
  let last: KerasGroup | null | undefined
  for (const call of calls) {
    const own = call.node === undefined ? [] : [call.node]
    if (call.layer.className === inputClass) {
      code.addFor(own, () => addInput(program, call))
      continue
    }
    if (call.group !== last) code.add('', ...(call.group ? [`# ${titleOf(call.group)}`] : []))
    last = call.group
    code.addFor(own, () => addCall(program, call))
  }
}

const addModel = (program: Program, { graph, missing }: WrittenGraph) => {
  const { code } = program
  code.add('', ...missing.map(({ name, why }) => `# ${oneLine(name)} is not written: ${oneLine(why)}.`))
  if (graph.inputs.length === 0) code.add('# The model has no input yet.')
  if (graph.outputs.length === 0) code.add('# The model has no output yet.')
  if (graph.inputs.length === 0 || graph.outputs.length === 0) return
  const name = oneLine(graph.name).replaceAll('/', '_')
  const items = [
    `inputs=${argumentText(program, graph.inputs)}`,
    `outputs=${argumentText(program, graph.outputs)}`,
    ...(name ? [`name=${pythonValue(name)}`] : []),
  ]
  code.add(...wrapped('model = keras.Model(', items, ')'))
  if (graph.compile) addCompile(program, graph.compile)
}

/** One setting: an object or a call of a class that is too long stands on several lines. */
const settingLines = (key: string, value: unknown): readonly string[] => {
  const line = `${key}=${pythonValue(value)}`
  if (line.length + 5 <= width || !isRecord(value)) return [`${line},`]
  const { module, class_name: className, config } = value
  const isObject = typeof className === 'string' && isRecord(config)
  const inner = isObject
    ? Object.entries(config).flatMap(([name, item]) => settingLines(name, item))
    : Object.entries(value).map(([name, item]) => `${pythonValue(name)}: ${pythonValue(item)},`)
  const [open, close] = isObject ? [`${String(module)}.${className}(`, ')'] : ['{', '}']
  return [`${key}=${open}`, ...inner.map((each) => `    ${each}`), `${close},`]
}

const addCompile = ({ code }: Program, settings: KerasCompile) => {
  const items = Object.entries(settings).flatMap(([key, value]) =>
    settingLines(key, value).map((line) => `    ${line}`),
  )
  code.add('', 'model.compile(', ...items, ')')
}

/**
 * A document's graph as a Keras 3 program: functional style, one line a call, what is not the default, groups as
 * headings. What can't be written yet is a comment that says why.
 */
export const kerasPython = (project: Project, analysis: GraphAnalysis): Code => {
  const written = graphFromProject(project, analysis)
  const { graph, calls } = written
  const code = createCode()
  const program: Program = { ...pythonVariables(calls), code, namer: createNamer(), made: new Set() }
  code.add('import keras', 'from keras import layers', '')
  addCalls(program, calls)
  addModel(program, written)
  for (const [index, id] of written.outputNodes.entries()) {
    const node = findNode(project, id)
    const source = graph.outputs[index]?.call.node
    if (node && isOutput(node) && source !== undefined) code.placeLike(id, source)
  }
  return code.done()
}
