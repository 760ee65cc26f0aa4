import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ProblemError } from '../../problems.ts'
import type { Table } from '../../table.ts'
import { cellText } from '../cells.ts'
import { tableOf } from '../tableOf.test-support.ts'
import { activeSteps } from './activeSteps.ts'
import { stepSchema } from './step.ts'
import { chooseRows, learnSteps, replaySteps } from './takeSteps.ts'

const all = (rows: number) => Uint32Array.from({ length: rows }, (_, row) => row)
const numbered = (...steps: object[]) =>
  activeSteps({ data: { sources: [], steps: steps.map((step) => stepSchema.parse(step)) } })
const cellsOf = (columns: Table['columns'], name: string, rows: number) => {
  const column = columns.get(name)
  return Array.from({ length: rows }, (_, row) => (column ? cellText(column, row) : undefined))
}
/** The cells of a column after steps, learned from all rows or those given. */
const after = (table: Table, name: string, steps: object[], train = all(table.rows)) =>
  cellsOf(learnSteps(numbered(...steps), table.columns, table.rows, train).columns, name, table.rows)
const kept = (table: Table, ...steps: object[]) => [
  ...chooseRows(numbered(...steps), table.columns, table.rows).rows,
]
const problemOf = (run: () => unknown) => {
  try {
    run()
  } catch (error) {
    if (error instanceof ProblemError) return error.problem
    throw error
  }
  return null
}

const people = tableOf({
  age: [20, 30, null, 30, 99],
  city: ['서울', '부산', '서울', '부산', null],
})

describe('steps that choose rows', () => {
  it('keep rows that match and drop rows that lack a cell', () => {
    expect(kept(people, { kind: 'keep', rule: { column: 'age', is: 'above', value: 25 } })).toEqual([1, 3, 4])
    expect(kept(people, { kind: 'dropMissing', columns: ['age', 'city'] })).toEqual([0, 1, 3])
    expect(kept(people, { kind: 'keep', off: true, rule: { column: 'age', is: 'missing' } })).toEqual([
      0, 1, 2, 3, 4,
    ])
  })

  it('drop rows with the same cells but the first, among those still there', () => {
    expect(kept(people, { kind: 'dropDuplicates' })).toEqual([0, 1, 2, 4])
    expect(kept(people, { kind: 'dropDuplicates', columns: ['city'] })).toEqual([0, 1, 4])
    const rule = { column: 'age', is: 'missing' }
    expect(kept(people, { kind: 'keep', rule }, { kind: 'dropDuplicates', columns: ['city'] })).toEqual([2])
  })

  it('find the same duplicates as comparing whole rows', () => {
    const cell = fc.option(fc.integer({ min: 0, max: 2 }))
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell, cell), { minLength: 1 }), (rows) => {
        const table = tableOf({
          a: rows.map(([a]) => a),
          b: rows.map(([, b]) => (b === null ? null : `b${b}`)),
          c: rows.map(([, , c]) => c),
        })
        const texts = rows.map((row) => JSON.stringify(row))
        const firsts = texts.flatMap((text, row) => (texts.indexOf(text) === row ? [row] : []))
        expect(kept(table, { kind: 'dropDuplicates' })).toEqual(firsts)
      }),
    )
  })

  it('see formulas and replacements above them, and say which step leaves nothing', () => {
    const older = { kind: 'formula', column: 'older', formula: 'age + 1' }
    expect(
      kept(people, older, { kind: 'keep', rule: { column: 'older', is: 'equals', value: '31' } }),
    ).toEqual([1, 3])
    const rule = { column: 'age', is: 'above', value: 200 }
    expect(problemOf(() => kept(people, older, { kind: 'keep', rule }))).toEqual({
      code: 'stepLeavesNoRows',
      values: { step: 2 },
    })
    expect(problemOf(() => kept(people, { kind: 'keep', rule: { ...rule, value: 'old' } }))).toEqual({
      code: 'stepNotANumber',
      values: { step: 1, column: 'age', value: 'old' },
    })
  })
})

describe('steps on a column', () => {
  it('replace values, also by nothing and nothing by a value', () => {
    const replace = { kind: 'replace', column: 'age' }
    expect(after(people, 'age', [{ ...replace, from: '99', to: null }])).toEqual([
      '20',
      '30',
      null,
      '30',
      null,
    ])
    expect(after(people, 'age', [{ ...replace, from: null, to: '0' }])).toEqual(['20', '30', '0', '30', '99'])
    const city = { kind: 'replace', column: 'city' }
    expect(after(people, 'city', [{ ...city, from: '서울'.normalize('NFD'), to: '부산' }])).toEqual([
      '부산',
      '부산',
      '부산',
      '부산',
      null,
    ])
    expect(after(people, 'city', [{ ...city, from: null, to: '제주' }])[4]).toBe('제주')
    expect(after(people, 'city', [{ ...city, from: '서울', to: null }])).toEqual([
      null,
      '부산',
      null,
      '부산',
      null,
    ])
    expect(problemOf(() => after(people, 'age', [{ ...replace, from: '99', to: 'old' }]))).toMatchObject({
      code: 'stepNotANumber',
      values: { step: 1, value: 'old' },
    })
  })

  it('clip by limits, or by quantiles of the training rows', () => {
    const clip = { kind: 'clip', column: 'age' }
    expect(after(people, 'age', [{ ...clip, low: 25, high: 50 }])).toEqual(['25', '30', null, '30', '50'])
    expect(after(people, 'age', [{ ...clip, high: 50 }])).toEqual(['20', '30', null, '30', '50'])
    // NumPy: np.quantile([20, 30, 30], [0.25, 0.75]) is [25, 30].
    expect(after(people, 'age', [{ ...clip, quantiles: [0.25, 0.75] }], Uint32Array.of(0, 1, 3))).toEqual([
      '25',
      '30',
      null,
      '30',
      '30',
    ])
    expect(problemOf(() => after(people, 'city', [{ ...clip, column: 'city', low: 1 }]))).toEqual({
      code: 'stepNeedsNumbers',
      values: { step: 1, column: 'city' },
    })
  })

  it('merge values that are rare in the training rows, and those never seen there', () => {
    const table = tableOf({ code: ['a', 'a', 'b', 'c', 'c', 'c', null, 'd'] })
    const merge = { kind: 'mergeRare', column: 'code', into: 'other' }
    const train = all(7)
    expect(after(table, 'code', [{ ...merge, atLeast: 2 }], train)).toEqual([
      'a',
      'a',
      'other',
      'c',
      'c',
      'c',
      null,
      'other',
    ])
    expect(after(table, 'code', [{ ...merge, most: 1 }], train)).toEqual([
      'other',
      'other',
      'other',
      'c',
      'c',
      'c',
      null,
      'other',
    ])
    const years = tableOf({ code: [2001, 2001, 2002] })
    expect(after(years, 'code', [{ ...merge, atLeast: 2 }])).toEqual(['2001', '2001', 'other'])
  })

  it('read dates in the order that the column tells', () => {
    const table = tableOf({ on: ['01/02/2024', '25/12/2023', null] })
    expect(after(table, 'month', [{ kind: 'formula', column: 'month', formula: 'month(on)' }])).toEqual([
      '2',
      '12',
      null,
    ])
  })

  it('give on replay what they gave in training, and learn from no other row', () => {
    const cells = fc.array(fc.option(fc.integer({ min: -5, max: 5 })), { minLength: 2, maxLength: 40 })
    const steps = numbered(
      { kind: 'clip', column: 'x', quantiles: [0.1, 0.9] },
      { kind: 'formula', column: 'double', formula: 'if(isMissing(x), -1, x * 2)' },
      { kind: 'mergeRare', column: 'double', most: 3, into: 'rest' },
    )
    fc.assert(
      fc.property(cells, fc.integer({ min: -9, max: 9 }), (list, other) => {
        fc.pre(list[0] !== null)
        const table = tableOf({ x: list })
        const train = all(Math.ceil(list.length / 2))
        const learned = learnSteps(steps, table.columns, table.rows, train)
        const again = replaySteps(JSON.parse(JSON.stringify(learned.fitted)), table.columns, table.rows)
        expect(cellsOf(again, 'double', table.rows)).toEqual(cellsOf(learned.columns, 'double', table.rows))
        const changed = tableOf({ x: list.map((cell, row) => (row < train.length ? cell : other)) })
        expect(learnSteps(steps, changed.columns, changed.rows, train).fitted).toEqual(learned.fitted)
      }),
    )
  })
})
