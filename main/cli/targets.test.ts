import { describe, expect, it } from 'vitest'
import { parseInputs, parseTargets } from './targets.ts'

describe('parseTargets', () => {
  const columns = ['age', 'income', 'time: start', 'a,b', 'a']
  it('reads columns with and without a kind', () => {
    expect(parseTargets('age:number,income', columns)).toEqual([
      { column: 'age', kind: 'number' },
      { column: 'income' },
    ])
  })
  it('prefers the longest name, so that names may hold commas and colons', () => {
    expect(parseTargets('time: start:classes,a,b', columns)).toEqual([
      { column: 'time: start', kind: 'classes' },
      { column: 'a,b' },
    ])
  })
  it('knows a Korean name however the terminal composes it', () => {
    expect(parseTargets('나이:number'.normalize('NFD'), ['나이'])).toEqual([
      { column: '나이', kind: 'number' },
    ])
    expect(parseInputs('소득'.normalize('NFD'), ['소득'])).toEqual(['소득'])
  })
  it('names what fits no column', () => {
    expect(() => parseTargets('age,wage', columns)).toThrow(/columnMissing.*wage/)
    expect(() => parseInputs('', columns)).toThrow(/columnMissing/)
    expect(() => parseTargets('age:words', columns)).toThrow(/columnMissing/)
  })
})
