import { describe, expect, it } from 'vitest'
import { newProject } from '../newProject.ts'
import { isInput, isOutput, type Project, projectSchema } from '../project.ts'
import type { ColumnProfile, ColumnType, TableProfile } from '../table.ts'
import { differenceOf, replaceSource } from './replaceSource.ts'
import { setTarget } from './target.ts'

const column = (name: string, type: ColumnType, values: readonly string[] = []): ColumnProfile => ({
  name,
  type,
  missing: 0,
  distinct: values.length || 90,
  top: values.map((value) => ({ value, count: 1 })),
})
const tableOf = (...columns: ColumnProfile[]): TableProfile => ({
  rows: 100,
  bytes: 1000,
  sha256: 'b'.repeat(64),
  dialect: { encoding: 'utf-8', delimiter: ';', decimal: '.', thousands: '', header: true, skip: 0 },
  columns,
  badRows: [],
  badRowCount: 0,
})
const old = tableOf(
  column('나이', 'number'),
  column('city', 'category', ['a', 'b']),
  column('won', 'category', ['x', 'y']),
)
const project: Project = projectSchema.parse({
  ...newProject('p'),
  layers: { head: { type: 'dense', name: 'head', params: { units: 2, activation: 'softmax' } } },
  nodes: {
    in: {
      input: {
        name: 'in',
        shape: [3],
        columns: [
          { column: '나이', encoding: { kind: 'number', scale: 'minmax', missing: 'mean' } },
          {
            column: 'city',
            encoding: {
              kind: 'category',
              as: 'onehot',
              categories: ['b', 'a'],
              missing: 'drop',
              unknown: false,
            },
          },
        ],
      },
      x: 0,
      y: 0,
    },
    head: { layer: 'head', x: 1, y: 0 },
    out: {
      output: {
        target: { column: 'won', encoding: { kind: 'classes', as: 'onehot', categories: ['x', 'y'] } },
      },
      x: 2,
      y: 0,
    },
  },
  edges: [
    { from: 'in', out: 'output', to: 'head', in: 'input' },
    { from: 'head', out: 'output', to: 'out', in: 'input' },
  ],
  data: {
    sources: [
      {
        id: 'data',
        file: 'may.csv',
        sha256: 'a'.repeat(64),
        columns: { 나이: { type: 'number' }, city: { type: 'category' }, won: { type: 'category' } },
      },
    ],
    steps: [
      { kind: 'dropMissing', columns: ['city', '나이'] },
      { kind: 'clip', column: '나이', low: 0 },
    ],
  },
  training: { split: { stratify: 'won', group: '나이' } },
})
const columnsIn = ({ nodes }: Project) => {
  const node = nodes['in']
  return node && isInput(node) ? node.input.columns : []
}
const targetIn = ({ nodes }: Project) => {
  const node = nodes['out']
  return node && isOutput(node) ? node.output.target : undefined
}
const june = tableOf(
  column('나이'.normalize('NFD'), 'number'),
  column('city', 'category', ['a', 'c']),
  column('won', 'category', ['x', 'y', 'z']),
  column('new', 'date'),
)
const replaced = (encodings: 'keep' | 'refit', profile = june, before: TableProfile | null = old) =>
  replaceSource(project, 'data', before, { found: { file: 'data/june.csv' }, profile, encodings })

describe('replaceSource', () => {
  it('puts the file in place with its hash, dialect and columns', () => {
    const [source] = replaced('keep').data.sources
    expect(source).toMatchObject({ id: 'data', file: 'data/june.csv', sha256: 'b'.repeat(64) })
    expect(source?.dialect?.delimiter).toBe(';')
    expect(Object.keys(source?.columns ?? {})).toEqual(['나이'.normalize('NFD'), 'city', 'won', 'new'])
  })
  it('follows a Korean name into other letters everywhere', () => {
    const next = replaced('keep')
    expect(columnsIn(next)[0]).toEqual({ ...columnsIn(project)[0], column: '나이'.normalize('NFD') })
    expect(next.training.split).toMatchObject({ stratify: 'won', group: '나이'.normalize('NFD') })
    expect(next.data.steps).toMatchObject([
      { columns: ['city', '나이'.normalize('NFD')] },
      { column: '나이'.normalize('NFD') },
    ])
  })
  it('keeps encodings, new values of a listed category counting as unknown', () => {
    const next = replaced('keep')
    expect(columnsIn(next)[1]?.encoding).toMatchObject({ categories: ['b', 'a'], unknown: true })
    expect(targetIn(next)).toEqual(targetIn(project))
  })
  it('refits lists of categories in their old order, the shape and the layer before the target with them', () => {
    const next = replaced('refit')
    expect(columnsIn(next)[1]?.encoding).toMatchObject({ categories: ['a', 'c'], unknown: false })
    expect(columnsIn(next)[0]?.encoding).toMatchObject({ scale: 'minmax', missing: 'mean' })
    expect(targetIn(next)?.encoding).toMatchObject({ categories: ['x', 'y', 'z'] })
    expect(next.layers['head']?.params['units']).toBe(3)
    const node = next.nodes['in']
    expect(node && isInput(node) && node.input.shape).toEqual([3])
  })
  it('reads a retyped column as it was, or takes the new type and an encoding for it', () => {
    const profile = tableOf(column('나이', 'category', ['young', 'old']), ...old.columns.slice(1))
    const kept = replaced('keep', profile)
    expect(kept.data.sources[0]?.columns?.['나이']).toEqual({ type: 'number' })
    expect(columnsIn(kept)[0]?.encoding.kind).toBe('number')
    const fitted = replaced('refit', profile)
    expect(fitted.data.sources[0]?.columns?.['나이']).toEqual({ type: 'category' })
    expect(columnsIn(fitted)[0]?.encoding).toMatchObject({ kind: 'category', categories: ['old', 'young'] })
  })
  it('leaves columns that are gone where they are used', () => {
    const next = replaced('refit', tableOf(...old.columns.slice(1)))
    expect(columnsIn(next).map((use) => use.column)).toEqual(['나이', 'city'])
  })
  it('knows what it had when the old file is gone', () => {
    const source = project.data.sources[0]!
    const { missing, added, newValues } = differenceOf(project, source, null, june)
    expect([missing, added]).toEqual([[], ['new']])
    expect(newValues).toEqual([
      { column: 'city', values: ['c'] },
      { column: 'won', values: ['z'] },
    ])
  })
  it('does not take new numbers for new categories', () => {
    const numbers = tableOf(column('나이', 'number', ['1', '2']))
    const { newValues } = differenceOf(
      project,
      project.data.sources[0]!,
      numbers,
      tableOf(column('나이', 'number', ['3'])),
    )
    expect(newValues).toEqual([])
  })
  it('goes on with numbers and categories that a column is taken for something else by its new cells', () => {
    const profile = tableOf(
      {
        ...column('나이', 'id'),
        summary: { min: 0, max: 1, mean: 0, std: 1, quartiles: [0, 0, 1], histogram: [] },
      },
      column('city', 'number', ['10', '9']),
      ...old.columns.slice(2),
    )
    const next = replaced('refit', profile)
    expect(columnsIn(next)[0]?.encoding).toEqual(columnsIn(project)[0]?.encoding)
    expect(columnsIn(next)[1]?.encoding).toMatchObject({ kind: 'category', categories: ['9', '10'] })
  })
  it('finds new labels inside of cells', () => {
    const labelled = setTarget(project, 'out', {
      column: 'won',
      encoding: { kind: 'labels', separator: '|', categories: ['x', 'y'], missing: 'drop' },
    })
    const profile = tableOf(...old.columns.slice(0, 2), column('won', 'category', ['x|y', 'y | z', 'x']))
    const found = differenceOf(labelled, labelled.data.sources[0]!, null, profile)
    expect(found.newValues).toEqual([{ column: 'won', values: ['z'] }])
    const next = replaceSource(labelled, 'data', null, { found: { file: 'x' }, profile, encodings: 'refit' })
    expect(targetIn(next)?.encoding).toMatchObject({ categories: ['x', 'y', 'z'] })
  })
})
