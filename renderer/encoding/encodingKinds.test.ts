import { describe, expect, it } from 'vitest'
import { inputEncodingSchema, targetEncodingSchema } from '../../shared/prep/encoding.ts'
import { ProblemError } from '../../shared/problems.ts'
import type { ColumnProfile } from '../../shared/table.ts'
import {
  inputFor,
  inputKinds,
  inputOfKind,
  listedValues,
  targetKinds,
  targetOfKind,
} from './encodingKinds.ts'

const colour: ColumnProfile = {
  name: 'colour',
  type: 'category',
  missing: 0,
  distinct: 3,
  top: ['red', 'blue', 'green'].map((value) => ({ value, count: 5 })),
}

describe('the encodings of a column that is not read', () => {
  it('are of every kind that the format has', () => {
    const kindsOf = (schema: typeof inputEncodingSchema | typeof targetEncodingSchema) =>
      schema.options.map(({ shape }) => shape.kind.value)
    expect(inputKinds(undefined)).toEqual(kindsOf(inputEncodingSchema))
    expect(targetKinds(undefined)).toEqual(kindsOf(targetEncodingSchema))
  })
  it('are what the format takes as they are', () => {
    for (const kind of inputKinds(undefined)) {
      const encoding = inputOfKind(undefined, kind)
      expect(inputEncodingSchema.parse(encoding)).toEqual(encoding)
      expect(encoding.kind).toBe(kind)
    }
    for (const kind of targetKinds(undefined)) {
      const encoding = targetOfKind(undefined, kind)
      expect(targetEncodingSchema.parse(encoding)).toEqual(encoding)
      expect(encoding.kind).toBe(kind)
    }
  })
  it('list no values', () => {
    expect(listedValues(undefined)).toBeUndefined()
  })
})

describe('the encodings of a column that is read', () => {
  it('are those that suit it, with its values in order', () => {
    expect(inputKinds(colour)).toEqual(['category', 'text'])
    expect(targetKinds(colour)).toEqual(['classes', 'labels'])
    expect(listedValues(colour)).toEqual(['blue', 'green', 'red'])
    expect(inputFor(colour)).toMatchObject({ kind: 'category', categories: ['blue', 'green', 'red'] })
  })
  it('are its words of free text, and its parts of a date, those that differ', () => {
    expect(inputFor({ ...colour, type: 'text', distinct: 5000 })).toMatchObject({
      kind: 'text',
      as: 'sequence',
    })
    const top = ['2023-11-18', '2024-01-20'].map((value) => ({ value, count: 1 }))
    expect(inputFor({ ...colour, type: 'date', distinct: 2, top })).toMatchObject({
      kind: 'date',
      parts: ['year', 'month'],
    })
    // The profile lists but some of the days.
    expect(inputFor({ ...colour, type: 'date', distinct: 900, top: top.slice(0, 1) })).toMatchObject({
      parts: ['year', 'month', 'weekday'],
    })
  })
  it('are refused when none suits it', () => {
    expect(() => inputFor({ ...colour, type: 'id', distinct: 5000, top: [] })).toThrow(ProblemError)
  })
})
