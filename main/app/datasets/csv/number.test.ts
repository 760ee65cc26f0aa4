import fc from 'fast-check'
import iconv from 'iconv-lite'
import { describe, expect, it } from 'vitest'
import { NumberReader, parseNumber } from './number.ts'

const plain = { decimal: '.', thousands: '' } as const
const comma = { decimal: ',', thousands: '.' } as const
const read = (text: string, marks: ConstructorParameters<typeof NumberReader>[0] = plain): number => {
  const bytes = Buffer.from(`1${text}2`)
  return new NumberReader(marks).read(bytes, 1, bytes.length - 1)
}
const numberText = fc.oneof(
  fc.double({ noNaN: true, noDefaultInfinity: true }).map(String),
  fc.tuple(fc.integer(), fc.integer({ min: 0, max: 20 })).map(([value, places]) => value.toFixed(places)),
  fc.stringMatching(/^[+-]?\d{1,18}(\.\d{0,12})?([eE][+-]?\d{1,2})?$/),
  fc.stringMatching(/^[+-]?\.\d{1,17}(e-?\d{1,3})?$/),
)

describe('a number read from bytes', () => {
  it('is the number nearest to its text, to the last bit', () => {
    fc.assert(
      fc.property(numberText, (text) => {
        fc.pre(Number.isFinite(Number(text)))
        expect(read(text)).toBe(Number(text))
      }),
      { numRuns: 20_000 },
    )
  })

  it('is the same with a decimal comma', () => {
    fc.assert(
      fc.property(numberText, (text) => {
        fc.pre(Number.isFinite(Number(text)))
        expect(read(text.replace('.', ','), comma)).toBe(Number(text))
      }),
      { numRuns: 5000 },
    )
  })

  it('is what its definition on text says, for any text', () => {
    const any = fc.oneof(fc.string(), fc.stringMatching(/^[-+.,0-9eE '_xnNaif]{0,12}$/))
    const marks = fc.constantFrom(plain, comma, { decimal: '.', thousands: ',' } as const)
    fc.assert(
      fc.property(any, marks, (text, mark) => {
        const bytes = Buffer.from(text)
        const reader = new NumberReader(mark)
        const value = reader.read(bytes, 0, bytes.length)
        const expected = parseNumber(bytes.toString('latin1'), mark)
        expect(value).toBe(expected.value)
        expect(reader.literal).toBe(expected.literal)
      }),
      { numRuns: 20_000 },
    )
  })

  it.each([
    '',
    '-',
    '+',
    '.',
    'e5',
    '1e',
    '1e+',
    '0x10',
    '1_000',
    '1 000',
    'Infinity',
    '1e999',
    '--1',
    '1.2.3',
    '1,5',
  ])('is none in %j', (text) => expect(read(text)).toBeNaN())

  it.each(['1,2000', '01,200', '1,20', ',200', '1,200,00'])('has no thousands in %j', (text) =>
    expect(read(text, { decimal: '.', thousands: ',' })).toBeNaN(),
  )

  it.each<[string, number]>([
    ['₩12,000', 12000],
    ['12,000원', 12000],
    ['-$1,200.50', -1200.5],
    ['€ 7', 7],
    ['35%', 35],
    ['0.5 %', 0.5],
    ['$1,200.50', 1200.5],
    ['₩-12,000', -12000],
    ['￦12,000', 12000],
    ['\\12,000', 12000],
    ['-\\5', -5],
    ['\\', Number.NaN],
    ['\\N', Number.NaN],
    ['5\\', Number.NaN],
    ['(1,200)', -1200],
    ['($35)', -35],
    ['(0)', 0],
    ['△3.5', -3.5],
    ['△ 1,200', -1200],
    ['▲ 1,200', Number.NaN],
    ['3명', 3],
    ['1,200 개', 1200],
    ['20세', 20],
    ['0.1％', 0.1],
    ['7 €', 7],
    ['1,000 USD', 1000],
    ['3명쯤', Number.NaN],
    ['3호', Number.NaN],
    ['−7', -7],
    ['－7', -7],
    ['12,000 ', 12000],
    ['\u00a012\u00a0', 12],
    ['\u300012', 12],
    ['((5))', Number.NaN],
    ['(-5)', Number.NaN],
    ['△', Number.NaN],
    ['()', Number.NaN],
    ['%', Number.NaN],
    ['원', Number.NaN],
    ['12원짜리', Number.NaN],
  ])('of money or share is read from %s', (text, value) => {
    for (const encoding of ['utf-8', 'cp949']) {
      const bytes = iconv.encode(text, encoding)
      if (iconv.decode(bytes, encoding) === text && !(encoding === 'cp949' && /[\u00a0\u3000]/.test(text)))
        expect(new NumberReader({ decimal: '.', thousands: ',' }).read(bytes, 0, bytes.length)).toBe(value)
    }
  })

  it.each<[string, boolean]>([
    ['007', true],
    ['-01', true],
    ['00', true],
    ['0', false],
    ['0.5', false],
    ['00.5', false],
    ['9007199254740991', false],
    ['9007199254740992', true],
    ['9007199254740993', true],
    ['123456789012345678901234567890', true],
    ['1e20', false],
    ['(1)', true],
    ['(12)', true],
    ['(120)', false],
    ['(1.5)', false],
  ])('%s means more than its value: %s', (text, literal) => {
    const reader = new NumberReader(plain)
    reader.read(Buffer.from(text), 0, text.length)
    expect(reader.literal).toBe(literal)
  })
})
