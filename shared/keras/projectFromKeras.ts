import type { Port } from '../layers/define.ts'
import { defaultValues, paramValues } from '../layers/values.ts'
import { newProject } from '../newProject.ts'
import {
  type Edge,
  type GraphNode,
  type LayerEntry,
  type OutputSpec,
  type Project,
  projectSchema,
} from '../project.ts'
import type { TrainingSettings } from '../training.ts'
import { callOrder } from './callOrder.ts'
import { portsOfArguments } from './callArguments.ts'
import {
  enteringTensors,
  inputClass,
  type KerasCall,
  type KerasGraph,
  type KerasGroup,
  type KerasLayerEntry,
  type KerasTensor,
} from './kerasGraph.ts'
import { findKerasClass } from './kerasClasses.ts'
import { inputFromKeras } from './inputFromKeras.ts'
import { paramsFromKeras } from './paramsFromKeras.ts'
import { columnWidth, placeColumns, rowHeight } from './placeColumns.ts'
import { type Finding, type Reading, shown } from './reading.ts'
import { withLastAxis } from './withLastAxis.ts'
import { modelCall, tiedGroups } from './tiedGroups.ts'
import { createRefusals, optimizerFromKeras, outputsFromKeras } from './trainingFromKeras.ts'

/** A layer of the document, and its ports where the catalogue knows it. */
interface ReadLayer {
  readonly id: string
  readonly inputs: readonly Port[] | null
  readonly outputs: readonly Port[] | null
}

interface Build {
  readonly layers: Record<string, LayerEntry>
  readonly nodes: Record<string, GraphNode>
  readonly edges: Edge[]
  readonly groups: Project['groups']
  readonly findings: Finding[]
  readonly read: Map<KerasLayerEntry, ReadLayer>
  readonly ids: Map<KerasCall, string>
  readonly groupIds: Map<KerasGroup, string>
  readonly ties: ReadonlyMap<KerasGroup, string>
  readonly freeId: (base: string) => string
}

const createIds = () => {
  const taken = new Set<string>()
  const counts = new Map<string, number>()
  return (base: string): string => {
    let count = counts.get(base) ?? 0
    let id = count ? `${base}_${count}` : base
    while (taken.has(id)) id = `${base}_${++count}`
    counts.set(base, count + 1)
    taken.add(id)
    return id
  }
}

const json = (config: Readonly<Record<string, unknown>>): LayerEntry['params'] =>
  JSON.parse(JSON.stringify(config)) as LayerEntry['params']

/** A class that the catalogue lacks, or one with an argument it lacks, keeps its class name and config. */
const keepUnknown = (build: Build, layer: KerasLayerEntry, finding: Finding): ReadLayer => {
  const id = build.freeId('layer')
  const { name: _, ...config } = layer.config
  build.layers[id] = {
    type: layer.className.slice(0, 100) || 'unknown',
    name: layer.name,
    params: json(config),
  }
  build.findings.push(finding)
  return { id, inputs: null, outputs: null }
}

const readLayer = (build: Build, layer: KerasLayerEntry): ReadLayer => {
  const { className, config, line = null, name } = layer
  const found = findKerasClass(className)
  if (!found)
    return keepUnknown(build, layer, {
      line,
      problem: { code: 'codeLayerUnknown', values: { name, type: className } },
    })
  const { definition } = found
  const read = paramsFromKeras(definition, className, config)
  if ('argument' in read) {
    const values = { name, type: className, argument: read.argument, found: shown(read.found) }
    return keepUnknown(build, layer, { line, problem: { code: 'codeArgumentUnknown', values } })
  }
  if (config['trainable'] === false)
    build.findings.push({ line, problem: { code: 'codeFrozen', values: { name } } })
  const id = build.freeId(definition.type)
  const params = json(read.params)
  build.layers[id] = { type: definition.type, name, params }
  const checked = paramValues(definition, params)
  const values = 'values' in checked ? checked.values : defaultValues(definition)
  const inputs = definition.usedInputs?.(values) ?? definition.inputs
  return { id, inputs, outputs: definition.outputs(values) }
}

const groupId = (build: Build, group: KerasGroup): string => {
  const known = build.groupIds.get(group)
  if (known !== undefined) return known
  const id = build.freeId('group')
  build.groupIds.set(group, id)
  const parent = group.parent ? { parent: groupId(build, group.parent) } : {}
  const same = build.ties.get(group)
  build.groups[id] = {
    title: group.title.slice(0, 500),
    ...parent,
    ...(same === undefined ? {} : { same }),
    ...(group.part === undefined ? {} : { part: group.part }),
  }
  return id
}

const outputPort = (build: Build, { call, output }: KerasTensor): string => {
  const known = build.read.get(call.layer)?.outputs
  return known?.[output]?.name ?? (output === 0 ? 'output' : `output${output}`)
}

const connect = (build: Build, { tensor, port }: { tensor: KerasTensor; port: string }, to: string) => {
  const from = build.ids.get(tensor.call)
  if (from !== undefined) build.edges.push({ from, out: outputPort(build, tensor), to, in: port })
}

const addCall = (build: Build, call: KerasCall, place: { x: number; y: number }) => {
  const { layer, group } = call
  const model = modelCall(call)
  const isTied = model !== null && build.ties.has(model)
  const where = {
    ...place,
    ...(group ? { group: groupId(build, group) } : {}),
    ...(isTied && call.part !== undefined ? { part: call.part } : {}),
  }
  if (layer.className === inputClass) {
    const id = build.freeId('input')
    const { input, findings } = inputFromKeras(layer)
    build.findings.push(...findings)
    build.nodes[id] = { input, ...where }
    build.ids.set(call, id)
    return
  }
  const read = build.read.get(layer) ?? readLayer(build, layer)
  const id = build.read.has(layer) ? build.freeId(read.id) : read.id
  build.read.set(layer, read)
  build.nodes[id] = { layer: read.id, ...where }
  build.ids.set(call, id)
  const { entering, left } = read.inputs
    ? portsOfArguments(read.inputs, call)
    : { entering: enteringTensors(call).map((tensor) => ({ port: 'input', tensor })), left: [] }
  for (const each of entering) connect(build, each, id)
  if (left.length)
    build.findings.push({
      line: layer.line ?? null,
      problem: { code: 'codeTensorLeft', values: { name: layer.name } },
    })
}

const addOutputs = (
  build: Build,
  graph: KerasGraph,
  specs: readonly OutputSpec[],
  places: ReturnType<typeof placeColumns>,
) => {
  const x = [...places.values()].reduce((last, place) => Math.max(last, place.x + columnWidth), 0)
  let y = Number.NEGATIVE_INFINITY
  for (const [index, tensor] of graph.outputs.entries()) {
    y = Math.max(y + rowHeight, places.get(tensor.call)?.y ?? 0)
    const id = build.freeId('output')
    const name = graph.outputNames?.[index]
    const own = name !== undefined && name !== tensor.call.layer.name ? { name } : {}
    build.nodes[id] = { output: { ...own, ...specs[index] }, x, y }
    connect(build, { tensor, port: 'input' }, id)
  }
}

/** What a Keras model becomes. */
export interface FromKeras {
  readonly project: Project
  /** What the code says of training; the rest of the document's settings are as in a new one. */
  readonly training: Partial<TrainingSettings>
  readonly findings: readonly Finding[]
}

/** A document for a Keras model, laid out from left to right, and what there is to say about it. */
export const projectFromKeras = ({ graph, settings, findings: before }: Reading): FromKeras => {
  const calls = callOrder([...graph.inputs, ...graph.outputs])
  const build: Build = {
    layers: {},
    nodes: {},
    edges: [],
    groups: {},
    findings: [...before],
    read: new Map(),
    ids: new Map(),
    groupIds: new Map(),
    ties: tiedGroups(calls),
    freeId: createIds(),
  }
  const places = placeColumns(calls)
  for (const call of calls) addCall(build, call, places.get(call) ?? { x: 0, y: 0 })
  const refuse = createRefusals(build.findings)
  const names = graph.outputs.map(({ call }, index) => [
    graph.outputNames?.[index] ?? call.layer.name,
    call.layer.name,
  ])
  addOutputs(build, graph, outputsFromKeras(graph.compile ?? {}, names, refuse), places)
  const { layers, nodes, edges, groups } = build
  const empty = newProject(graph.name.slice(0, 500))
  const training = { ...optimizerFromKeras(graph.compile?.optimizer, refuse), ...settings }
  return {
    project: withLastAxis(
      projectSchema.parse({
        ...empty,
        layers,
        nodes,
        edges,
        groups,
        training: { ...empty.training, ...training },
      }),
      new Set([...build.read].flatMap(([{ config }, { id }]) => (Array.isArray(config['axis']) ? [id] : []))),
    ),
    training,
    findings: build.findings,
  }
}
