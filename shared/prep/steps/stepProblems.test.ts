import { describe, expect, it } from 'vitest'
import { stepSchema } from './step.ts'
import { stepProblems } from './stepProblems.ts'

describe('stepProblems', () => {
  const problems = (
    steps: object[],
    columns: object | undefined = { age: { type: 'number' }, 'home town': { type: 'text' } },
  ) =>
    stepProblems({
      data: {
        sources: [
          {
            id: 's',
            file: 's.csv',
            ...(columns ? { columns: columns as Record<string, { type: 'number' }> } : {}),
          },
        ],
        steps: steps.map((step) => stepSchema.parse(step)),
      },
    })

  it('finds what is wrong without the data, each with its step', () => {
    const known: [object, object][] = [
      [
        { kind: 'keep', rule: { column: 'agee', is: 'missing' } },
        { code: 'stepColumnMisspelt', values: { step: 1, column: 'agee', suggestion: 'age' } },
      ],
      [
        { kind: 'dropMissing', columns: ['income'] },
        { code: 'stepColumnMissing', values: { step: 1, column: 'income' } },
      ],
      [
        { kind: 'dropMissing', columns: [] },
        { code: 'stepNoColumns', values: { step: 1 } },
      ],
      [
        { kind: 'formula', column: 'age', formula: '1' },
        { code: 'stepColumnTaken', values: { step: 1, column: 'age' } },
      ],
      [
        { kind: 'formula', column: ' ', formula: '1' },
        { code: 'stepColumnUnnamed', values: { step: 1 } },
      ],
      [
        { kind: 'formula', column: 'n', formula: 'age * [home town]' },
        { code: 'formulaNeedsNumber', values: { step: 1, at: 7, what: '*' } },
      ],
      [
        { kind: 'formula', column: 'n', formula: 'age +' },
        { code: 'formulaUnfinished', values: { step: 1, at: 6 } },
      ],
      [
        { kind: 'clip', column: 'home town', low: 1 },
        { code: 'stepNeedsNumbers', values: { step: 1, column: 'home town' } },
      ],
      [
        { kind: 'clip', column: 'age' },
        { code: 'stepNothingToDo', values: { step: 1 } },
      ],
      [
        { kind: 'clip', column: 'age', low: 2, high: 1 },
        { code: 'stepLimitsCrossed', values: { step: 1, low: 2, high: 1 } },
      ],
      [
        { kind: 'mergeRare', column: 'age', into: 'x' },
        { code: 'stepNothingToDo', values: { step: 1 } },
      ],
      [
        { kind: 'pivot', by: 'age' },
        { code: 'stepUnknown', values: { step: 1, kind: 'pivot' } },
      ],
    ]
    for (const [step, problem] of known) {
      expect(problems([step])).toEqual([problem])
      expect(problems([{ ...step, off: true }])).toEqual([])
    }
  })

  it('knows columns that steps above make, and no others', () => {
    const twice = { kind: 'formula', column: 'twice', formula: 'age * 2' }
    const keep = { kind: 'keep', rule: { column: 'twice', is: 'present' } }
    expect(problems([twice, keep])).toEqual([])
    expect(problems([keep, twice])).toMatchObject([{ code: 'stepColumnMissing', values: { step: 1 } }])
    expect(problems([{ ...twice, off: true }, keep])).toMatchObject([
      { code: 'stepColumnMissing', values: { step: 2 } },
    ])
    expect(problems([{ ...twice, formula: 'agee * 2' }, keep])).toMatchObject([
      { code: 'formulaColumnMisspelt', values: { step: 1, at: 1, suggestion: 'age' } },
    ])
    expect(problems([keep], undefined).length).toBe(1)
    expect(
      stepProblems({ data: { sources: [{ id: 's', file: 's.csv' }], steps: [stepSchema.parse(keep)] } }),
    ).toEqual([])
  })

  it('refuses to choose rows by what is learned after them', () => {
    const merge = { kind: 'mergeRare', column: 'home town', most: 3, into: 'other' }
    const derived = { kind: 'formula', column: 'short', formula: 'length([home town])' }
    const keep = { kind: 'keep', rule: { column: 'short', is: 'above', value: 3 } }
    const refusal = { code: 'stepLooksAtLearned', values: { step: 3, column: 'short', after: 1 } }
    expect(problems([merge, derived, keep])).toEqual([refusal])
    expect(problems([derived, keep, merge])).toEqual([])
    expect(problems([{ kind: 'clip', column: 'age', low: 0 }, { kind: 'dropDuplicates' }])).toEqual([])
    expect(
      problems([{ kind: 'clip', column: 'age', quantiles: [0, 1] }, { kind: 'dropDuplicates' }]),
    ).toMatchObject([{ code: 'stepLooksAtLearned' }])
  })

  it('refuses a setting of a known kind that is not valid, and carries an unknown kind through', () => {
    expect(stepSchema.safeParse({ kind: 'clip', column: 5 }).success).toBe(false)
    expect(stepSchema.parse({ kind: 'pivot', by: ['a'] })).toEqual({ kind: 'pivot', by: ['a'] })
  })
})
