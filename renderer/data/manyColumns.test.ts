import { describe, expect, it } from 'vitest'
import { ProblemError } from '../../shared/problems.ts'
import { isInput, isOutput, type Project } from '../../shared/project.ts'
import { proposeProject } from '../../shared/proposal.ts'
import type { ColumnProfile, TableProfile } from '../../shared/table.ts'
import { usesByColumn } from './columnUses.ts'
import { changeEncodings, changeRoles, commonKinds, shapeAsInput, sharedRole } from './manyColumns.ts'

const summary = { min: 0, max: 255, mean: 4, std: 2, quartiles: [2, 4, 6] as const, histogram: [] }
const number = (name: string): ColumnProfile => ({
  name,
  type: 'number',
  missing: 0,
  distinct: 200,
  top: [],
  summary,
})
const colour: ColumnProfile = {
  name: 'colour',
  type: 'category',
  missing: 0,
  distinct: 2,
  top: ['red', 'blue'].map((value) => ({ value, count: 5 })),
}
const note: ColumnProfile = { ...colour, name: 'note', type: 'text', distinct: 5000, top: [] }
const serial: ColumnProfile = { ...note, name: 'serial', type: 'id' }
const pixels = Array.from({ length: 12 }, (_, index) => number(`p${index}`))
const price = number('price')
const profile: TableProfile = {
  rows: 500,
  bytes: 1,
  sha256: 'a'.repeat(64),
  dialect: { encoding: 'utf-8', delimiter: ',', decimal: '.', thousands: '', header: true, skip: 0 },
  columns: [...pixels, price, colour, note, serial],
  badRows: [],
  badRowCount: 0,
}
const project = proposeProject({
  name: 'p',
  file: 'a.csv',
  profile,
  targets: [{ column: 'price' }],
  inputs: ['p0', 'p1', 'p2', 'colour'],
})
const inputOf = (whole: Project, column: string) =>
  Object.entries(whole.nodes).find(
    ([, node]) => isInput(node) && node.input.columns.some((use) => use.column === column),
  )
const inputsOf = (whole: Project, columns: readonly ColumnProfile[]) =>
  columns.flatMap((one) =>
    (usesByColumn(whole, 'data').get(one.name) ?? []).flatMap((use) =>
      use.kind === 'input' ? [{ profile: one, use }] : [],
    ),
  )

describe('the role of several columns', () => {
  it('is set on all at once, in one input', () => {
    const next = changeRoles(project, 'data', [...pixels, colour], { kind: 'input', node: null })
    const node = inputOf(next, 'p11')?.[0]
    expect(node).toBe(inputOf(next, 'colour')?.[0])
    expect(node).not.toBe(inputOf(project, 'colour')?.[0])
    expect(sharedRole([...pixels, colour], usesByColumn(next, 'data'))).toBe(`input:${node}`)
    expect(sharedRole([price, colour], usesByColumn(next, 'data'))).toBeNull()
    const none = changeRoles(next, 'data', profile.columns, { kind: 'none' })
    expect(usesByColumn(none, 'data').size).toBe(0)
    const targets = changeRoles(project, 'data', [colour, pixels[3] ?? price], { kind: 'output' })
    expect(Object.values(targets.nodes).filter(isOutput)).toHaveLength(3)
  })
  it('is refused as a whole when it suits one of them not', () => {
    const ask = () => changeRoles(project, 'data', [...pixels, serial], { kind: 'input', node: null })
    expect(ask).toThrow(ProblemError)
  })
})

describe('the encoding of several columns', () => {
  it('changes in what was changed, and keeps what is a column’s own', () => {
    const both = changeRoles(project, 'data', [colour, { ...colour, name: 'note' }], {
      kind: 'input',
      node: null,
    })
    const inputs = inputsOf(both, [colour, { ...colour, name: 'note' }])
    const [first] = inputs
    if (!first) throw new Error('no input')
    const next = changeEncodings(both, 'data', inputs, first.use.encoding, {
      ...first.use.encoding,
      unknown: true,
      categories: ['other'],
    } as typeof first.use.encoding)
    for (const { use } of inputsOf(next, [colour, { ...colour, name: 'note' }]))
      expect(use.encoding).toMatchObject({ kind: 'category', unknown: true, categories: ['blue', 'red'] })
  })
  it('can be another kind, as each column asks for it, and the shape follows', () => {
    const both = changeRoles(project, 'data', [price, pixels[0] ?? price], { kind: 'input', node: null })
    const inputs = inputsOf(both, [price, pixels[0] ?? price])
    const before = inputs[0]?.use.encoding
    if (!before) throw new Error('no input')
    const flagged = changeEncodings(both, 'data', inputs, before, {
      kind: 'number',
      scale: 'robust',
      missing: 'flag',
    })
    expect(inputOf(flagged, 'price')?.[1]).toMatchObject({ input: { shape: [4] } })
    const ranked = changeEncodings(both, 'data', inputs, before, {
      kind: 'category',
      as: 'frequency',
      missing: 'mostFrequent',
      unknown: false,
    })
    for (const { use } of inputsOf(ranked, [price])) expect(use.encoding).toMatchObject({ kind: 'category' })
  })
  it('is of a kind that suits all of them', () => {
    expect(commonKinds([price, pixels[0] ?? price])).toEqual(['number', 'category'])
    expect(commonKinds([colour, note])).toEqual(['text'])
    expect(commonKinds([price, note])).toEqual([])
  })
})

describe('columns as an image or as steps', () => {
  it('fill an input of that shape in their order, pixels in their fixed range', () => {
    const next = shapeAsInput(project, 'data', pixels, { kind: 'image', height: 2, width: 2, channels: 3 })
    expect(inputOf(next, 'p11')?.[1]).toMatchObject({
      input: {
        shape: [2, 2, 3],
        dtype: 'float32',
        columns: pixels.map(({ name }) => ({
          column: name,
          encoding: { kind: 'number', scale: 'range', from: 0, to: 255 },
        })),
      },
    })
    // What is left of the first input keeps its node and its edges.
    expect(inputOf(next, 'colour')?.[0]).toBe(inputOf(project, 'colour')?.[0])
    const again = shapeAsInput(next, 'data', pixels, { kind: 'steps', steps: 6, values: 2 })
    expect(inputOf(again, 'p0')?.[0]).toBe(inputOf(next, 'p0')?.[0])
    expect(inputOf(again, 'p0')?.[1]).toMatchObject({ input: { shape: [6, 2] } })
  })
  it('are refused when they are not so many, or no numbers', () => {
    const image = { kind: 'image', height: 3, width: 3, channels: 1 } as const
    expect(() => shapeAsInput(project, 'data', pixels, image)).toThrow(/widthMismatch/)
    expect(() => shapeAsInput(project, 'data', [...pixels.slice(4), colour], image)).toThrow(
      /columnNotNumeric/,
    )
  })
})
