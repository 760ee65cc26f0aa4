import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addInput, addOutput } from '../../shared/edits/addNode.ts'
import { setTraining } from '../../shared/edits/setValues.ts'
import { newProject } from '../../shared/newProject.ts'
import { splitRows } from '../../shared/prep/splitRows.ts'
import type { Column, ColumnProfile } from '../../shared/table.ts'
import { splitCounts } from './splitCounts.ts'

const number = { kind: 'number', scale: 'none', missing: 'drop' } as const
const at = { x: 0, y: 0 }
const model = addOutput(
  addInput(newProject('p'), at, { columns: [{ column: 'x', encoding: number }] }).project,
  at,
  { target: { column: 'y', encoding: number } },
).project

const column = (name: string, values: readonly number[]): Column => ({
  kind: 'number',
  name,
  values: Float64Array.from(values),
})
const profileOf = (name: string, values: readonly number[]): ColumnProfile => ({
  name,
  type: 'number',
  missing: values.filter(Number.isNaN).length,
  distinct: 0,
  top: [],
})
const cell = fc.oneof({ weight: 5, arbitrary: fc.integer({ min: 0, max: 2 }) }, fc.constant(Number.NaN))
const share = fc.integer({ min: 0, max: 45 }).map((percent) => percent / 100)

describe('the counts of a split', () => {
  it('are those that splitting the rows gives, up to rounding, whenever they are called exact', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(cell, cell), { minLength: 8, maxLength: 200 }),
        share,
        share,
        fc.boolean(),
        (cells, validation, test, isStratified) => {
          const [x, y] = [cells.map(([one]) => one), cells.map(([, other]) => other)]
          // Fewer, and rounding may leave none to train on, which splitRows refuses.
          const whole = cells.filter(([one, other]) => !Number.isNaN(one) && !Number.isNaN(other)).length
          fc.pre(whole * (1 - validation - test) >= 5)
          const split = { validation, test, shuffle: true, ...(isStratified ? { stratify: 'y' } : {}) }
          const project = setTraining(model, { split })
          const profile = { rows: cells.length, columns: [profileOf('x', x), profileOf('y', y)] }
          const counts = splitCounts(project, profile)
          const table = {
            rows: cells.length,
            columns: new Map([['x', column('x', x)] as const, ['y', column('y', y)] as const]),
          }
          const parts = splitRows(table, split, 1, ['x', 'y'])
          const sum = counts.train + counts.validation + counts.test + counts.dropped
          expect(sum).toBe(cells.length)
          if (!counts.isExact) return
          expect(counts.dropped).toBe(parts.dropped.length)
          for (const part of ['train', 'validation', 'test'] as const)
            expect(Math.abs(counts[part] - parts[part].length)).toBeLessThanOrEqual(isStratified ? 1 : 0)
        },
      ),
    )
  })
  it('are estimates when rows belong together', () => {
    const project = setTraining(model, { split: { validation: 0.1, test: 0.1, shuffle: true, group: 'x' } })
    expect(splitCounts(project, { rows: 100, columns: [] }).isExact).toBe(false)
  })
  it('leave the test part to a source of its own', () => {
    const sources = [
      { id: 'a', file: 'a.csv' },
      { id: 'b', file: 'b.csv', part: 'test' as const },
    ]
    const project = { ...model, data: { ...model.data, sources } }
    expect(splitCounts(project, { rows: 100, columns: [] })).toMatchObject({ test: 0, train: 85 })
  })
})
