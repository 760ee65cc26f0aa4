import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { FindQuery, TableView, ViewRows } from '../../../../shared/tableView.ts'
import { createDatasets } from '../datasets.ts'
import { createViews } from './views.ts'

const folder = mkdtempSync(join(tmpdir(), 'layerloom-views-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const towns = ['서울', 'Busan', 'busan', 'Jeju']
const records = Array.from({ length: 3000 }, (_, row) => ({
  id: row,
  town: row % 11 === 0 ? null : (towns[row % 4] ?? null),
  mass: row % 7 === 0 ? null : ((row * 7919) % 1000) / 8,
}))
let dir: string
beforeAll(async () => {
  const file = join(folder, 'towns.csv')
  const lines = records.map(({ id, town, mass }) => `${id},${town ?? ''},${mass ?? 'NA'}`)
  writeFileSync(file, `id,town,mass\n${lines.join('\n')}\n`)
  dir = (await createDatasets({ cacheDir: join(folder, 'cache') }).open(file)).dir
})

const { signal } = new AbortController()
const rowsOf = async (view: TableView, from = 0, count = 3000): Promise<ViewRows> =>
  createViews().rows(signal, dir, view, from, count)
const lastOf = async <T>(events: AsyncIterable<T>): Promise<T | undefined> => {
  let last: T | undefined
  for await (const event of events) last = event
  return last
}

it('shows all rows as they are without sort and filter', async () => {
  const { rows, numbers } = await rowsOf({ filters: [] }, 1, 2)
  expect(rows).toEqual([
    ['1', 'Busan', '114.875'],
    ['2', 'busan', '104.75'],
  ])
  expect(numbers).toEqual([1, 2])
  expect((await rowsOf({ filters: [] }, 2999, 5)).numbers).toEqual([2999])
  expect((await rowsOf({ filters: [] }, 5000, 5)).numbers).toEqual([])
})

it('filters, then sorts what is left, with rows without a value last, and knows their numbers', async () => {
  const view: TableView = {
    filters: [
      { column: 'id', is: 'below', value: 1000 },
      { column: 'town', is: 'present' },
    ],
    sort: { column: 'mass', descending: true },
  }
  const left = records.filter(({ id, town }) => id < 1000 && town !== null)
  const sorted = left.toSorted((a, b) => (b.mass ?? -1) - (a.mass ?? -1) || a.id - b.id)
  const { rows, numbers } = await rowsOf(view)
  expect(numbers).toEqual(sorted.map(({ id }) => id))
  expect(rows).toEqual(
    sorted.map(({ id, town, mass }) => [String(id), town, mass === null ? null : String(mass)]),
  )
  const ready = await lastOf(createViews().arrange(signal, dir, view) as AsyncIterable<unknown>)
  expect(ready).toEqual({ kind: 'ready', rows: left.length, left: [1000, left.length] })
})

it('sorts text by its letters, whatever their size, and keeps the order of equal rows', async () => {
  const { numbers } = await rowsOf({ filters: [], sort: { column: 'town', descending: false } })
  const rank = (town: string | null) =>
    town === null ? 9 : ['busan', 'jeju', '서울'].indexOf(town.toLowerCase())
  const sorted = records.toSorted((a, b) => rank(a.town) - rank(b.town) || a.id - b.id)
  expect(numbers).toEqual(sorted.map(({ id }) => id))
})

it('finds where a row is, or that a filter leaves it out', async () => {
  const views = createViews()
  const view: TableView = {
    filters: [{ column: 'id', is: 'atLeast', value: 100 }],
    sort: { column: 'id', descending: true },
  }
  expect(await views.placeOf(signal, dir, view, 2999)).toBe(0)
  expect(await views.placeOf(signal, dir, view, 100)).toBe(2899)
  expect(await views.placeOf(signal, dir, view, 99)).toBeNull()
  expect(await views.placeOf(signal, dir, { filters: [] }, 5)).toBe(5)
  expect(await views.placeOf(signal, dir, { filters: [] }, 3000)).toBeNull()
})

it('finds every cell with a text once, forwards and backwards, and goes on from the other end', async () => {
  const view: TableView = {
    filters: [{ column: 'id', is: 'below', value: 60 }],
    sort: { column: 'id', descending: true },
  }
  const cells = (await rowsOf(view)).rows.flatMap((row, place) =>
    row.flatMap((cell, column) => (cell?.toLowerCase().includes('5') ? [{ row: place, column }] : [])),
  )
  expect(cells.length).toBeGreaterThan(20)
  const views = createViews()
  const walk = async (backwards: boolean) => {
    let query: FindQuery = { text: '5', row: -1, column: -1, backwards }
    const seen: unknown[] = []
    for (let step = 0; step <= cells.length; step++) {
      const found = await lastOf(views.find(signal, dir, view, query))
      if (found?.kind !== 'found' || !found.match) throw new Error('nothing found')
      expect(found.count).toBe(cells.length)
      const { row, column, index } = found.match
      expect(cells[index - 1]).toEqual({ row, column })
      seen.push({ row, column })
      query = { ...query, row, column }
    }
    return seen
  }
  expect(await walk(false)).toEqual([...cells, cells[0]])
  expect(await walk(true)).toEqual([...cells.toReversed(), cells.at(-1)])
})

it('finds letters of any size, and says when there is nothing', async () => {
  const find = async (text: string) =>
    lastOf(createViews().find(signal, dir, { filters: [] }, { text, row: -1, column: -1, backwards: false }))
  const busan = records.filter(({ town }) => town?.toLowerCase() === 'busan').length
  expect(await find('BUSAN')).toEqual({ kind: 'found', match: { row: 1, column: 1, index: 1 }, count: busan })
  expect(await find('nowhere')).toEqual({ kind: 'found', match: null, count: 0 })
})

it('refuses a column that is not there and a comparison with what is no number', async () => {
  await expect(rowsOf({ filters: [], sort: { column: 'none', descending: false } })).rejects.toMatchObject({
    problem: { code: 'columnMissing' },
  })
  await expect(rowsOf({ filters: [{ column: 'mass', is: 'above', value: 'much' }] })).rejects.toMatchObject({
    problem: { code: 'ruleNotANumber' },
  })
})

it('stops when it is cancelled', async () => {
  const cancel = new AbortController()
  cancel.abort()
  const view: TableView = { filters: [], sort: { column: 'mass', descending: false } }
  await expect(lastOf(createViews().arrange(cancel.signal, dir, view))).rejects.toMatchObject({
    problem: { code: 'cancelled' },
  })
})
