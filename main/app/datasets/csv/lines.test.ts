import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { exactQuotient } from './exactNumber.ts'
import { type LinePlan, LineReader, numberKind } from './lines.ts'
import { NumberReader } from './number.ts'
import { RecordScanner } from './scan.ts'

const cell = fc.oneof(
  { weight: 3, arbitrary: fc.stringMatching(/^-?\d{0,12}(\.\d{0,20})?$/) },
  fc.stringMatching(/^"?[a1 ,;".\r]{0,6}"?$/),
  fc.double({ noNaN: true, noDefaultInfinity: true }).map(String),
  fc.constantFrom(
    '"x, y"',
    '"he said ""no"""',
    '',
    '""',
    ' 5',
    '5 ',
    ' "q"',
    '"1.5"',
    'NA',
    '\t',
    '007',
    '-',
  ),
)
const texts = fc.tuple(
  fc.array(fc.array(cell, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 8 }),
  fc.constantFrom(',', ';', ' '),
  fc.constantFrom('\n', '\r\n', '\r'),
)
const plans = fc.tuple(fc.array(fc.boolean(), { minLength: 1, maxLength: 4 }), fc.constantFrom('.', ','))

/** Reads every record by both; gives how many a line reader took on. */
const compare = (bytes: Buffer, plan: LinePlan): number => {
  const scanner = new RecordScanner(plan)
  const lines = new LineReader(plan)
  const number = new NumberReader({ decimal: plan.decimal === ',' ? ',' : '.', thousands: '' })
  const end = lines.end(bytes, bytes.length)
  let taken = 0
  for (let at = 0; at < end; ) {
    const next = scanner.scan(bytes, at, bytes.length, true)
    const quick = lines.read(bytes, at)
    if (quick >= 0) {
      taken++
      expect(quick).toBe(next)
      expect([scanner.count, scanner.lines, scanner.trouble]).toEqual([plan.numeric.length, 1, null])
      for (let field = 0; field < scanner.count; field++) {
        const [from = 0, to = 0] = [scanner.starts[field], scanner.ends[field]]
        expect(lines.starts[field]).toBe(from)
        if (lines.kinds[field] === numberKind) {
          expect(lines.values[field]).toBe(number.read(bytes, from, to))
          expect([scanner.kinds[field], number.literal]).toEqual([0, false])
        } else {
          expect(lines.ends[field]).toBe(to)
          expect(lines.kinds[field]).toBe(scanner.kinds[field])
        }
      }
    }
    at = next
  }
  return taken
}

describe('the reader of plain lines', () => {
  it('finds what the record scanner finds, and the same numbers', () => {
    let taken = 0
    fc.assert(
      fc.property(texts, plans, ([rows, delimiter, newline], [numeric, decimal]) => {
        const text = rows.map((row) => row.join(delimiter) + newline).join('')
        taken += compare(Buffer.from(text), {
          delimiter: delimiter.charCodeAt(0),
          loneReturns: newline === '\r',
          numeric,
          decimal,
        })
      }),
      { numRuns: 5000 },
    )
    expect(taken).toBeGreaterThan(2500)
  })

  it('takes on records with quotes, missing cells and text among the numbers', () => {
    const text = 'a,1.5,"x, ""y"""\n"",-7,\nb,NA,z\n'
    const plan: LinePlan = { delimiter: 44, loneReturns: false, numeric: [false, true, false], decimal: '.' }
    expect(compare(Buffer.from(text), plan)).toBe(3)
  })
})

describe('an exact quotient', () => {
  it('is the number nearest to the digits, or none', () => {
    let none = 0
    fc.assert(
      fc.property(
        fc.maxSafeNat().filter((high) => high > 0),
        fc.integer({ min: 0, max: 9 }),
        fc.nat(999_999_999),
        fc.integer({ min: 0, max: 22 }),
        (high, shift, rest, decimals) => {
          const low = rest % 10 ** shift
          const digits = BigInt(high) * 10n ** BigInt(shift) + BigInt(low)
          const value = exactQuotient(high, shift, low, decimals)
          if (value !== value) none++
          else expect(value).toBe(Number(`${digits}e-${decimals}`))
        },
      ),
      { numRuns: 20_000 },
    )
    expect(none).toBeLessThan(200)
  })

  it('leaves what lies between two neighbours to others', () => {
    // 2^53 + 1 lies in the middle of two floats.
    expect(exactQuotient(900_719_925_474_099, 1, 3, 0)).toBeNaN()
    expect(exactQuotient(900_719_925_474_099, 4, 3001, 3)).toBe(9_007_199_254_740_994)
  })
})
