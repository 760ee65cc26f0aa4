import { disconnect } from '../edits/connect.ts'
import { findNode, inputPorts, outputPorts } from '../graph.ts'
import type { Edge, Project } from '../project.ts'
import { insertMerge } from './insertMerge.ts'
import type { Case, Repair, RepairRule } from './repair.ts'

const isSame = (one: Edge, other: Edge) =>
  one.from === other.from && one.out === other.out && one.to === other.to && one.in === other.in

/** Edges of a node that start or end at a port that isn't there. */
const portless = ({ project, incoming }: Case) =>
  incoming.filter(({ from, out, to, in: into }) => {
    const source = findNode(project, from)
    const target = findNode(project, to)
    const outs = source && outputPorts(project, source)
    const ins = target && inputPorts(project, target)
    return (outs && !outs.some(({ name }) => name === out)) || (ins && !ins.some(({ name }) => name === into))
  })

/** An edge that leads nowhere taken away, or led to the main ports of its nodes. */
export const mendEdges: RepairRule = {
  codes: ['edgeBroken', 'unknownPort'],
  suggest: (at) => {
    const { problem, index } = at
    const { from, to } = problem.values ?? {}
    const broken =
      problem.code === 'edgeBroken'
        ? index.broken.filter((edge) => edge.from === from && edge.to === to)
        : portless(at)
    const remove: Repair = {
      code: 'removeEdge',
      values: {},
      isPlain: problem.code === 'edgeBroken',
      apply: (project) => disconnect(project, broken),
    }
    const lead: Repair = { code: 'usePort', values: {}, apply: (project) => led(project, broken) }
    return problem.code === 'edgeBroken' ? [remove] : [lead, remove]
  },
}

const led = (project: Project, broken: readonly Edge[]): Project => ({
  ...project,
  edges: project.edges.map((edge) => {
    const source = findNode(project, edge.from)
    const target = findNode(project, edge.to)
    if (!source || !target || !broken.some((one) => isSame(one, edge))) return edge
    const name = (ports: readonly { name: string }[] | null, given: string) =>
      !ports || ports.some((port) => port.name === given) ? given : (ports[0]?.name ?? given)
    return {
      ...edge,
      out: name(outputPorts(project, source), edge.out),
      in: name(inputPorts(project, target), edge.in),
    }
  }),
})

/** One edge at a port for one: the others taken away, or all of them merged before it. */
export const oneEdge: RepairRule = {
  codes: ['portTaken'],
  suggest: ({ id, incoming, problem }) => {
    const port = String(problem.values?.['port'])
    const edges = incoming.filter((edge) => edge.in === port)
    const merges = ['concatenate', 'add'].map(
      (type): Repair => ({
        code: 'mergeEdges',
        values: { layer: type === 'add' ? 'Add' : 'Concatenate' },
        apply: (project) => insertMerge(project, edges, type),
      }),
    )
    const remove: Repair = {
      code: 'removeEdges',
      values: {},
      apply: (project) => disconnect(project, edges.slice(0, -1)),
    }
    return id === null ? [] : [...merges, remove]
  },
}
