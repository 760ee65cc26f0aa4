import { addInput, addOutput } from '../edits/addNode.ts'
import { connect } from '../edits/connect.ts'
import { findNode, outputPorts } from '../graph.ts'
import type { InputSpec, Project } from '../project.ts'
import type { Case, Repair, RepairRule } from './repair.ts'

const step = 260
/** What models are commonly fed: a row of numbers, a picture, a sequence, ids, a volume. The first that fits is taken. */
const usualInputs: readonly Pick<InputSpec, 'shape' | 'dtype'>[] = [
  { shape: [16], dtype: 'float32' },
  { shape: [28, 28, 1], dtype: 'float32' },
  { shape: [100, 1], dtype: 'float32' },
  { shape: [100], dtype: 'int32' },
  { shape: [16, 16, 16, 1], dtype: 'float32' },
]

const feed = (project: Project, to: string, port: string, given: Partial<InputSpec>): Project => {
  const target = findNode(project, to)
  if (!target) return project
  const { project: added, node } = addInput(project, { x: target.x - step, y: target.y }, given)
  return connect(added, { from: node, out: 'output', to, in: port })
}

const openPort = ({ analysis }: Case): readonly [string, string] | null => {
  for (const [id, { problems }] of Object.entries(analysis.nodes))
    for (const { code, values } of problems)
      if (code === 'inputNotConnected') return [id, String(values?.['port'])]
  return null
}

/** An Input at a port that has none, of a shape that its layer takes. */
export const addMissingInput: RepairRule = {
  codes: ['inputNotConnected', 'noInputs'],
  suggest: (at) => {
    const { id, problem } = at
    const open = id === null ? openPort(at) : ([id, String(problem.values?.['port'])] as const)
    const repair = (apply: Repair['apply']): Repair => ({ code: 'addInput', values: {}, apply })
    if (!open) return [repair((project) => addInput(project, { x: 0, y: 0 }).project)]
    return usualInputs.map((given) => repair((project) => feed(project, open[0], open[1], given)))
  },
}

const read = (project: Project, from: string, out: string): Project => {
  const source = findNode(project, from)
  if (!source) return project
  const { project: added, node } = addOutput(project, { x: source.x + step, y: source.y })
  return connect(added, { from, out, to: node, in: 'input' })
}

/** An Output at a result that nothing uses. */
export const addMissingOutput: RepairRule = {
  codes: ['outputUnused', 'noOutputs'],
  suggest: ({ project, analysis, id, problem }) => {
    const unused = Object.keys(analysis.nodes).findLast((one) =>
      analysis.nodes[one]?.problems.some(({ code }) => code === 'outputUnused'),
    )
    const from = problem.code === 'noOutputs' ? unused : (id ?? undefined)
    const node = from === undefined ? undefined : findNode(project, from)
    const out = node && outputPorts(project, node)?.[0]?.name
    if (from === undefined || out === undefined)
      return [{ code: 'addOutput', values: {}, apply: (now) => addOutput(now, { x: step, y: 0 }).project }]
    return [{ code: 'addOutput', values: {}, apply: (now) => read(now, from, out) }]
  },
}
