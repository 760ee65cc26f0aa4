import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseNumber, stepNumber } from './parseNumber.ts'

describe('parseNumber', () => {
  it('reads every finite number back as itself', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
        expect(parseNumber(String(value), {})).toBe(value === 0 ? Number(String(value)) : value)
      }),
    )
  })
  it('reads powers, decimal commas and a typographic minus', () => {
    expect(parseNumber('1e-4', {})).toBe(0.0001)
    expect(parseNumber(' 0,5 ', {})).toBe(0.5)
    expect(parseNumber('−3', {})).toBe(-3)
  })
  it('has no answer for text that is no number', () => {
    for (const text of ['', ' ', 'abc', '1 2', '1e999', 'NaN', '--1'])
      expect(parseNumber(text, {})).toBeNull()
  })
  it('keeps limits and whole numbers', () => {
    expect(parseNumber('2.6', { isInteger: true })).toBe(3)
    expect(parseNumber('-5', { min: 1 })).toBe(1)
    expect(parseNumber('50', { max: 10 })).toBe(10)
  })
})

describe('stepNumber', () => {
  it('steps by a tenth of the size of the number', () => {
    expect(stepNumber(0.001, 1, 1, {})).toBe(0.0011)
    expect(stepNumber(32, -1, 1, { isInteger: true })).toBe(31)
    expect(stepNumber(0.95, 1, 10, { max: 1 })).toBe(1)
  })
})
