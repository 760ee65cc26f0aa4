import { describe, expect, it } from 'vitest'
import { inferGraph } from '../infer.ts'
import { newProject } from '../newProject.ts'
import type { TargetEncoding } from '../prep/encoding.ts'
import { isOutput, type OutputSpec, type Project, projectSchema } from '../project.ts'
import { addCall, addInput, addLayerNode, addOutput } from './addNode.ts'
import { connect } from './connect.ts'
import { fitHead, setTarget } from './target.ts'

const number: TargetEncoding = { kind: 'number', scale: 'standard', missing: 'drop' }
const species: TargetEncoding = { kind: 'classes', as: 'onehot', categories: ['a', 'b', 'c'] }
const at = { x: 0, y: 0 }
const wire = (from: string, to: string) => ({ from, out: 'output', to, in: 'input' })

/** Input → Dense → Output that predicts `price`. */
const start = (given: OutputSpec = {}) => {
  const input = addInput(newProject('p'), at, {
    columns: [{ column: 'x', encoding: { ...number, missing: 'median' } }],
  })
  const dense = addLayerNode(input.project, 'dense', at, { params: { units: 1, activation: 'linear' } })
  const output = addOutput(dense.project, at, {
    name: 'price',
    target: { column: 'price', encoding: number },
    loss: 'meanSquaredError',
    metrics: ['r2', 'mae'],
    ...given,
  })
  const data = projectSchema.shape.data.parse({ sources: [{ id: 'a', file: 'a.csv' }] })
  const wired = connect(connect(output.project, wire(input.node, dense.node)), wire(dense.node, output.node))
  return { project: { ...wired, data }, dense: dense.node, output: output.node }
}
const outputOf = (project: Project, id: string): OutputSpec => {
  const node = project.nodes[id]
  if (!node || !isOutput(node)) throw new Error('no output')
  return node.output
}

describe('the target of an output', () => {
  it('brings the loss and metrics that suit it, and its name', () => {
    const { project, output } = start()
    const next = outputOf(setTarget(project, output, { column: 'species', encoding: species }), output)
    expect(next).toMatchObject({
      name: 'species',
      loss: 'categoricalCrossentropy',
      metrics: ['accuracy', 'f1'],
    })
  })
  it('leaves a loss, metrics and a name that still suit alone', () => {
    const { project, output } = start({ name: 'mine', loss: 'meanAbsoluteError', metrics: ['mae'] })
    const next = outputOf(setTarget(project, output, { column: 'cost', encoding: number }), output)
    expect(next).toMatchObject({ name: 'mine', loss: 'meanAbsoluteError', metrics: ['mae'] })
  })
  it('can be taken away', () => {
    const { project, output } = start()
    expect(outputOf(setTarget(project, output, undefined), output)).not.toHaveProperty('target')
    expect(setTarget(project, 'gone', undefined)).toBe(project)
  })
  it('keeps class weights only where they speak of its classes', () => {
    const target = { column: 'species', encoding: species }
    const after = (classWeights: OutputSpec['classWeights'], next: OutputSpec['target']) => {
      const { project, output } = start({ target, ...(classWeights ? { classWeights } : {}) })
      return outputOf(setTarget(project, output, next), output).classWeights
    }
    expect(after('balanced', { ...target, column: 'other' })).toBe('balanced')
    expect(after({ a: 2 }, { ...target, encoding: { kind: 'classes', as: 'index' } })).toEqual({ a: 2 })
    expect(after({ a: 2 }, { ...target, column: 'other' })).toBeUndefined()
    expect(after('balanced', { column: 'cost', encoding: number })).toBeUndefined()
    expect(after('balanced', undefined)).toBeUndefined()
  })
  it('fits the Dense layer before the output in one step', () => {
    const { project, output, dense } = start()
    const asked = setTarget(project, output, { column: 'species', encoding: species })
    expect(inferGraph(asked).ok).toBe(false)
    const fitted = fitHead(asked, output)
    expect(fitted.layers[dense]?.params).toMatchObject({ units: 3, activation: 'softmax' })
    expect(inferGraph(fitted).ok).toBe(true)
  })
  it('leaves a layer alone that others use too', () => {
    const { project, output, dense } = start()
    const shared = addCall(project, dense, at).project
    const asked = setTarget(shared, output, { column: 'species', encoding: species })
    expect(fitHead(asked, output)).toBe(asked)
  })
})
