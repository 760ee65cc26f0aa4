import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readNumber, showNumber, stepText } from './readNumber.ts'
import { readShape, showShape } from './readShape.ts'

describe('reading a number', () => {
  it('keeps what is no number as text, so that the document can say what is wrong', () => {
    expect(readNumber('64')).toBe(64)
    expect(readNumber('6e')).toBe('6e')
    expect(readNumber('  ')).toBeNull()
  })
  it('steps within the limits', () => {
    expect(stepText('64', 1, 10, { isInteger: true })).toBe('74')
    expect(stepText('1', -1, 1, { min: 1, isInteger: true })).toBe('1')
    expect(stepText('abc', 1, 1, {})).toBeNull()
  })
  it('shows what it read', () => {
    fc.assert(
      fc.property(fc.integer(), (value) => {
        expect(readNumber(showNumber(value))).toBe(value)
      }),
    )
  })
})

describe('reading a shape', () => {
  it('takes commas, blanks and brackets', () => {
    expect(readShape('[28, 28,1]')).toEqual([28, 28, 1])
    expect(readShape('28×28 × 1')).toEqual([28, 28, 1])
    expect(readShape('?, 5')).toEqual([null, 5])
    expect(readShape('')).toEqual([])
    expect(readShape('a, 2.5')).toEqual(['a', '2.5'])
  })
  it('reads back what it shows', () => {
    const axis = fc.option(fc.integer({ min: -1, max: 1e9 }), { nil: null })
    fc.assert(
      fc.property(fc.array(axis), (shape) => {
        expect(readShape(showShape(shape))).toEqual(shape)
      }),
    )
  })
})
