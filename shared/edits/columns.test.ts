import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { inferGraph } from '../infer.ts'
import { newProject } from '../newProject.ts'
import { type InputEncoding, inputEncodingSchema } from '../prep/encoding.ts'
import { type ColumnUse, type InputSpec, isInput, type Project, projectSchema } from '../project.ts'
import { addInput } from './addNode.ts'
import { addColumns, columnsWidth, isSameColumn, removeColumn, setEncoding } from './columns.ts'

const number: InputEncoding = { kind: 'number', scale: 'standard', missing: 'median' }
const flagged: InputEncoding = { ...number, missing: 'flag' }
const colours: InputEncoding = {
  kind: 'category',
  as: 'onehot',
  categories: ['red', 'green', 'blue'],
  missing: 'mostFrequent',
  unknown: true,
}
const words: InputEncoding = { kind: 'sequence', separator: ' ', length: 7, pad: 'before' }

const at = { x: 0, y: 0 }
const start = (given: Partial<InputSpec> = {}) => {
  const { project, node } = addInput(newProject('p'), at, given)
  const data = projectSchema.shape.data.parse({
    sources: [
      { id: 'a', file: 'a.csv' },
      { id: 'b', file: 'b.csv' },
    ],
  })
  return { project: { ...project, data }, node }
}
const addColumn = (project: Project, node: string, use: ColumnUse) => addColumns(project, node, [use])
const inputOf = (project: Project, id: string): InputSpec => {
  const node = project.nodes[id]
  if (!node || !isInput(node)) throw new Error('no input')
  return node.input
}

describe('columns of an input', () => {
  it('make its shape: one axis as wide as all of them', () => {
    const { project, node } = start()
    const one = addColumn(project, node, { column: 'age', encoding: flagged })
    expect(inputOf(one, node).shape).toEqual([2])
    const two = addColumn(one, node, { column: 'colour', encoding: colours })
    expect(inputOf(two, node).shape).toEqual([6])
    expect(inputOf(setEncoding(two, node, { column: 'age' }, number), node).shape).toEqual([5])
    expect(inputOf(removeColumn(two, node, { column: 'age' }), node).shape).toEqual([4])
  })
  it('leave a shape of the same size alone, and one whose size only the data can tell', () => {
    const { project, node } = start({ shape: [2, 3] })
    const image = addColumn(project, node, { column: 'pixels', encoding: { ...words, length: 6 } })
    expect(inputOf(image, node).shape).toEqual([2, 3])
    const open = addColumn(image, node, { column: 'town', encoding: { ...colours, categories: undefined } })
    expect(inputOf(open, node).shape).toEqual([2, 3])
    expect(columnsWidth(inputOf(open, node).columns)).toBe(null)
  })
  it('keep the last shape when none is left', () => {
    const { project, node } = start()
    const two = addColumn(project, node, { column: 'age', encoding: flagged })
    const none = removeColumn(two, node, { column: 'age' })
    expect(inputOf(none, node)).toMatchObject({ shape: [2], columns: [] })
  })
  it('make an empty input whole numbers for ids, and any input fractions for measurements', () => {
    const { project, node } = start()
    const ids = addColumn(project, node, { column: 'words', encoding: words })
    expect(inputOf(ids, node).dtype).toBe('int32')
    expect(inputOf(addColumn(ids, node, { column: 'age', encoding: number }), node).dtype).toBe('float32')
  })
  it('are told apart by their source, the first being meant when none is named', () => {
    const { project, node } = start()
    expect(isSameColumn(project, { column: 'x' }, { column: 'x', source: 'a' })).toBe(true)
    const both = addColumn(addColumn(project, node, { column: 'x', encoding: number }), node, {
      column: 'x',
      source: 'b',
      encoding: number,
    })
    expect(inputOf(both, node).columns).toHaveLength(2)
    const left = removeColumn(both, node, { column: 'x', source: 'a' })
    expect(inputOf(left, node).columns).toEqual([{ column: 'x', source: 'b', encoding: number }])
  })
  it('that are not there change nothing', () => {
    const { project, node } = start()
    expect(removeColumn(project, node, { column: 'age' })).toBe(project)
    expect(setEncoding(project, node, { column: 'age' }, number)).toBe(project)
    expect(addColumn(project, 'gone', { column: 'age', encoding: number })).toBe(project)
  })
  it('never leave the input with a width that contradicts its columns', () => {
    const encoding = fc.constantFrom(number, flagged, colours, words)
    const column = fc.constantFrom('a', 'b', 'c')
    const change = fc.oneof(
      fc.record({ add: column, encoding }),
      fc.record({ set: column, encoding }),
      fc.record({ remove: column }),
    )
    fc.assert(
      fc.property(fc.array(change, { maxLength: 12 }), (changes) => {
        const begun = start()
        const { node } = begun
        let { project } = begun
        for (const one of changes) {
          if ('add' in one) project = addColumn(project, node, { column: one.add, encoding: one.encoding })
          else if ('set' in one) project = setEncoding(project, node, { column: one.set }, one.encoding)
          else project = removeColumn(project, node, { column: one.remove })
        }
        const codes = inferGraph(project).nodes[node]?.problems.map(({ code }) => code)
        expect(codes).not.toContain('widthMismatch')
        for (const use of inputOf(project, node).columns) inputEncodingSchema.parse(use.encoding)
      }),
    )
  })
})
