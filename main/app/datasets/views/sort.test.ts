import fc from 'fast-check'
import { expect, it } from 'vitest'
import { textKeys } from './sortKeys.ts'
import { sortByKeys } from './sortByKeys.ts'
import { sortTexts } from './sortTexts.ts'

const ended = <T>(steps: Generator<unknown, T>): T => {
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
  }
}
const places = (count: number) => Int32Array.from({ length: count }, (_, place) => place)

/** What the sort promises, by comparing: missing last, equal ones in their order. */
const expected = (keys: readonly number[], descending: boolean): number[] =>
  Array.from(keys.keys()).sort((one, other) => {
    const [a, b] = [keys[one] as number, keys[other] as number]
    if (Number.isNaN(a) || Number.isNaN(b))
      return Number(Number.isNaN(a)) - Number(Number.isNaN(b)) || one - other
    return (descending ? Number(b > a) - Number(b < a) : Number(a > b) - Number(a < b)) || one - other
  })

it('sorts numbers of every kind as comparing does, up and down', () => {
  const key = fc.oneof(
    fc.double(),
    fc.integer({ min: -5, max: 5 }),
    fc.constantFrom(0, -0, Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, 5e-324, -5e-324),
  )
  fc.assert(
    fc.property(fc.array(key, { maxLength: 300 }), fc.boolean(), (keys, descending) => {
      const sorted = ended(sortByKeys(Float64Array.from(keys), places(keys.length), descending))
      expect(Array.from(sorted)).toEqual(expected(keys, descending))
    }),
  )
})

it('sorts texts as comparing them does, also many with long common beginnings', () => {
  const text = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.string({ unit: fc.constantFrom('a', 'b', '\0', '\uffff') }),
    fc.integer({ min: 0, max: 50 }).map((number) => `customer_number_${number}`),
  )
  fc.assert(
    fc.property(fc.array(text, { maxLength: 400 }), (texts) => {
      const sorted = Array.from(ended(sortTexts(texts, places(texts.length))), (item) => texts[item])
      expect(sorted).toEqual(texts.toSorted((one, other) => (one < other ? -1 : one > other ? 1 : 0)))
    }),
  )
})

it('puts numbers before words, small and large letters together, and dates by time', () => {
  const ordered = (texts: readonly string[], type: 'text' | 'date') => {
    const keys = ended(textKeys(texts, type))
    return texts.toSorted((one, other) => (keys[texts.indexOf(one)] ?? 0) - (keys[texts.indexOf(other)] ?? 0))
  }
  expect(ordered(['b', '10', 'A', '9', 'a', '', 'B'], 'text')).toEqual(['9', '10', '', 'A', 'a', 'b', 'B'])
  expect(ordered(['나', '가방', '가'], 'text')).toEqual(['가', '가방', '나'])
  expect(ordered(['2023. 11. 2.', '2023. 9. 18.', 'unknown', '2022. 12. 31.'], 'date')).toEqual([
    '2022. 12. 31.',
    '2023. 9. 18.',
    '2023. 11. 2.',
    'unknown',
  ])
})
