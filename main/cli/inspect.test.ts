import { writeFile } from 'node:fs/promises'
import { strToU8, zipSync } from 'fflate'
import iconv from 'iconv-lite'
import { describe, expect, it } from 'vitest'
import { usualMissing } from '../../shared/missing.ts'
import { cli, cliFolder } from './cli.test-support.ts'

const at = cliFolder()

describe('inspect', () => {
  const lines = [
    '2023년 매출 현황,,,,',
    '지점,2023년,,일자,비고',
    ',매출,고객,,',
    ',천원,명,,',
    '강남,"1,000",10,2023.11.02.,좋음',
    '서초,"3,000",30,2023.11.18.,무응답',
    '송파,"2,000",x,2023.11.03.,좋음',
    '강동,"2,000",20,2023.11.04.',
    '합계,"8,000",60,,',
  ]

  it('prints all there is to know of a messy Korean file', async () => {
    await writeFile(at('매출.csv'), iconv.encode(lines.join('\r\n'), 'cp949'))
    const { code, json } = await cli('inspect', at('매출.csv'), '--json')
    expect(code).toBe(0)
    expect(json).toMatchObject({
      rows: 4,
      bytes: iconv.encode(lines.join('\r\n'), 'cp949').length,
      encoding: 'cp949',
      dialect: {
        delimiter: ',',
        decimal: '.',
        thousands: ',',
        header: true,
        headerRows: 2,
        skip: 1,
        units: 'drop',
        totals: 'drop',
        missing: usualMissing,
      },
      oddRows: [
        { kind: 'units', count: 1, dropped: true, rows: [{ line: 4, text: '천원 · 명' }] },
        { kind: 'totals', count: 1, dropped: true, rows: [{ line: 9, text: '합계 · 8,000 · 60' }] },
      ],
      badRowCount: 1,
      badRows: [{ line: 8, reason: 'short' }],
    })
    const [branch, sales, guests, day, note] = json['columns'] as Record<string, unknown>[]
    expect(branch).toMatchObject({ name: '지점', missing: 0, distinct: 4 })
    expect(sales).toEqual({
      name: '2023년 매출',
      type: 'number',
      missing: 0,
      distinct: 3,
      min: 1000,
      max: 3000,
      mean: 2000,
      std: Math.sqrt(500_000),
      quartiles: [1750, 2000, 2250],
      skewness: 0,
      outliers: { low: 0, high: 0 },
      histogram: Array.from({ length: 30 }, (_, bin) => (bin === 15 ? 2 : bin === 0 || bin === 29 ? 1 : 0)),
      top: [
        { value: '2000', count: 2 },
        { value: '1000', count: 1 },
        { value: '3000', count: 1 },
      ],
    })
    // Three numbers of four are no column of numbers.
    expect(guests).toMatchObject({ name: '2023년 고객', type: 'category', distinct: 4 })
    expect(day).toMatchObject({
      name: '일자',
      type: 'date',
      order: 'ymd',
      first: '2023-11-02T00:00:00.000Z',
      last: '2023-11-18T00:00:00.000Z',
    })
    expect(note).toMatchObject({
      name: '비고',
      missing: 1,
      top: [{ value: '좋음', count: 2 }, { value: '무응답' }],
    })
  })

  it('says the same in words', async () => {
    await writeFile(at('표.csv'), lines.join('\n'))
    const { stdout } = await cli('inspect', at('표.csv'))
    expect(stdout).toContain('1 row of units left out: line 4 (천원 · 명)')
    expect(stdout).toContain('1 row of totals left out: line 9 (합계 · 8,000 · 60)')
    expect(stdout).toContain('line 8 has too few cells')
    expect(stdout).toContain('2023-11-02 … 2023-11-18')
  })

  it('prints times of no particular day as times', async () => {
    const times = ['09:30', '00:00', '오후 3:05', '23:59:30', '24:00']
    const inspected = async (cells: readonly string[], ...asked: readonly string[]) => {
      await writeFile(at('times.csv'), `open,v\n${cells.map((cell, row) => `${cell},${row}`).join('\n')}\n`)
      return cli('inspect', at('times.csv'), ...asked)
    }
    const { json } = await inspected(times, '--json')
    expect(json['columns']).toMatchObject([{ type: 'date', first: '00:00', last: '24:00' }, {}])
    expect((await inspected(times.slice(0, 4))).stdout).toContain('00:00 … 23:59:30')
    const days = ['1970-01-01 09:30', '1970-01-01 10:00', '1970-01-01 11:00']
    expect((await inspected(days, '--json')).json['columns']).toMatchObject([
      { first: '1970-01-01T09:30:00.000Z' },
      {},
    ])
  })

  it('counts one row as one', async () => {
    await writeFile(at('one.csv'), 'x,y\n1,2\n')
    expect((await cli('inspect', at('one.csv'))).stdout).toMatch(/^1 row, 2 columns, /)
  })

  it('looks into a zip, and names what is no table', async () => {
    const tables = { 'a.csv': strToU8('x,y\n1,2\n'), 'b.csv': strToU8('u,v,w\n1,2,3\n4,5,6\n') }
    await writeFile(at('둘.zip'), zipSync(tables))
    const one = await cli('inspect', at('둘.zip'), '--entry', 'b.csv', '--json')
    expect(one.json).toMatchObject({ rows: 2, bytes: 18 })
    const none = await cli('inspect', at('둘.zip'), '--json')
    expect(none.json).toMatchObject({ error: { code: 'entryNeeded' } })
    expect(none.stderr).toContain('a.csv, b.csv')
    await writeFile(at('통합.csv'), zipSync({ 'xl/workbook.xml': strToU8('<x/>') }))
    const book = await cli('inspect', at('통합.csv'), '--json')
    expect(book.json).toMatchObject({ error: { code: 'notATable', values: { kind: 'xlsx' } } })
    expect(book.stderr).toContain('an Excel workbook (XLSX)')
  })
})

it('takes tables out of zips all the way from a project to predictions', async () => {
  const rows = (count: number) =>
    `a,b,y\n${Array.from({ length: count }, (_, row) => `${(row * 7) % 11},${row % 5},${row % 2 ? 'p' : 'q'}`).join('\n')}\n`
  await writeFile(at('학습.zip'), zipSync({ '자료/학습.csv': strToU8(rows(60)), 'x.csv': strToU8('z\n1\n') }))
  await writeFile(at('시험.zip'), zipSync({ 'one.csv': strToU8(rows(30)), 'two.csv': strToU8(rows(20)) }))
  const source = ['--data', at('학습.zip'), '--entry', '자료/학습.csv']
  expect((await cli('new', ...source, '--target', 'y', at('zip.loom'), '--json')).code).toBe(0)
  const trained = await cli('train', at('zip.loom'), '--epochs', '1', '--out', at('run'), '--json')
  expect(trained.code, trained.stderr).toBe(0)
  const other = ['--data', at('시험.zip'), '--entry', 'two.csv']
  expect((await cli('evaluate', at('run'), ...other, '--json')).json).toMatchObject({ rows: 20 })
  expect((await cli('evaluate', at('run'), '--data', at('시험.zip'), '--json')).json).toMatchObject({
    error: { code: 'entryNeeded' },
  })
  const again = await cli('evaluate', at('run'), '--data', at('학습.zip'), '--json')
  expect(again.json, 'the table of the same name').toMatchObject({ rows: 60 })
  expect((await cli('predict', at('run'), ...other, '--out', at('out.csv'), '--json')).json).toMatchObject({
    rows: 20,
    unanswered: 0,
  })
}, 30_000)

describe('new', () => {
  it('takes no ids, numbers of rows or nearly empty columns for inputs', async () => {
    const header = 'no,customerId,nr_of_visits,rare,paid,code,target'
    const rows = Array.from({ length: 60 }, (_, row) =>
      [
        row + 1,
        90_000 + ((row * 7919) % 997),
        row % 5,
        row === 3 ? 1 : '',
        1000 + ((row * 31) % 60),
        `K${row * 17}`,
        row % 2 ? 'y' : 'n',
      ].join(','),
    )
    await writeFile(at('ids.csv'), `${header}\n${rows.join('\n')}\n`)
    const { json } = await cli('new', '--data', at('ids.csv'), '--target', 'target', at('ids.loom'), '--json')
    expect(json['inputs']).toEqual(['nr_of_visits', 'paid'])
  })

  it('takes a number that counts the rows when there is nothing else', async () => {
    const rows = Array.from({ length: 60 }, (_, row) => `${row},${row * row}`)
    await writeFile(at('curve.csv'), `x,y\n${rows.join('\n')}\n`)
    const { json } = await cli('new', '--data', at('curve.csv'), '--target', 'y', at('curve.loom'), '--json')
    expect(json['inputs']).toEqual(['x'])
    await writeFile(at('only.csv'), `id,y\n${rows.join('\n')}\n`)
    const none = await cli('new', '--data', at('only.csv'), '--target', 'y', at('only.loom'), '--json')
    expect(none.json).toMatchObject({ error: { code: 'noUsableColumns' } })
  })
})
