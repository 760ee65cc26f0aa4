import { describe, expect, it } from 'vitest'
import { projectSchema } from '../project.ts'
import type { Table } from '../table.ts'
import { cellText } from './cells.ts'
import { divideRows } from './divideRows.ts'
import type { StepChange } from './steps/takeSteps.ts'
import { tableOf } from './tableOf.test-support.ts'

describe('divideRows with steps', () => {
  const project = (steps: object[], split: object = { validation: 0, test: 0.5, shuffle: false }) =>
    projectSchema.parse({
      format: 1,
      id: 'p',
      name: 'p',
      layers: {},
      nodes: {},
      edges: [],
      data: {
        sources: [
          { id: 'main', file: 'main.csv', columns: { key: { type: 'category' }, x: { type: 'number' } } },
          {
            id: 'more',
            file: 'more.csv',
            columns: { id: { type: 'category' }, size: { type: 'number' } },
            join: { by: 'key', column: 'id', with: 'key' },
          },
        ],
        steps,
      },
      training: { split },
    })
  const tables: Record<string, Table> = {
    main: tableOf({ key: ['a', 'b', 'a', 'c', 'b', 'a'], x: [1, 2, 3, 4, null, 1] }),
    more: tableOf({ id: ['a', 'b'], size: [10, 20] }),
  }
  const divide = (steps: object[], names: string[], tell?: (change: StepChange) => void) => {
    const uses = names.map((column) => ({ column }))
    const asked: string[] = []
    const read = (source: string, columns: readonly string[] | 'all') => {
      const table = tables[source] ?? tableOf({})
      const wanted = columns === 'all' ? [...table.columns.keys()] : columns
      asked.push(...wanted)
      const found = wanted.flatMap((name) => {
        const column = table.columns.get(name)
        return column ? [[name, column] as const] : []
      })
      return Promise.resolve({ rows: table.rows, columns: new Map(found) })
    }
    const run = divideRows(project(steps), uses, [], { seed: 1 }, read, tell ? { tell } : {})
    return run.then((divided) => ({
      ...divided,
      asked,
      cells: names.map((_, at) => {
        const column = divided.columnOf(uses[at] as { column: string })
        return Array.from({ length: divided.table.rows }, (__, row) => cellText(column, row))
      }),
    }))
  }

  it('computes over the joined table and keeps what the rule says', async () => {
    const steps = [
      { kind: 'formula', column: 'area', formula: 'x * size' },
      { kind: 'keep', rule: { column: 'area', is: 'present' } },
    ]
    const { cells, rowOf, excluded, parts, table } = await divide(steps, ['area', 'key'])
    expect(cells).toEqual([
      ['10', '40', '30', '10'],
      ['a', 'b', 'a', 'a'],
    ])
    expect([0, 1, 2, 3].map(rowOf)).toEqual([0, 1, 2, 5])
    expect([excluded, table.rows, parts.train.length, parts.test.length]).toEqual([2, 4, 2, 2])
  })

  it('learns from the training rows of the rows that stay', async () => {
    const steps = [
      { kind: 'keep', rule: { column: 'key', is: 'notEquals', value: 'b' } },
      { kind: 'mergeRare', column: 'key', atLeast: 2, into: 'rest' },
    ]
    const { cells, steps: told } = await divide(steps, ['key'])
    // Of a, a, c, a the first half trains.
    expect(cells).toEqual([['a', 'a', 'rest', 'a']])
    expect(told.steps).toEqual({
      columns: [{ column: 'key', kind: 'text' }],
      list: [{ kind: 'mergeRare', column: 'key', values: ['a'], into: 'rest' }],
    })
  })

  it('reads no column that only an unused step needs', async () => {
    const steps = [{ kind: 'formula', column: 'unused', formula: 'size * 2' }]
    const { asked, steps: told } = await divide(steps, ['x'])
    expect(asked).toEqual(['x'])
    expect(told).toEqual({})
  })

  it('compares all columns of all sources for duplicates', async () => {
    const { cells, excluded } = await divide([{ kind: 'dropDuplicates' }], ['x'])
    expect([cells, excluded]).toEqual([[['1', '2', '3', '4', null]], 1])
  })

  it('tells what each step does', async () => {
    const told: StepChange[] = []
    await divide(
      [
        { kind: 'dropMissing', columns: ['x'] },
        { kind: 'clip', column: 'x', high: 2 },
      ],
      ['x'],
      (change) => void told.push(change),
    )
    expect(told[0]).toEqual({ number: 1, dropped: 1, left: 5 })
    const change = told[1] && 'rows' in told[1] ? told[1] : null
    expect([...(change?.rows ?? [])]).toEqual([0, 1, 2, 3, 5])
    expect(change?.after.kind === 'number' && [...change.after.values]).toEqual([1, 2, 2, 2, Number.NaN, 1])
  })
})
