import { describe, expect, it } from 'vitest'
import { ProblemError } from '../../shared/problems.ts'
import { encodeSample } from './encodeSample.ts'

describe('a sample of encoded cells', () => {
  it('shows each of the first different cells with its numbers', () => {
    expect(encodeSample({ kind: 'number', scale: 'minmax', missing: 'flag' }, ['1', '3', '1', null])).toEqual(
      [
        { cell: '1', values: [0, 0] },
        { cell: '3', values: [1, 0] },
        { cell: null, values: [0, 1] },
      ],
    )
    const category = { kind: 'category', as: 'onehot', missing: 'mostFrequent', unknown: false } as const
    expect(encodeSample(category, ['b', 'a'])).toEqual([
      { cell: 'b', values: [0, 1] },
      { cell: 'a', values: [1, 0] },
    ])
    expect(encodeSample(category, ['1', '2', '3', '4', '5'])).toHaveLength(4)
  })
  it('refuses what training would refuse', () => {
    const ask = () => encodeSample({ kind: 'number', scale: 'log1p', missing: 'mean' }, ['-2', '1'])
    expect(ask).toThrow(ProblemError)
  })
})
