import { describe, expect, it } from 'vitest'
import { lines, read } from './read.test-support.ts'

describe('rows that do not fit', () => {
  it('keeps ragged rows one row each', async () => {
    const text = `a,b,c\n1,2,3\n4,5\n6,7,8,9,"10"\n\n11,12,13\n${lines(20, () => '1,2,3')}`
    const { profile, cells, bad } = await read(text)
    expect(profile.rows).toBe(24)
    expect(cells.map((column) => column.slice(0, 4))).toEqual([
      ['1', '4', '6', '11'],
      ['2', '5', '7', '12'],
      ['3', null, '8', '13'],
    ])
    expect(bad).toEqual([
      [3, 'short'],
      [4, 'long'],
    ])
    expect(profile.badRows[1]?.value).toBe('9,"10')
    expect(profile.badRows.map(({ row }) => row)).toEqual([2, 3])
  })

  it.each([
    ['"un"quoted"', 'un"quoted', 'strayQuote'],
    ['"he said "hi, there" ok"', 'he said "hi, there" ok', 'strayQuote'],
    ['"unclosed', 'unclosed', 'unclosedQuote'],
    ['"stray"s', '"stray"s', 'strayQuote'],
  ])('loses no row to %s', async (cell, text, reason) => {
    const rows = lines(60, (row) => `${row},${row === 30 ? cell : row % 2 ? `"x, ${row}"` : 'plain'},${row}`)
    const { profile, cells, bad } = await read(`a,b,c\n${rows}\n`)
    expect(profile.rows).toBe(60)
    expect(cells[1]?.[30]).toBe(text)
    expect(cells[2]).toEqual(Array.from({ length: 60 }, (_, row) => String(row)))
    expect(bad).toEqual([[32, reason]])
    expect(profile.badRows[0]?.row).toBe(31)
  })

  it('loses no row to an unclosed quote before nothing but plain rows, however small the blocks', async () => {
    const text = `a,b\n1,"open\n${lines(500, (row) => `${row},x`)}`
    const { profile, bad } = await read(text, { blockBytes: 64 })
    expect(profile.rows).toBe(501)
    expect(bad).toEqual([[2, 'unclosedQuote']])
  })

  it('keeps an unclosed quote from meeting the next quoted cell', async () => {
    const { profile, cells } = await read('a,b,c\n1,"open,2\n3,",x",4\n5,y,6\n')
    expect(profile.rows).toBe(3)
    expect(cells[1]).toEqual(['open', ',x', 'y'])
  })

  it('sets late text in a column of numbers aside', async () => {
    const text = `id_no,v\n${lines(60_000, (row) => `${row},${row === 50_000 ? 'broken' : row / 4}`)}`
    const { profile, kinds, cells } = await read(text)
    expect(kinds).toEqual(['number', 'number'])
    expect(cells[1]?.[50_000]).toBe(null)
    expect(profile.badRows).toEqual([
      { line: 50_002, row: 50_001, reason: 'notANumber', column: 'v', value: 'broken' },
    ])
  })

  it('reads a column as text when more than a hundredth of it turns out to be text', async () => {
    const { kinds, profile, cells } = await read(
      `v\n${lines(5000, (row) => (row > 4900 ? 'late' : `${row}.50`))}`,
    )
    expect(kinds).toEqual(['text'])
    expect(profile.badRowCount).toBe(0)
    expect(cells[0]?.[7]).toBe('7.50')
  })

  it('reads a column as numbers when its first cells are the exception', async () => {
    const { kinds, profile } = await read(`v,w\n${lines(9000, (row) => `${row < 30 ? 'none yet' : row},NA`)}`)
    expect(kinds[0]).toBe('number')
    expect(profile.badRowCount).toBe(30)
    expect(profile.columns[1]).toMatchObject({ type: 'constant', missing: 9000, distinct: 0 })
  })

  it('lists at most 1,000 of them and counts all', async () => {
    const { profile } = await read(`a,b\n${lines(5000, (row) => (row % 2 ? '1' : '1,2'))}`)
    expect(profile.badRows).toHaveLength(1000)
    expect(profile.badRowCount).toBe(2500)
  })

  it('keeps a blank line of a single column as a missing cell, but not those at the end', async () => {
    expect((await read('v\n1\n\n3\n\n\n')).cells).toEqual([['1', null, '3']])
  })
})
