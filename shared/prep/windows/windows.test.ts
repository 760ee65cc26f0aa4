import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { newProject } from '../../newProject.ts'
import { ProblemError } from '../../problems.ts'
import { type Project, projectSchema } from '../../project.ts'
import { divideRows } from '../divideRows.ts'
import { tableOf } from '../tableOf.test-support.ts'
import { reachedRows, windowReach } from './reach.ts'
import { createTimeline } from './timeline.ts'

const column = (table: ReturnType<typeof tableOf>, name: string) => {
  const found = table.columns.get(name)
  if (!found) throw new Error(name)
  return found
}

describe('a timeline', () => {
  it('follows time within each series and ends where a series does', () => {
    const table = tableOf({
      when: ['2024-01-03', '2024-01-01', '2 Jan 2024', '2024-01-01', null],
      who: ['a', 'a', 'a', 'b', 'a'],
    })
    const [time, group] = [column(table, 'when'), column(table, 'who')]
    const timeline = createTimeline(5, { time, group })
    expect([1, 2, 0, 3, 4].map((row) => timeline.at(row, 1))).toEqual([2, 0, -1, -1, -1])
    expect([1, 2, 0, 3, 4].map((row) => timeline.at(row, -1))).toEqual([-1, 1, 2, -1, -1])
    expect(timeline.at(4, 0)).toBe(-1)
    expect([...reachedRows(windowReach(timeline, 3), Uint32Array.of(0))]).toEqual([1, 2, 0])
  })
  it('keeps the order of the table without a column, and stops at the border of a file', () => {
    const timeline = createTimeline(4, { border: 2 })
    expect([0, 1, 2, 3].map((row) => timeline.at(row, 1))).toEqual([1, -1, 3, -1])
  })
  it('reaches there and back again', () => {
    const rows = fc.array(
      fc.record({ t: fc.integer({ min: 0, max: 5 }), g: fc.constantFrom('a', 'b', 'c') }),
      {
        minLength: 1,
      },
    )
    fc.assert(
      fc.property(rows, fc.integer({ min: -4, max: 4 }), (cells, shift) => {
        const table = tableOf({ t: cells.map(({ t }) => t), g: cells.map(({ g }) => g) })
        const timeline = createTimeline(cells.length, { time: column(table, 't'), group: column(table, 'g') })
        for (const [row, cell] of cells.entries()) {
          const to = timeline.at(row, shift)
          if (to < 0) continue
          expect(timeline.at(to, -shift)).toBe(row)
          expect(cells[to]?.g).toBe(cell.g)
          if (shift > 0) expect(cells[to]?.t).toBeGreaterThanOrEqual(cell.t)
        }
      }),
    )
  })
})

interface Asked {
  readonly steps?: number
  readonly horizon?: number
  readonly split?: object
  readonly order?: object
  readonly missing?: string
}
const projectOf = ({ steps, horizon, split = {}, order, missing = 'median' }: Asked): Project =>
  projectSchema.parse({
    ...newProject('p'),
    nodes: {
      in: {
        input: {
          name: 'in',
          shape: [steps ?? 1, 1],
          columns: [{ column: 'x', encoding: { kind: 'number', missing } }],
          ...(steps === undefined ? {} : { window: { steps } }),
        },
        x: 0,
        y: 0,
      },
      out: { output: { target: { column: 'y', encoding: { kind: 'number' }, horizon } }, x: 0, y: 0 },
    },
    data: { sources: [{ id: 's', file: 's.csv' }], ...(order ? { order } : {}) },
    training: { split: { validation: 0.2, test: 0.2, ...split } },
  })
const divide = (project: Project, table: ReturnType<typeof tableOf>) =>
  divideRows(project, [{ column: 'x' }, { column: 'y' }], [{ column: 'y' }], { seed: 1 }, (_, names) =>
    Promise.resolve(
      names === 'all'
        ? table
        : { ...table, columns: new Map(names.map((name) => [name, column(table, name)])) },
    ),
  )
const counting = (length: number, gaps: { x?: number; y?: number } = {}) => {
  const cells = Array.from({ length }, (_, row) => row)
  return tableOf({
    x: cells.map((row) => (row === gaps.x ? null : row)),
    y: cells.map((row) => (row === gaps.y ? null : row)),
  })
}

describe('rows with windows', () => {
  it('need all their steps and a target in their own part', async () => {
    const { parts, learning } = await divide(projectOf({ steps: 3, horizon: 2 }), counting(20))
    // 12 train, 4 validate, 4 test; the first two lack steps, the last two of each part a target in it.
    expect([...parts.train]).toEqual([2, 3, 4, 5, 6, 7, 8, 9])
    expect([...parts.validation]).toEqual([12, 13])
    expect([...parts.test]).toEqual([16, 17])
    expect(parts.dropped).toHaveLength(8)
    expect([...learning]).toEqual(Array.from({ length: 12 }, (_, row) => row))
  })
  it('are left out with a step or a target that is missing where it is needed', async () => {
    const { parts } = await divide(projectOf({ steps: 2, missing: 'drop' }), counting(20, { x: 5, y: 9 }))
    expect([...parts.train]).toEqual([1, 2, 3, 4, 7, 8, 10, 11])
    const ahead = await divide(projectOf({ horizon: 1 }), counting(20, { x: 5, y: 9 }))
    expect([...ahead.parts.train]).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 9, 10])
  })
  it('go by time even when shuffling is asked for, unless whole series are kept together', async () => {
    const table = tableOf({
      x: Array.from({ length: 40 }, (_, row) => row),
      y: Array.from({ length: 40 }, (_, row) => row),
      t: Array.from({ length: 40 }, (_, row) => -row),
      who: Array.from({ length: 40 }, (_, row) => `g${row % 10}`),
    })
    const byTime = await divide(projectOf({ steps: 2, order: { column: 't' } }), table)
    expect(Math.max(...byTime.parts.test)).toBeLessThan(Math.min(...byTime.parts.train))
    const grouped = projectOf({ steps: 2, order: { group: 'who' }, split: { group: 'who' } })
    const { parts } = await divide(grouped, table)
    const names = (rows: Uint32Array) => new Set([...rows].map((row) => row % 10))
    expect([names(parts.train).size, names(parts.validation).size, names(parts.test).size]).toEqual([6, 2, 2])
    expect(parts.train).toHaveLength(18)
  })
  it('say when no window fits', async () => {
    const error = await divide(projectOf({ steps: 30, horizon: 1 }), counting(20)).catch(
      (thrown: unknown) => thrown,
    )
    expect(error).toBeInstanceOf(ProblemError)
    expect((error as ProblemError).problem).toEqual({
      code: 'noFullWindow',
      values: { steps: 30, horizon: 1, found: 12 },
    })
  })
  it('never let training see a cell that another part is judged by', async () => {
    const asked = fc.record({
      steps: fc.integer({ min: 1, max: 4 }),
      horizon: fc.integer({ min: 0, max: 4 }),
      length: fc.integer({ min: 25, max: 60 }),
    })
    await fc.assert(
      fc.asyncProperty(asked, async ({ steps, horizon, length }) => {
        const { parts, timeline, learning } = await divide(projectOf({ steps, horizon }), counting(length))
        const judged = new Set([...parts.validation, ...parts.test].map((row) => row + horizon))
        for (const row of parts.train) {
          expect(judged.has(row + horizon)).toBe(false)
          if (timeline)
            for (const seen of reachedRows(windowReach(timeline, steps), Uint32Array.of(row)))
              expect(judged.has(seen)).toBe(false)
        }
        expect([...learning].some((row) => judged.has(row))).toBe(false)
      }),
    )
  })
})
