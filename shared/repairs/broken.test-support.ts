import { expect } from 'vitest'
import { addInput, addLayerNode, addOutput } from '../edits/addNode.ts'
import { connect } from '../edits/connect.ts'
import { inferGraph } from '../infer.ts'
import type { LayerType } from '../layers/index.ts'
import { newProject } from '../newProject.ts'
import type { ProblemCode } from '../problems.ts'
import type { Edge, InputSpec, OutputSpec, Project } from '../project.ts'
import type { Repair, RepairCode } from './repair.ts'
import { repairsFor } from './repairsFor.ts'

/** Somewhere on the canvas. */
export const at = { x: 0, y: 0 }
type Layers = readonly (readonly [LayerType, Record<string, string | number | number[]>])[]

/** input → the layers one after the other → output */
export const chain = (shape: InputSpec['shape'], layers: Layers, output: OutputSpec = {}): Project => {
  let { project, node } = addInput(newProject('p'), at, { shape })
  for (const [type, params] of layers) {
    const added = addLayerNode(project, type, at, { params })
    project = connect(added.project, { from: node, out: 'output', to: added.node, in: 'input' })
    node = added.node
  }
  const last = addOutput(project, at, output)
  return connect(last.project, { from: node, out: 'output', to: last.node, in: 'input' })
}

/** Every problem of a document and the node it is at. */
export const placed = (project: Project) => {
  const { problems, nodes } = inferGraph(project)
  return [
    ...problems.map((problem) => [null, problem] as const),
    ...Object.entries(nodes).flatMap(([id, one]) => one.problems.map((problem) => [id, problem] as const)),
  ]
}
/** The same as text, to compare. */
export const codes = (project: Project) =>
  placed(project).map(([id, { code }]) => `${id ?? 'model'}: ${code}`)

const repairsAt = (project: Project, id: string | null, code: ProblemCode): readonly Repair[] => {
  const found = placed(project).find(([place, problem]) => place === id && problem.code === code)
  expect(found, `${id} has ${code} among ${codes(project).join('; ')}`).toBeDefined()
  return repairsFor(project, inferGraph(project), id, found![1])
}

/** Mends one problem in a way of this code and gives what is left. */
export const mended = (
  project: Project,
  id: string | null,
  code: ProblemCode,
  by: RepairCode,
  value?: string,
) => {
  const offered = repairsAt(project, id, code)
  const repair = offered.find(
    (one) => one.code === by && (value === undefined || Object.values(one.values).includes(value)),
  )
  expect(repair, `${by} among ${offered.map((one) => one.code).join(', ')}`).toBeDefined()
  return repair!.apply(project)
}

/** An output that predicts one of so many classes. */
export const classes = (count: number): OutputSpec => ({
  target: {
    column: 'y',
    encoding: { kind: 'classes', as: 'onehot', categories: Array.from({ length: count }, (_, n) => `c${n}`) },
  },
})
/** An output that predicts a number, scaled around its mean. */
export const number: OutputSpec = {
  target: { column: 'y', encoding: { kind: 'number', scale: 'standard', missing: 'median' } },
}
/** A last layer for ten classes. */
export const softmax10 = ['dense', { units: 10, activation: 'softmax' }] as const
/** A document with other edges. */
export const broken = (project: Project, change: (edges: Project['edges']) => Edge[]): Project => ({
  ...project,
  edges: change(project.edges),
})
