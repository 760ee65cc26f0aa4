import { describe, expect, it } from 'vitest'
import { inferGraph } from './infer.ts'
import { parseProject, serializeProject } from './openProject.ts'
import { proposeProject } from './proposal.ts'
import { isInput, isOutput, type Project } from './project.ts'
import type { ColumnProfile, TableProfile } from './table.ts'

const number = (name: string, distinct = 100, missing = 0): ColumnProfile => ({
  name,
  type: 'number',
  missing,
  distinct,
  summary: { min: 0, max: 9, mean: 4, std: 2, quartiles: [2, 4, 6], histogram: [] },
  top: distinct === 2 ? ['0', '1'].map((value) => ({ value, count: 5 })) : [{ value: '1', count: 2 }],
})
const category = (name: string, values: readonly string[], missing = 0): ColumnProfile => ({
  name,
  type: 'category',
  missing,
  distinct: values.length,
  top: values.map((value) => ({ value, count: 3 })),
})
const other = (name: string, type: ColumnProfile['type']): ColumnProfile => ({
  name,
  type,
  missing: 0,
  distinct: 900,
  top: [],
})

const profile = (rows: number, columns: readonly ColumnProfile[]): TableProfile => ({
  rows,
  bytes: 1000,
  sha256: 'a'.repeat(64),
  dialect: { encoding: 'utf-8', delimiter: ',', decimal: '.', thousands: '', header: true, skip: 0 },
  columns,
  badRows: [],
  badRowCount: 0,
})
const table = (rows = 1319) =>
  profile(rows, [
    number('income'),
    number('age', 50, 3),
    category('town', ['A', 'B', 'C'], 2),
    number('owner', 2),
    category('species', ['setosa', 'versicolor', 'virginica']),
    category('card', ['no', 'yes']),
    other('key', 'id'),
    other('comment', 'text'),
    { ...other('words', 'sequence'), sequence: { length: 20, max: 499 } },
  ])
const outputs = (project: Project) => Object.values(project.nodes).filter(isOutput)
const inputs = (project: Project) => Object.values(project.nodes).filter(isInput)
const propose = (target: string, rows?: number, asked?: readonly string[]) =>
  proposeProject({
    name: 'p',
    file: 'p.csv',
    profile: table(rows),
    targets: [{ column: target }],
    ...(asked ? { inputs: asked } : {}),
  })

describe('a proposal', () => {
  it.each(['income', 'owner', 'species', 'card'])(
    'for the target %s has no problem and can be saved',
    (target) => {
      const project = propose(target)
      const analysis = inferGraph(project)
      expect([
        ...analysis.problems,
        ...Object.values(analysis.nodes).flatMap(({ problems }) => problems),
      ]).toEqual([])
      expect(parseProject(serializeProject(project))).toEqual(project)
    },
  )
  it('fits loss and last activation to the target', () => {
    const seen = ['income', 'owner', 'species', 'card'].map((target) => {
      const project = propose(target)
      const [output] = outputs(project)
      return [output?.output.loss, Object.values(project.layers).at(-1)?.params]
    })
    expect(seen).toEqual([
      ['meanSquaredError', { units: 1, activation: 'linear' }],
      ['binaryCrossentropy', { units: 1, activation: 'sigmoid' }],
      ['categoricalCrossentropy', { units: 3, activation: 'softmax' }],
      ['binaryCrossentropy', { units: 1, activation: 'sigmoid' }],
    ])
  })
  it('leaves out ids and text, keeps the target out of the inputs, and gives a sequence its own input', () => {
    const project = propose('income')
    expect(inputs(project).map(({ input }) => input.columns.map(({ column }) => column))).toEqual([
      ['age', 'town', 'owner', 'species', 'card'],
      ['words'],
    ])
    expect(inputs(project).map(({ input }) => [input.shape, input.dtype])).toEqual([
      [[1 + 4 + 1 + 3 + 2], 'float32'],
      [[20], 'int32'],
    ])
  })
  it('leaves out columns of which more than nine tenths are missing', () => {
    const columns = [number('a', 100, 90), number('b', 100, 91), number('y')]
    const project = proposeProject({
      name: 'p',
      file: 'p.csv',
      profile: profile(100, columns),
      targets: [{ column: 'y' }],
    })
    expect(inputs(project)[0]?.input.columns.map(({ column }) => column)).toEqual(['a'])
  })
  it('takes exactly the columns that were asked for, even an id', () => {
    const [input] = inputs(propose('income', 1319, ['age', 'key', 'age']))
    expect(input?.input.columns.map(({ column }) => column)).toEqual(['age', 'key'])
  })
  it('guards small tables with dropout and stratifies classes', () => {
    const small = propose('species', 150)
    expect(Object.values(small.layers).filter(({ type }) => type === 'dropout')).toHaveLength(2)
    expect(small.training.split).toEqual({ validation: 0.15, test: 0.15, shuffle: true, stratify: 'species' })
    expect(Object.values(propose('income').layers).some(({ type }) => type === 'dropout')).toBe(false)
  })
  it('gives every target a head and an output', () => {
    const project = proposeProject({
      name: 'two',
      file: 'p.csv',
      profile: table(),
      targets: [{ column: 'income' }, { column: 'card', kind: 'classes' }],
    })
    expect(outputs(project).map(({ output }) => output.name)).toEqual(['income', 'card'])
    expect(inferGraph(project).ok).toBe(true)
  })
  it('reads free text when asked, or when there is nothing else, word by word', () => {
    const project = propose('income', 100, ['comment'])
    expect(inputs(project)).toMatchObject([{ input: { shape: [50], dtype: 'int32' } }])
    expect(Object.values(project.layers)).toContainEqual(
      expect.objectContaining({ type: 'embedding', params: { inputDim: 10_002, outputDim: 32 } }),
    )
    expect(inferGraph(project).ok).toBe(true)
    const only = proposeProject({
      name: 't',
      file: 't.csv',
      profile: profile(100, [category('card', ['no', 'yes']), other('comment', 'text')]),
      targets: [{ column: 'card' }],
    })
    expect(inputs(only).map(({ input }) => input.name)).toEqual(['comment'])
  })
  it('says which column is wrong', () => {
    expect(() => propose('incom')).toThrow(/columnMissing.*incom/)
    const binary = {
      name: 'b',
      file: 'b.csv',
      profile: table(),
      targets: [{ column: 'species', kind: 'binary' as const }],
    }
    expect(() => proposeProject(binary)).toThrow(/targetNotBinary/)
  })
  it('refuses targets with nothing to learn, and tables of a row', () => {
    const [income] = table().columns
    const proposeFrom = (rows: number, column: ColumnProfile) =>
      proposeProject({
        name: 'c',
        file: 'c.csv',
        profile: profile(
          rows,
          income && rows > 1 ? [income, column] : [column, { ...column, name: 'other' }],
        ),
        targets: [{ column: column.name }],
      })
    expect(() => proposeFrom(10, { ...number('y') })).not.toThrow()
    expect(() =>
      proposeProject({
        name: 'c',
        file: 'c.csv',
        profile: profile(10, [number('y'), other('key', 'id')]),
        targets: [{ column: 'y' }],
      }),
    ).toThrow(/noUsableColumns/)
    const same = { ...other('same', 'constant'), distinct: 1 }
    expect(() => proposeFrom(10, same)).toThrow(/targetConstant.*same/)
    expect(() => proposeFrom(10, { ...same, distinct: 0, missing: 10 })).toThrow(/noValues.*same/)
    expect(() => proposeFrom(1, { ...number('y', 1), type: 'constant' })).toThrow(/tooFewRows/)
  })
})
