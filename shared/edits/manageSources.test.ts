import { describe, expect, it } from 'vitest'
import { newProject } from '../newProject.ts'
import { isInput, isOutput, type Project, projectSchema } from '../project.ts'
import {
  makeMainSource,
  removeSource,
  setSourceRole,
  shiftSource,
  sourceRole,
  usesOfSource,
} from './manageSources.ts'

const number = { kind: 'number', scale: 'none', missing: 'drop' }
const input = (name: string, columns: { column: string; source?: string }[]) => ({
  input: { name, shape: [columns.length], columns: columns.map((use) => ({ ...use, encoding: number })) },
  x: 0,
  y: 0,
})
const project: Project = projectSchema.parse({
  ...newProject('p'),
  nodes: {
    a: input('main', [{ column: 'age' }, { column: 'fare', source: 'people' }]),
    b: input('towns', [{ column: 'size', source: 'towns' }]),
    y: { output: { target: { column: 'won', encoding: number } }, x: 0, y: 0 },
  },
  data: {
    sources: [
      { id: 'people', file: 'people.csv', columns: { age: { type: 'number' }, city: { type: 'category' } } },
      {
        id: 'towns',
        file: 'towns.csv',
        columns: { name: { type: 'category' } },
        join: { by: 'key', column: 'name', with: 'city' },
      },
      { id: 'later', file: 'later.csv', part: 'test' },
      { id: 'extra', file: 'extra.csv', join: { by: 'key', column: 'who', with: 'age' } },
    ],
  },
})
const usesIn = ({ nodes }: Project) =>
  Object.values(nodes).flatMap((node) => {
    if (isInput(node)) return node.input.columns.map(({ column, source }) => [column, source])
    return isOutput(node) && node.output.target
      ? [[node.output.target.column, node.output.target.source]]
      : []
  })
const idsOf = ({ data }: Project) => data.sources.map(({ id }) => id)

describe('managing sources', () => {
  it('says what the model takes from one', () => {
    expect(usesOfSource(project, 'people')).toEqual({ columns: 3, inputs: ['main'], outputs: ['output'] })
    expect(usesOfSource(project, 'towns')).toEqual({ columns: 1, inputs: ['towns'], outputs: [] })
    expect(usesOfSource(project, 'later').columns).toBe(0)
  })
  it('removes one with every use of it and nothing else', () => {
    const left = removeSource(project, 'towns')
    expect(idsOf(left)).toEqual(['people', 'later', 'extra'])
    expect(usesIn(left).map(([column]) => column)).toEqual(['age', 'fare', 'won'])
    const { b } = left.nodes
    expect(b && isInput(b) && b.input.columns).toEqual([])
    expect(removeSource(project, 'gone')).toBe(project)
  })
  it('lets the next take the place of the first', () => {
    const left = removeSource(project, 'people')
    expect(idsOf(left)).toEqual(['towns', 'later', 'extra'])
    expect(left.data.sources.map(sourceRole)).toEqual([{ by: 'row' }, { by: 'test' }, { by: 'row' }])
    expect(usesIn(left)).toEqual([['size', undefined]])
    expect(removeSource(removeSource(removeSource(left, 'towns'), 'later'), 'extra').data.sources).toEqual([])
  })
  it('turns the join round for a new first source', () => {
    const turned = makeMainSource(project, 'towns')
    expect(idsOf(turned)).toEqual(['towns', 'people', 'later', 'extra'])
    expect(turned.data.sources.slice(1).map(sourceRole)).toEqual([
      { by: 'key', column: 'city', with: 'name' },
      { by: 'test' },
      { by: 'row' },
    ])
    expect(turned.data.sources[0]).not.toHaveProperty('join')
    expect(usesIn(turned)).toEqual([
      ['age', 'people'],
      ['fare', 'people'],
      ['size', undefined],
      ['won', 'people'],
    ])
    const back = makeMainSource(turned, 'people')
    expect(back.data.sources[1]?.join).toEqual({ by: 'key', column: 'name', with: 'city' })
  })
  it('takes from the first what the model took from a test part', () => {
    const tested = setSourceRole(project, 'towns', { by: 'test' })
    expect(sourceRole(tested.data.sources[1]!)).toEqual({ by: 'test' })
    expect(usesIn(tested)).toContainEqual(['size', undefined])
    const later = { by: 'test' } as const
    const typed = setSourceRole(
      {
        ...project,
        data: {
          ...project.data,
          sources: [
            project.data.sources[0]!,
            { id: 'x', file: 'x.csv', columns: { age: { type: 'category' }, more: { type: 'text' } } },
          ],
        },
      },
      'x',
      later,
    )
    expect(typed.data.sources[1]?.columns).toEqual({ age: { type: 'number' }, more: { type: 'text' } })
    const joined = setSourceRole(tested, 'towns', { by: 'row' })
    expect(joined.data.sources[1]).not.toHaveProperty('part')
    expect(setSourceRole(project, 'people', { by: 'test' })).toBe(project)
  })
  it('orders those after the first', () => {
    expect(idsOf(shiftSource(project, 'extra', -1))).toEqual(['people', 'towns', 'extra', 'later'])
    expect(shiftSource(project, 'towns', -1)).toBe(project)
    expect(shiftSource(project, 'extra', 1)).toBe(project)
    expect(shiftSource(project, 'people', 1)).toBe(project)
  })
})

it('leaves columns that steps make without a source, whichever is the first', () => {
  const made = projectSchema.parse({
    ...project,
    nodes: { ...project.nodes, c: input('made', [{ column: 'per head' }]) },
    data: { ...project.data, steps: [{ kind: 'formula', column: 'per head', formula: 'age / size' }] },
  })
  const uses = (changed: Project) => {
    const node = changed.nodes['c']
    return node && isInput(node) ? node.input.columns.map(({ source, column }) => [source, column]) : []
  }
  expect(uses(makeMainSource(made, 'towns'))).toEqual([[undefined, 'per head']])
  expect(uses(removeSource(made, 'towns'))).toEqual([[undefined, 'per head']])
})
