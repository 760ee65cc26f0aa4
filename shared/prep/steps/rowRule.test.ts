import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ProblemError } from '../../problems.ts'
import type { Column } from '../../table.ts'
import { cellText } from '../cells.ts'
import { matchRows, type RowRule, rowRuleSchema } from './rowRule.ts'

const numbers = (...cells: (number | null)[]): Column => ({
  kind: 'number',
  name: 'c',
  values: Float64Array.from(cells, (cell) => cell ?? Number.NaN),
})
const texts = (...cells: (string | null)[]): Column => {
  const dictionary = [...new Set(cells.filter((cell) => cell !== null))]
  return {
    kind: 'text',
    name: 'c',
    codes: Int32Array.from(cells, (cell) => (cell === null ? -1 : dictionary.indexOf(cell))),
    dictionary,
  }
}
const rule = (rest: object): RowRule => rowRuleSchema.parse({ column: 'c', ...rest })
const matched = (rest: object, column: Column) => [...matchRows(rule(rest), column)]

describe('matchRows', () => {
  it('compares numbers by value', () => {
    const column = numbers(1, 2, null, 3)
    expect(matched({ is: 'equals', value: '2.0' }, column)).toEqual([0, 1, 0, 0])
    expect(matched({ is: 'notEquals', value: '2' }, column)).toEqual([1, 0, 1, 1])
    expect(matched({ is: 'above', value: 2 }, column)).toEqual([0, 0, 0, 1])
    expect(matched({ is: 'below', value: '2' }, column)).toEqual([1, 0, 0, 0])
    expect(matched({ is: 'atLeast', value: 2 }, column)).toEqual([0, 1, 0, 1])
    expect(matched({ is: 'atMost', value: 2 }, column)).toEqual([1, 1, 0, 0])
    expect(matched({ is: 'between', from: 2, to: 3 }, column)).toEqual([0, 1, 0, 1])
    expect(matched({ is: 'oneOf', values: ['1', '3'] }, column)).toEqual([1, 0, 0, 1])
    expect(matched({ is: 'contains', value: '3' }, column)).toEqual([0, 0, 0, 1])
    expect(matched({ is: 'missing' }, column)).toEqual([0, 0, 1, 0])
    expect(matched({ is: 'present' }, column)).toEqual([1, 1, 0, 1])
  })

  it('compares text letter by letter, however its letters are composed', () => {
    const column = texts('서울', null, '서울'.normalize('NFD'), 'Busan', '010')
    expect(matched({ is: 'equals', value: '서울' }, column)).toEqual([1, 0, 1, 0, 0])
    expect(matched({ is: 'notEquals', value: '서울' }, column)).toEqual([0, 1, 0, 1, 1])
    expect(matched({ is: 'contains', value: 'BUS' }, column)).toEqual([0, 0, 0, 1, 0])
    expect(matched({ is: 'oneOf', values: ['10', 'Busan'] }, column)).toEqual([0, 0, 0, 1, 0])
    expect(matched({ is: 'missing' }, column)).toEqual([0, 1, 0, 0, 0])
  })

  it('orders numbers written as text by size and dates by day', () => {
    expect(matched({ is: 'above', value: 9 }, texts('10', '9', '8', null))).toEqual([1, 0, 0, 0])
    const days = texts('2023-11-18', '2024-01-02', '2023-02-01')
    expect(matched({ is: 'atLeast', value: '2023-11-18' }, days)).toEqual([1, 1, 0])
    expect(matched({ is: 'between', from: '2023-01-01', to: '2023-12-31' }, days)).toEqual([1, 0, 1])
    const written = texts('25/12/2023', '2024년 1월 2일', '01/02/2024', 'soon', null)
    expect(matched({ is: 'above', value: '2024-01-01' }, written)).toEqual([0, 1, 1, 0, 0])
    expect(matched({ is: 'atMost', value: '2024.1.31.' }, written)).toEqual([1, 1, 0, 0, 0])
  })

  it('refuses a bound that is no number in a column of numbers', () => {
    expect(() => matchRows(rule({ is: 'above', value: 'tall' }), numbers(1))).toThrow(
      new ProblemError('ruleNotANumber', { column: 'c', value: 'tall' }),
    )
    expect(() => matchRows(rule({ is: 'equals', value: '' }), numbers(1))).toThrow('ruleNotANumber')
  })

  it('has for every cell one answer of a rule and the other of its opposite', () => {
    const cells = fc.array(fc.option(fc.double({ noNaN: true, noDefaultInfinity: true })), { minLength: 1 })
    fc.assert(
      fc.property(cells, fc.nat(), (list, at) => {
        const value = String(list[at % list.length] ?? 0)
        for (const column of [
          numbers(...list),
          texts(...list.map((cell) => (cell === null ? null : String(cell)))),
        ]) {
          const opposites = [
            [matched({ is: 'missing' }, column), matched({ is: 'present' }, column)],
            [matched({ is: 'equals', value }, column), matched({ is: 'notEquals', value }, column)],
          ]
          for (const [one = [], other = []] of opposites)
            expect(one.map((match, row) => match + (other[row] ?? 0))).toEqual(list.map(() => 1))
          const above = matched({ is: 'above', value }, column)
          const atMost = matched({ is: 'atMost', value }, column)
          expect(above.map((match, row) => match + (atMost[row] ?? 0))).toEqual(
            list.map((_, row) => (cellText(column, row) === null ? 0 : 1)),
          )
        }
      }),
    )
  })
})
