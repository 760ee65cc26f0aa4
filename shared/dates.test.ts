import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dateOrder, parseDate } from './dates.ts'

const iso = (text: string, order?: Parameters<typeof parseDate>[1]): string | null => {
  const at = parseDate(text, order)
  return Number.isNaN(at) ? null : new Date(at).toISOString().replace(/:00\.000Z$|\.000Z$/, '')
}

describe('parseDate', () => {
  it.each([
    ['2023-11-18', '2023-11-18T00:00'],
    ['2023/1/8', '2023-01-08T00:00'],
    ['2023.11.18', '2023-11-18T00:00'],
    ['2023.11.18.', '2023-11-18T00:00'],
    ['2023. 11. 18.', '2023-11-18T00:00'],
    ['2023.11.18.(토)', '2023-11-18T00:00'],
    ['2023년 11월 18일', '2023-11-18T00:00'],
    ['2023년11월18일 토요일', '2023-11-18T00:00'],
    ['23년 1월 2일', '2023-01-02T00:00'],
    ['2023년 11월', '2023-11-01T00:00'],
    ['2023년', '2023-01-01T00:00'],
    ['2023-11', '2023-11-01T00:00'],
    ['2023Q4', '2023-10-01T00:00'],
    ['2023년 2분기', '2023-04-01T00:00'],
    ['20231118', '2023-11-18T00:00'],
    ['202311', '2023-11-01T00:00'],
    ['2023111815', '2023-11-18T15:00'],
    ['18 Nov 2023', '2023-11-18T00:00'],
    ['18-Nov-23', '2023-11-18T00:00'],
    ['Sat, 18 Nov 2023 07:05:09 GMT', '2023-11-18T07:05:09'],
    ['November 18, 2023', '2023-11-18T00:00'],
    ['2023-11-18T07:05', '2023-11-18T07:05'],
    ['2023-11-18 07:05:09.5', '2023-11-18T07:05:09.500Z'],
    ['2023-11-18T07:05:00+09:00', '2023-11-17T22:05'],
    ['2023-11-18T07:05:00Z', '2023-11-18T07:05'],
    ['2023-11-18 오후 3:05', '2023-11-18T15:05'],
    ['2023년 11월 18일 오전 12시 5분', '2023-11-18T00:05'],
    ['2023.11.18. 15시 30분 10초', '2023-11-18T15:30:10'],
    ['2023-11-18 3:05 PM', '2023-11-18T15:05'],
    ['2023-11-18 24:00', '2023-11-19T00:00'],
    ['오후 3:05', '1970-01-01T15:05'],
    ['12:30 am', '1970-01-01T00:30'],
    ['09:15:30', '1970-01-01T09:15:30'],
    ['0099-03-01', '0099-03-01T00:00'],
    [' 2024-02-29 ', '2024-02-29T00:00'],
  ])('reads %s', (text, expected) => {
    expect(iso(text)).toBe(expected)
  })

  it.each([
    '',
    '2023',
    '2023-02-29',
    '2023-13-01',
    '2023-00-10',
    '2023-11-18 25:00',
    '2023-11-18 10:61',
    '오전 13:00',
    '1.2.3.4',
    '10-20',
    'May',
    '2023-11/18',
    'x2023-11-18',
    '99999999',
    '12345',
  ])('refuses %j', (text) => {
    expect(iso(text)).toBe(null)
  })

  it('reads by the order it is told, and nothing that contradicts it', () => {
    expect(iso('03/04/2023', 'dmy')).toBe('2023-04-03T00:00')
    expect(iso('03/04/2023', 'mdy')).toBe('2023-03-04T00:00')
    expect(iso('23.04.03', 'ymd')).toBe('2023-04-03T00:00')
    expect(iso('18/11/2023', 'mdy')).toBe(null)
    expect(iso('2023-04-03', 'dmy')).toBe('2023-04-03T00:00')
  })

  it('puts years of two digits between 1970 and 2069', () => {
    expect(iso('69.01.01', 'ymd')).toBe('2069-01-01T00:00')
    expect(iso('70.01.01', 'ymd')).toBe('1970-01-01T00:00')
  })

  it('reads back every moment written as ISO', () => {
    fc.assert(
      fc.property(fc.integer({ min: Date.UTC(1000, 0), max: Date.UTC(9999, 0) }), (at) => {
        expect(parseDate(new Date(at).toISOString())).toBe(at)
      }),
    )
  })

  it('never throws and never gives infinity', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(Math.abs(parseDate(text))).not.toBe(Number.POSITIVE_INFINITY)
      }),
    )
  })
})

describe('dateOrder', () => {
  it.each([
    [['03/04/2023', '18/04/2023'], 'dmy'],
    [['03/04/2023', '04/18/2023'], 'mdy'],
    [['03/04/2023'], 'mdy'],
    [['03.04.2023'], 'dmy'],
    [['03-04-2023'], 'dmy'],
    [['23.11.18', '23.12.01'], 'ymd'],
    // November 2023 in German: read year first it would be many years.
    [['01.11.23', '02.11.23', '17.11.23', '30.11.23'], 'dmy'],
    // Only in this order do the days follow each other.
    [['01/02/2023', '02/02/2023', '03/02/2023', '01/03/2023'], 'dmy'],
    [['2023-11-18', 'x'], 'ymd'],
    [['2023-11-18', '13/01/2023'], 'dmy'],
    [[], 'ymd'],
  ] as const)('of %j is %s', (cells, order) => {
    expect(dateOrder(cells)).toBe(order)
  })
})
