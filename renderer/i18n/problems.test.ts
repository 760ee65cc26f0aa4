import { describe, expect, it } from 'vitest'
import en from './en.json'
import ko from './ko.json'
import { problemCodes } from '../../shared/problems.ts'

const placeholders = (sentence: string) => [...sentence.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name).sort()

describe('problem sentences', () => {
  it('exist for exactly the known codes in both languages', () => {
    expect(Object.keys(en.problems).sort()).toEqual([...problemCodes].sort())
    expect(Object.keys(ko.problems).sort()).toEqual([...problemCodes].sort())
  })
  it.each(problemCodes)('%s uses the same values in both languages', (code) => {
    expect(placeholders(ko.problems[code])).toEqual(placeholders(en.problems[code]))
  })
})
