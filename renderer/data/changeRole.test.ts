import { describe, expect, it } from 'vitest'
import { addSource } from '../../shared/edits/sources.ts'
import { newProject } from '../../shared/newProject.ts'
import { ProblemError } from '../../shared/problems.ts'
import { isInput, isOutput, type Project } from '../../shared/project.ts'
import { proposeProject } from '../../shared/proposal.ts'
import type { ColumnProfile, ColumnType } from '../../shared/table.ts'
import { changeRole } from './changeRole.ts'
import { roleKind, usesByColumn } from './columnUses.ts'
import { takeInColumns, takeOutColumns } from './takeInColumns.ts'

const summary = { min: 0, max: 9, mean: 4, std: 2, quartiles: [2, 4, 6] as const, histogram: [] }
const profileOf = (name: string, type: ColumnType, values: readonly string[] = []): ColumnProfile => ({
  name,
  type,
  missing: 0,
  distinct: values.length || 500,
  top: values.map((value) => ({ value, count: 10 })),
  ...(type === 'number' ? { summary } : {}),
})
const age = profileOf('age', 'number')
const price = profileOf('price', 'number')
const colour = profileOf('colour', 'category', ['blue', 'green', 'red'])
const sold = profileOf('sold', 'category', ['no', 'yes'])
const day = { ...profileOf('day', 'date'), distinct: 5000 }
const table = {
  rows: 500,
  bytes: 1,
  sha256: 'a'.repeat(64),
  dialect: { encoding: 'utf-8', delimiter: ',', decimal: '.', thousands: '', header: true, skip: 0 } as const,
  columns: [age, price, colour, sold, day],
  badRows: [],
  badRowCount: 0,
}
const project = proposeProject({
  name: 'p',
  file: 'a.csv',
  profile: table,
  targets: [{ column: 'price' }],
  inputs: ['age', 'colour'],
})
const findId = (whole: Project, is: typeof isInput | typeof isOutput) =>
  Object.entries(whole.nodes).find(([, node]) => is(node))?.[0] ?? ''
const input = findId(project, isInput)
const output = findId(project, isOutput)
const roles = (whole: Project) =>
  Object.fromEntries([...usesByColumn(whole, 'data')].map(([name, uses]) => [name, roleKind(uses)]))
const shapeOf = (whole: Project, id: string) => {
  const node = whole.nodes[id]
  return node && isInput(node) ? node.input.shape : undefined
}

describe('the role of a column', () => {
  it('can be taken away, and the shape of its input follows', () => {
    expect(shapeOf(project, input)).toEqual([4])
    const next = changeRole(project, { column: 'colour' }, colour, { kind: 'none' })
    expect(roles(next)).toEqual({ age: 'input', price: 'output' })
    expect(shapeOf(next, input)).toEqual([1])
  })
  it('moves from an input to an output, whose old target is free then', () => {
    const next = changeRole(project, { column: 'colour' }, colour, { kind: 'output', node: output })
    expect(roles(next)).toEqual({ age: 'input', colour: 'output' })
    expect(shapeOf(next, input)).toEqual([1])
    expect(next.nodes[output]).toMatchObject({ output: { name: 'colour', loss: 'categoricalCrossentropy' } })
  })
  it('can be a new input or a new output', () => {
    const next = changeRole(project, { column: 'sold' }, sold, { kind: 'input', node: null })
    expect(Object.values(next.nodes).filter(isInput)).toHaveLength(2)
    const both = changeRole(next, { column: 'age' }, age, { kind: 'output', node: null })
    expect(Object.values(both.nodes).filter(isOutput)).toHaveLength(2)
    expect(roles(both)).toEqual({ age: 'output', colour: 'input', price: 'output', sold: 'input' })
  })
  it('is refused for a column that no encoding suits', () => {
    const ask = () => changeRole(project, { column: 'day' }, day, { kind: 'output', node: output })
    expect(ask).toThrow(ProblemError)
  })
  it('starts from nothing', () => {
    const empty = addSource(newProject('p'), 'a.csv').project
    const next = changeRole(empty, { column: 'age' }, age, { kind: 'input', node: null })
    expect(roles(next)).toEqual({ age: 'input' })
  })
})

describe('all columns at once', () => {
  it('become inputs where they are free and fit, in one input', () => {
    const next = takeInColumns(project, 'data', table)
    expect(roles(next)).toEqual({
      age: 'input',
      price: 'output',
      colour: 'input',
      sold: 'input',
      day: 'input',
    })
    expect(Object.values(next.nodes).filter(isInput)).toHaveLength(1)
    expect(takeInColumns(next, 'data', table)).toBe(next)
  })
  it('are taken out of the inputs, not from the outputs', () => {
    expect(roles(takeOutColumns(project, 'data'))).toEqual({ price: 'output' })
  })
  it('of another source are left alone', () => {
    expect(takeOutColumns(project, 'other')).toBe(project)
    const two = addSource(project, 'b.csv')
    const next = takeInColumns(two.project, two.source, { ...table, columns: [age] })
    expect([...usesByColumn(next, two.source).keys()]).toEqual(['age'])
    expect(roles(next)).toEqual(roles(project))
  })
})
