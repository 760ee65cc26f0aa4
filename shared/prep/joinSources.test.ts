import { describe, expect, it } from 'vitest'
import { cellText } from './cells.ts'
import type { Table } from '../table.ts'
import { projectSchema } from '../project.ts'
import { tableOf } from './tableOf.test-support.ts'
import { joinSources } from './joinSources.ts'

const tables: Record<string, Table> = {
  people: tableOf({ id: [3, 1, 2], age: [30, 10, 20], city: ['b', 'a', null] }),
  later: tableOf({ id: [4, 1], age: [40, 11], city: ['c', 'a'] }),
  cities: tableOf({ name: ['a', 'b'], size: [100, 200] }),
  marks: tableOf({ age: [7, 8, 9] }),
}
const join = (sources: object[], names: { source?: string; column: string }[]) => {
  const layers = { layers: {}, nodes: {}, edges: [] }
  const project = projectSchema.parse({ format: 1, id: 'p', name: 'p', ...layers, data: { sources } })
  const read = (source: string, columns: readonly string[] | 'all') => {
    const table = tables[source] ?? tableOf({})
    const wanted = (columns === 'all' ? [...table.columns.keys()] : columns).flatMap((name) => {
      const column = table.columns.get(name)
      return column ? [[name, column] as const] : []
    })
    return Promise.resolve({ rows: table.rows, columns: new Map(wanted) })
  }
  return joinSources(project, names, read)
}
const cells = ({ table, keys }: Awaited<ReturnType<typeof join>>, index: number) => {
  const column = table.columns.get(keys[index] ?? '')
  return Array.from({ length: table.rows }, (_, row) => (column ? cellText(column, row) : undefined))
}
const people = { id: 'people', file: 'people.csv' }
const later = { id: 'later', file: 'later.csv', part: 'test' }
const cities = {
  id: 'cities',
  file: 'cities.csv',
  columns: { name: { type: 'category' }, size: { type: 'number' } },
  join: { by: 'key', column: 'name', with: 'city' },
}

describe('joinSources', () => {
  it('joins by key, whatever the order, and leaves a cell missing where nothing matches', async () => {
    const joined = await join([people, cities], [{ column: 'age' }, { source: 'cities', column: 'size' }])
    expect(cells(joined, 0)).toEqual(['30', '10', '20'])
    expect(cells(joined, 1)).toEqual(['200', '100', null])
  })

  it('finds the source that is known to have a column', async () => {
    expect(cells(await join([people, cities], [{ column: 'size' }]), 0)).toEqual(['200', '100', null])
  })

  it('joins by row, columns of the same name kept apart', async () => {
    const marks = { id: 'marks', file: 'marks.csv', join: { by: 'row' } }
    const joined = await join([people, marks], [{ column: 'age' }, { source: 'marks', column: 'age' }])
    expect([cells(joined, 0), cells(joined, 1)]).toEqual([
      ['30', '10', '20'],
      ['7', '8', '9'],
    ])
  })

  it('puts the rows of a test file below, joined like the others', async () => {
    const names = [{ column: 'age' }, { column: 'city' }, { source: 'cities', column: 'size' }]
    const joined = await join([people, later, cities], names)
    expect(joined.testFrom).toBe(3)
    expect(cells(joined, 0)).toEqual(['30', '10', '20', '40', '11'])
    expect(cells(joined, 1)).toEqual(['b', 'a', null, 'c', 'a'])
    expect(cells(joined, 2)).toEqual(['200', '100', null, null, '100'])
  })
})
