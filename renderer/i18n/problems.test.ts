import { describe, expect, it } from 'vitest'
import { fileKinds } from '../../shared/fileKinds.ts'
import { problemCodes } from '../../shared/problems.ts'
import { repairCodes } from '../../shared/repairs/repair.ts'
import en from './en.json'
import ko from './ko.json'

const english: Readonly<Record<string, string>> = en.problems
const korean: Readonly<Record<string, string>> = ko.problems
const placeholders = (sentence = '') =>
  new Set([...sentence.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name))

describe('problem sentences', () => {
  it('name every kind of file that is no table', () => {
    expect(Object.keys(en.fileKinds).toSorted()).toEqual(fileKinds.toSorted())
    expect(Object.keys(ko.fileKinds).toSorted()).toEqual(fileKinds.toSorted())
  })
  it('exist for exactly the known codes in both languages', () => {
    expect(new Set(Object.keys(english))).toEqual(new Set(problemCodes))
    expect(new Set(Object.keys(korean))).toEqual(new Set(problemCodes))
  })
  it.each(problemCodes)('%s uses the same values in both languages', (code) => {
    expect(placeholders(korean[code])).toEqual(placeholders(english[code]))
  })
})

describe('repair sentences', () => {
  it('exist for exactly the known repairs in both languages', () => {
    expect(new Set(Object.keys(en.repairs))).toEqual(new Set(repairCodes))
    expect(new Set(Object.keys(ko.repairs))).toEqual(new Set(repairCodes))
  })
})
