import { createRandom, type Random } from '../../shared/prep/random.ts'
import { type Project, projectSchema } from '../../shared/project.ts'

type Nodes = Record<string, { layer?: string; input?: object; output?: object; x: number; y: number }>
type Kind = 'vector' | 'image' | 'sequence'

/** What a growing graph is made of, in the document's form. */
interface Draft {
  readonly layers: Record<string, { type: string; name: string; params: object }>
  readonly nodes: Nodes
  readonly edges: { from: string; out: string; to: string; in: string }[]
}

/** A row of the picture: its tensor keeps one shape from block to block, so that any two of its nodes can be merged. */
interface Lane {
  readonly kind: Kind
  readonly top: number
  depth: number
  end: string
  /** Every node whose output has the lane's shape. */
  readonly tensors: string[]
}

const column = 264
const row = 124
const laneRows = 3
const width = 32

const countOf = ({ nodes }: Draft) => Object.keys(nodes).length

const call = (draft: Draft, layer: string, from: readonly string[], x: number, y: number): string => {
  const id = `n${countOf(draft)}`
  draft.nodes[id] = { layer, x, y }
  for (const one of from) draft.edges.push({ from: one, out: 'output', to: id, in: 'input' })
  return id
}

const add = (draft: Draft, type: string, params: object, from: readonly string[], x: number, y: number) => {
  const name = `${type.toLowerCase()}_${Object.keys(draft.layers).length}`
  draft.layers[name] = { type, name, params }
  return call(draft, name, from, x, y)
}

const place = (lane: Lane, line = 0) => [column * lane.depth, lane.top + line * row] as const

/** A node after the lane's end that keeps the lane's shape. */
const extend = (draft: Draft, lane: Lane, type: string, params: object = {}): string => {
  lane.depth += 1
  lane.end = add(draft, type, params, [lane.end], ...place(lane))
  lane.tensors.push(lane.end)
  return lane.end
}

/** A layer that keeps the lane's shape: its type and parameters. */
const same: Readonly<Record<Kind, readonly [string, object]>> = {
  vector: ['dense', { units: width, activation: 'relu' }],
  image: ['conv2d', { filters: 8, kernelSize: [3, 3], padding: 'same' }],
  sequence: ['lstm', { units: width, returnSequences: true }],
}

/** Layers in a row. */
const chain = (draft: Draft, lane: Lane) => {
  extend(draft, lane, ...same[lane.kind])
  extend(draft, lane, 'batchNormalization')
  extend(draft, lane, 'activation', { activation: 'relu' })
  extend(draft, lane, 'dropout', { rate: 0.25 })
}

/** A detour that is added to what went in. */
const residual = (draft: Draft, lane: Lane) => {
  const before = lane.end
  extend(draft, lane, ...same[lane.kind])
  extend(draft, lane, 'leakyRelu')
  lane.depth += 1
  lane.end = add(draft, 'add', {}, [before, lane.end], ...place(lane))
  lane.tensors.push(lane.end)
}

/** Three layers side by side, averaged. */
const parallel = (draft: Draft, lane: Lane) => {
  lane.depth += 1
  const branches = [0, 1, 2].map((line) =>
    add(draft, same[lane.kind][0], same[lane.kind][1], [lane.end], ...place(lane, line)),
  )
  lane.depth += 1
  lane.end = add(draft, 'average', {}, branches, ...place(lane))
  lane.tensors.push(...branches, lane.end)
}

/** Two calls of one layer, one after the other. */
const shared = (draft: Draft, lane: Lane) => {
  const first = extend(draft, lane, ...same[lane.kind])
  lane.depth += 1
  lane.end = call(draft, draft.nodes[first]?.layer ?? '', [first], ...place(lane))
  lane.tensors.push(lane.end)
}

const blocks = [chain, residual, residual, parallel, shared] as const

const input = (draft: Draft, id: string, y: number, spec: object): string => {
  draft.nodes[id] = { input: { name: id, ...spec }, x: 0, y }
  return id
}

const startLanes = (draft: Draft, lanes: number): Lane[] => {
  const kinds = ['vector', 'image', 'sequence', 'vector'] as const
  const entries = {
    vector: (y: number) => [input(draft, `table_${y}`, y, { shape: [20] })],
    image: (y: number) => [input(draft, `image_${y}`, y, { shape: [28, 28, 3] })],
    sequence: (y: number) => [input(draft, `words_${y}`, y, { shape: [40], dtype: 'int32' })],
  }
  const first: Readonly<Record<Kind, readonly [string, object]>> = {
    vector: same.vector,
    image: same.image,
    sequence: ['embedding', { inputDim: 5000, outputDim: width }],
  }
  return Array.from({ length: lanes }, (_, index) => {
    const kind = kinds[index % kinds.length] ?? 'vector'
    const top = index * laneRows * row
    const end = add(draft, ...first[kind], entries[kind](top), column, top)
    return { kind, top, depth: 1, end, tensors: [end] }
  })
}

const finishLane = (draft: Draft, lane: Lane) => {
  lane.depth += 1
  const id = `out_${lane.top}`
  draft.nodes[id] = { output: {}, x: place(lane)[0], y: lane.top }
  draft.edges.push({ from: lane.end, out: 'output', to: id, in: 'input' })
}

const pick = <T>(random: Random, from: readonly T[]): T => {
  const item = from[random.below(from.length)]
  if (item === undefined) throw new Error('Nothing to pick from.')
  return item
}

/** More inputs for the lanes' merges, from earlier nodes of the same lane, until there are enough edges. */
const addSkips = (draft: Draft, lanes: readonly Lane[], edges: number, random: Random) => {
  const taken = new Set(draft.edges.map(({ from, to }) => `${from} ${to}`))
  while (draft.edges.length < edges) {
    const { tensors } = pick(random, lanes)
    const at = random.below(tensors.length)
    const to = tensors[at] ?? ''
    const type = draft.layers[draft.nodes[to]?.layer ?? '']?.type
    if (at === 0 || (type !== 'add' && type !== 'average')) continue
    const from = pick(random, tensors.slice(0, Math.max(1, at - 3)))
    const isEarlier = (draft.nodes[from]?.x ?? 0) < (draft.nodes[to]?.x ?? 0)
    if (!isEarlier || taken.has(`${from} ${to}`)) continue
    taken.add(`${from} ${to}`)
    draft.edges.push({ from, out: 'output', to, in: 'input' })
  }
}

/** A seeded document without problems: many inputs and outputs, residual, parallel and shared layers, in rows. */
export const bigGraph = (size: { nodes: number; edges: number; lanes: number }, seed: number): Project => {
  const random = createRandom(seed, 'big graph')
  const draft: Draft = { layers: {}, nodes: {}, edges: [] }
  const lanes = startLanes(draft, size.lanes)
  const room = () => size.nodes - lanes.length - countOf(draft)
  for (let turn = 0; room() >= 4; turn++) {
    const lane = lanes[turn % lanes.length]
    if (lane) pick(random, blocks)(draft, lane)
  }
  while (room() > 0) extend(draft, pick(random, lanes), 'activation', { activation: 'tanh' })
  for (const lane of lanes) finishLane(draft, lane)
  addSkips(draft, lanes, size.edges, random)
  return projectSchema.parse({ format: 1, id: 'big-graph', name: 'Big graph', ...draft })
}
