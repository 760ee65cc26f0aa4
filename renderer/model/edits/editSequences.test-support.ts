import { addCall, addInput, addLayerNode, addOutput } from '../../../shared/edits/addNode.ts'
import { bypassNodes } from '../../../shared/edits/bypassNodes.ts'
import { connect, disconnect } from '../../../shared/edits/connect.ts'
import {
  groupNodes,
  renameGroup,
  renamePort,
  setCollapsed,
  setExposed,
  ungroup,
} from '../../../shared/edits/groups.ts'
import { insertOnEdge } from '../../../shared/edits/insertOnEdge.ts'
import { addNote, removeNotes, setNotes } from '../../../shared/edits/notes.ts'
import { removeHealed } from '../../../shared/edits/removeHealed.ts'
import { removeNodes } from '../../../shared/edits/removeNodes.ts'
import {
  moveNodes,
  renameLayer,
  setInput,
  setOutput,
  setParam,
  setTraining,
} from '../../../shared/edits/setValues.ts'
import { shareGroup, shareLayer, unshareGroup, unshareNode } from '../../../shared/edits/shareLayers.ts'
import { inputPorts, outputPorts } from '../../../shared/graph.ts'
import { findLayer, layerDefinitions, type LayerType } from '../../../shared/layers/index.ts'
import { inferGraph } from '../../../shared/infer.ts'
import { repairsFor } from '../../../shared/repairs/repairsFor.ts'
import { savedBlock } from '../../../shared/savedBlock.ts'
import { lossNames } from '../../../shared/training.ts'
import type { Project } from '../../../shared/project.ts'
import { copyNodes } from '../clip/copyNodes.ts'
import { pasteClip } from '../clip/pasteClip.ts'
import { placedProblems } from '../../store/analysis.ts'
import { insertBlock } from '../groups/insertBlock.ts'

/** Numbers by which an edit chooses what it touches. */
export type Choices = readonly [number, number, number]
type Recipe = (project: Project, choices: Choices) => Project

const pick = <T>(values: readonly T[], choice: number): T | undefined =>
  values.length ? values[choice % values.length] : undefined
const nodeAt = ({ nodes }: Project, choice: number) => pick(Object.keys(nodes), choice) ?? ''
const layerAt = ({ layers }: Project, choice: number) => pick(Object.keys(layers), choice) ?? ''
const groupAt = ({ groups }: Project, choice: number) => pick(Object.keys(groups), choice) ?? ''
const noteAt = ({ notes }: Project, choice: number) => pick(Object.keys(notes), choice) ?? ''
/** A few neighbours in document order. */
const some = ({ nodes }: Project, [from, count]: Choices) => {
  const ids = Object.keys(nodes)
  return ids.slice(from % (ids.length || 1)).slice(0, 1 + (count % 5))
}
const place = ([x, y]: Choices) => ({ x: (x % 40) * 8, y: (y % 40) * 8 })
const types = Object.keys(layerDefinitions) as LayerType[]
/** What fits, what does not, and what is half typed. */
const typedValues: readonly unknown[] = [
  1,
  0,
  -3,
  0.5,
  'relu',
  'same',
  null,
  [2, 2],
  [3],
  true,
  '',
  { type: 'zeros' },
  1e9,
]

const connectSome: Recipe = (project, [a, b, c]) => {
  const [from, to] = [nodeAt(project, a), nodeAt(project, b)]
  const [source, target] = [project.nodes[from], project.nodes[to]]
  if (!source || !target) return project
  const out = pick(outputPorts(project, source) ?? [], c)?.name ?? 'output'
  const into = pick(inputPorts(project, target) ?? [], c)?.name ?? 'input'
  return connect(project, { from, out, to, in: into })
}

const setSome: Recipe = (project, [a, b, c]) => {
  const id = layerAt(project, a)
  const name = pick(Object.keys(findLayer(project.layers[id]?.type ?? '')?.params ?? {}), b)
  return name === undefined ? project : setParam(project, id, name, pick(typedValues, c))
}

const repairSome: Recipe = (project, [a, b]) => {
  const analysis = inferGraph(project)
  const { node, problem } = pick(placedProblems(analysis), a) ?? {}
  if (node === undefined || !problem) return project
  return pick(repairsFor(project, analysis, node, problem), b)?.apply(project) ?? project
}

const insertSome: Recipe = (project, choices) => {
  const group = groupAt(project, choices[0])
  if (!group) return project
  const block = savedBlock(project, group, 'block')
  return insertBlock(project, block, { at: place(choices), anchor: null, end: null, middle: { x: 0, y: 0 } })
    .project
}

/** Every kind of edit of the Model workspace. Some throw a problem for some choices: the page refuses them. */
export const recipes: Readonly<Record<string, Recipe>> = {
  addLayer: (project, choices) =>
    addLayerNode(project, pick(types, choices[2]) ?? 'dense', place(choices)).project,
  addDense: (project, choices) => addLayerNode(project, 'dense', place(choices)).project,
  addInput: (project, choices) => addInput(project, place(choices)).project,
  addOutput: (project, choices) => addOutput(project, place(choices)).project,
  addCall: (project, choices) => addCall(project, nodeAt(project, choices[2]), place(choices)).project,
  connect: connectSome,
  connectAgain: connectSome,
  disconnect: (project, [a]) => disconnect(project, project.edges.slice(a % 7, (a % 7) + 1)),
  remove: (project, choices) => removeNodes(project, some(project, choices).slice(0, 2)),
  removeHealed: (project, [a]) => removeHealed(project, [nodeAt(project, a)]),
  insertOnEdge: (project, [a, b]) => {
    const edge = pick(project.edges, a)
    return edge ? insertOnEdge(project, edge, nodeAt(project, b)) : project
  },
  bypass: (project, choices) => bypassNodes(project, some(project, choices), choices[2] % 2 === 0),
  move: (project, choices) =>
    moveNodes(project, Object.fromEntries(some(project, choices).map((id) => [id, place(choices)]))),
  setParam: setSome,
  resetParam: (project, [a, b]) => {
    const id = layerAt(project, a)
    const name = pick(Object.keys(project.layers[id]?.params ?? {}), b)
    return name === undefined ? project : setParam(project, id, name, undefined)
  },
  rename: (project, [a, b]) =>
    renameLayer(project, layerAt(project, a), pick(['', '층', 'a/b', 'x', 'x'.repeat(500)], b) ?? ''),
  setInput: (project, [a, b]) =>
    setInput(project, nodeAt(project, a), { shape: pick([[], [3], [8, 8, 1], [null, 4]], b) }),
  setOutput: (project, [a, b]) => setOutput(project, nodeAt(project, a), { loss: pick(lossNames, b) }),
  setTraining: (project, [a]) => setTraining(project, { epochs: 1 + (a % 50) }),
  paste: (project, choices) => {
    const clip = copyNodes(project, some(project, choices))
    return clip ? pasteClip(project, clip, { x: 32, y: 32 }).project : project
  },
  group: (project, choices) =>
    groupNodes(project, some(project, choices), { title: 'block', collapsed: choices[2] % 2 === 0 }).project,
  ungroup: (project, [a]) => ungroup(project, groupAt(project, a)),
  collapse: (project, [a, b]) => setCollapsed(project, groupAt(project, a), b % 2 === 0),
  renameGroup: (project, [a]) => renameGroup(project, groupAt(project, a), `block ${a % 3}`),
  renamePort: (project, [a, b]) => {
    const id = groupAt(project, a)
    const port = pick(project.groups[id]?.inputs ?? [], b)
    return port ? renamePort(project, id, 'inputs', { from: port.name, to: `in${b % 4}` }) : project
  },
  expose: (project, [a, b, c]) =>
    setExposed(project, groupAt(project, a), { layer: layerAt(project, b), param: 'units' }, c % 3 > 0),
  insertBlock: insertSome,
  repair: repairSome,
  share: (project, [a, b]) => shareLayer(project, nodeAt(project, a), nodeAt(project, b)),
  unshare: (project, [a]) => unshareNode(project, nodeAt(project, a)),
  shareGroup: (project, [a]) => shareGroup(project, groupAt(project, a), { x: 0, y: 320 }).project,
  unshareGroup: (project, [a]) => unshareGroup(project, groupAt(project, a)),
  addNote: (project, choices) => addNote(project, { text: '메모', ...place(choices) }).project,
  setNote: (project, choices) =>
    setNotes(project, { [noteAt(project, choices[2])]: { text: `${choices[0]}`, ...place(choices) } }),
  removeNote: (project, [a]) => removeNotes(project, [noteAt(project, a)]),
}
