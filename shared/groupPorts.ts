import { findNode, type GraphIndex, inputPorts, outputPorts } from './graph.ts'
import { nodeTitle, uniqueName } from './names.ts'
import { type Edge, isInput, isOutput, type Project } from './project.ts'

/** An input port of a node inside a group. */
export interface InnerEnd {
  readonly node: string
  readonly in: string
}
/** Where edges enter a group. */
export interface BlockInput {
  readonly name: string
  readonly to: readonly InnerEnd[]
  /** Takes any number of edges. */
  readonly many: boolean
  readonly isConnected: boolean
}
/** Where edges leave a group: an output port of a node inside. */
export interface BlockOutput {
  readonly name: string
  readonly from: string
  readonly out: string
  readonly isConnected: boolean
}
export interface BlockPorts {
  readonly inputs: readonly BlockInput[]
  readonly outputs: readonly BlockOutput[]
}

/** An inner port that an edge from outside may enter, and the outside results that do. */
interface FreeEnd extends InnerEnd {
  readonly many: boolean
  readonly optional: boolean
  /** `node, port` of each, as JSON. */
  readonly sources: readonly string[]
}

interface Inside {
  readonly project: Project
  readonly index: GraphIndex
  readonly members: ReadonlySet<string>
}

const keyOf = (...parts: readonly string[]) => JSON.stringify(parts)

const freeEndsOf = ({ project, index, members }: Inside, id: string): readonly FreeEnd[] => {
  const node = findNode(project, id)
  if (!node || isInput(node)) return []
  const entering = index.incoming.get(id) ?? []
  const known = inputPorts(project, node)
  const names = [...new Set([...(known ?? []).map(({ name }) => name), ...entering.map((edge) => edge.in)])]
  return names.flatMap((name) => {
    const port = known?.find((one) => one.name === name)
    const edges = entering.filter((edge) => edge.in === name)
    const outside = edges.filter(({ from }) => !members.has(from))
    const isFedInside = outside.length < edges.length
    if (isFedInside && !port?.many) return []
    const sources = [...new Set(outside.map(({ from, out }) => keyOf(from, out)))]
    const optional = isFedInside || Boolean(port?.optional)
    return [{ node: id, in: name, many: Boolean(port?.many), optional, sources }]
  })
}

interface Draft {
  readonly name: string | null
  readonly ends: readonly FreeEnd[]
}

const isShared = ({ sources }: FreeEnd) => sources.length > 1

/** What a stored port still stands for: its free ends that one outside tensor feeds, and those that nothing feeds. */
const kept = (name: string, ends: readonly FreeEnd[]): Draft => {
  const [first] = ends
  if (first && isShared(first)) return { name, ends: [first] }
  const source = ends.find(({ sources }) => sources.length === 1)?.sources[0]
  return { name, ends: ends.filter((end) => !isShared(end) && (end.sources[0] ?? source) === source) }
}

/** Ports for ends that no stored port has: one for each outside tensor, one for each end that waits for one. */
const derived = (ends: readonly FreeEnd[]): readonly Draft[] => {
  const byPort = new Map<string, FreeEnd[]>()
  for (const end of ends) {
    const [source] = end.sources
    if (source === undefined && end.optional) continue
    const key = source === undefined || isShared(end) ? keyOf('end', end.node, end.in) : keyOf('from', source)
    const together = byPort.get(key)
    if (together) together.push(end)
    else byPort.set(key, [end])
  }
  return [...byPort.values()].map((together) => ({ name: null, ends: together }))
}

const innerName = (project: Project, id: string, port: string, plain: string): string => {
  const node = findNode(project, id)
  const title = node ? nodeTitle(project, node) : id
  return (port === plain ? title : `${title}.${port}`).slice(0, 80) || plain
}

const claimed = (taken: Set<string>, base: string): string => {
  const name = uniqueName(base, (candidate) => taken.has(candidate))
  taken.add(name)
  return name
}

const inputsOf = (inside: Inside, group: string): readonly BlockInput[] => {
  const { project, members } = inside
  const all = [...members].flatMap((id) => freeEndsOf(inside, id))
  const left = new Map(all.map((end) => [keyOf(end.node, end.in), end]))
  const stored = (project.groups[group]?.inputs ?? []).flatMap(({ name, to }) => {
    const ends = to.flatMap((end) => left.get(keyOf(end.node, end.in)) ?? [])
    const draft = kept(name, ends)
    for (const end of draft.ends) left.delete(keyOf(end.node, end.in))
    return draft.ends.length ? [draft] : []
  })
  const drafts = [...stored, ...derived([...left.values()])]
  const taken = new Set<string>()
  return drafts.map(({ name, ends }): BlockInput => {
    const [first] = ends
    const base = drafts.length === 1 || !first ? 'input' : innerName(project, first.node, first.in, 'input')
    return {
      name: claimed(taken, name ?? base),
      to: ends.map((end) => ({ node: end.node, in: end.in })),
      many: ends.length === 1 && Boolean(first?.many),
      isConnected: ends.some(({ sources }) => sources.length > 0),
    }
  })
}

interface OutputDraft {
  readonly name: string | null
  readonly from: string
  readonly out: string
  readonly isConnected: boolean
}

const outputsOf = ({ project, index, members }: Inside, group: string): readonly BlockOutput[] => {
  const leaves = (edge: Edge) => !members.has(edge.to)
  const found = new Map<string, OutputDraft>()
  for (const { name, from, out } of project.groups[group]?.outputs ?? []) {
    const node = findNode(project, from)
    const isThere = node && members.has(from) && outputPorts(project, node)?.some((port) => port.name === out)
    const isConnected = (index.outgoing.get(from) ?? []).some((edge) => edge.out === out && leaves(edge))
    if (isThere || isConnected) found.set(keyOf(from, out), { name, from, out, isConnected })
  }
  for (const id of members) {
    const node = findNode(project, id)
    if (!node || isOutput(node)) continue
    const leaving = index.outgoing.get(id) ?? []
    const [main] = outputPorts(project, node) ?? []
    const outs = leaving.filter(leaves).map(({ out }) => out)
    // A result that nobody uses yet waits for an edge.
    if (leaving.length === 0 && main) outs.push(main.name)
    for (const out of outs)
      if (!found.has(keyOf(id, out)))
        found.set(keyOf(id, out), { name: null, from: id, out, isConnected: leaving.length > 0 })
  }
  const taken = new Set<string>()
  return [...found.values()].map(({ name, ...end }) => {
    const base = found.size === 1 ? 'output' : innerName(project, end.from, end.out, 'output')
    return { ...end, name: claimed(taken, name ?? base) }
  })
}

/**
 * The ports of a group, for its members: those it stores as far as they still fit, then those that follow from the edges
 * that cross its border (one for each outside tensor) and from inner ports that still need an edge. No two on a side have
 * the same name.
 */
export const groupPorts = (
  project: Project,
  index: GraphIndex,
  group: string,
  members: readonly string[],
): BlockPorts => {
  const inside = { project, index, members: new Set(members) }
  return { inputs: inputsOf(inside, group), outputs: outputsOf(inside, group) }
}
