import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import iconv from 'iconv-lite'
import { describe, expect, it } from 'vitest'
import type { ProblemCode } from '../../../shared/problems.ts'
import { folder, lines, problemOf, read, write } from './read.test-support.ts'
import { readTable } from './readTable.ts'

describe('the dialect', () => {
  it.each([',', ';', '\t', '|'])('finds %j between the columns', async (delimiter) => {
    const text = lines(20, (row) => [row ? row : 'a', row ? 'x y' : 'b', row ? row / 2 : 'c'].join(delimiter))
    const { profile, names, cells } = await read(text)
    expect(profile.dialect.delimiter).toBe(delimiter)
    expect(names).toEqual(['a', 'b', 'c'])
    expect(cells[2]?.[0]).toBe('0.5')
  })

  it('reads decimal commas as numbers', async () => {
    const { profile, kinds, cells } = await read(`name;mass\n${lines(20, (row) => `n${row};${row},5`)}`)
    expect(profile.dialect).toMatchObject({ delimiter: ';', decimal: ',', thousands: '' })
    expect(kinds).toEqual(['text', 'number'])
    expect(cells[1]?.[3]).toBe('3.5')
  })

  it('reads decimal commas in a file without a header', async () => {
    const { profile, cells } = await read(lines(12, (row) => `${row},25;${row * 2},5`))
    expect(profile.dialect).toMatchObject({ delimiter: ';', decimal: ',', header: false })
    expect(cells.map((column) => column[1])).toEqual(['1.25', '2.5'])
  })

  it.each([
    ['"1,200.5"', { decimal: '.', thousands: ',' }, 1200.5],
    ['"1.200,5"', { decimal: ',', thousands: '.' }, 1200.5],
    ['"1 200,5"', { decimal: ',', thousands: ' ' }, 1200.5],
    ["1'200.5", { decimal: '.', thousands: "'" }, 1200.5],
    ['"1,200"', { decimal: '.', thousands: ',' }, 1200],
    ['"0,25"', { decimal: ',', thousands: '' }, 0.25],
  ])('reads %s as a number', async (cell, marks, value) => {
    const { profile, cells } = await read(`a,b\n${lines(10, (row) => `${row},${cell}`)}`)
    expect(profile.dialect).toMatchObject(marks)
    expect(cells[1]?.[0]).toBe(String(value))
  })

  it('keeps the first row of a headerless file of numbers', async () => {
    const { profile, names, cells } = await read('5.1,3.5,setosa\n4.9,3,setosa\n6,2.2,virginica\n')
    expect(profile).toMatchObject({ rows: 3, dialect: { header: false } })
    expect(names).toEqual(['column_1', 'column_2', 'column_3'])
    expect(cells[0]).toEqual(['5.1', '4.9', '6'])
  })

  it('takes the first record for the header when all columns are text', async () => {
    expect((await read('name,city\nAnn,Oslo\nBob,Rome\n')).names).toEqual(['name', 'city'])
  })

  it('takes numbers in a row for names where they count columns or years', async () => {
    expect((await read(`,0,1,2,3\n${lines(9, (row) => `${row},1.5,2.5,3,4`)}`)).profile.rows).toBe(9)
    expect((await read('country,2019,2020,2021\nA,1,2,3\nB,4,5,6\n')).names[2]).toBe('2020')
  })

  it('finds quoted cells behind spaces', async () => {
    const { cells, bad } = await read('a, b, c\n1, "Doe, John", 3\n4, "Roe, ""J""" , 5\n')
    expect(cells).toEqual([
      ['1', '4'],
      ['Doe, John', 'Roe, "J"'],
      ['3', '5'],
    ])
    expect(bad).toEqual([])
  })

  it('reads money and shares', async () => {
    const { kinds, cells } = await read(
      `item,price,share\n${lines(9, (row) => `i${row},"₩${row + 1},000",${row}%`)}`,
    )
    expect(kinds).toEqual(['text', 'number', 'number'])
    expect(cells.map((column) => column[2])).toEqual(['i2', '3000', '2'])
  })

  it('steps over comments, titles and blank lines at the top', async () => {
    const { profile, names, bad } = await read('# made by hand\n# 2023, v1\n\na,b\n1,2\n3,x4\n')
    expect(profile).toMatchObject({ rows: 2, dialect: { skip: 3 } })
    expect(names).toEqual(['a', 'b'])
    expect(bad).toEqual([])
    const titled = await read(`Sales report\n\na,b,c\n${lines(9, (row) => `${row},2,3`)}`)
    expect(titled.names).toEqual(['a', 'b', 'c'])
    expect(titled.profile.rows).toBe(9)
  })

  it('obeys the delimiter a spreadsheet declares', async () => {
    expect((await read('sep=;\na;b\n1;2\n')).names).toEqual(['a', 'b'])
  })

  it('is overruled by what the user says', async () => {
    const { cells, names } = await read('a;b\n1,5;2\n', {
      dialect: { delimiter: ',', header: false, skip: 1 },
    })
    expect(names).toEqual(['column_1', 'column_2'])
    expect(cells).toEqual([['1'], ['5;2']])
    expect(await problemOf(write('a,b\n'), { dialect: { delimiter: '"' } })).toBe('valueInvalid')
    expect(await problemOf(write('a,b\n'), { dialect: { encoding: 'klingon' } })).toBe('valueInvalid')
  })
})

describe('line ends and encodings', () => {
  it.each(['\n', '\r\n', '\r'])('splits lines at %j', async (end) => {
    const { profile, cells, bad } = await read(['a,b', '1,x', '2,"y', 'z"', 'q,3', ''].join(end))
    expect(profile.rows).toBe(3)
    expect(cells[1]).toEqual(['x', `y${end}z`, '3'])
    expect(bad).toEqual([])
  })

  it('is not misled by line feeds inside quotes', async () => {
    expect((await read('a,b\r1,"x\n\ny"\r2,"z\n\n"\r')).cells[1]).toEqual(['x\n\ny', 'z\n\n'])
  })

  it('keeps a lone carriage return inside a cell of a file with line feeds', async () => {
    expect((await read('a,b\nx\ry,1\nz,2\n')).cells[0]).toEqual(['x\ry', 'z'])
  })

  it('does not take a byte order mark for part of a name', async () => {
    expect((await read('\ufeffid,이름\n1,가\n')).names).toEqual(['id', '이름'])
  })

  it.each(['utf-16le', 'utf-16be', 'utf-32le'])('reads %s', async (encoding) => {
    const text = `이름,값\n${lines(300, (row) => `똠방각하${row % 3},${row}.5`)}`
    const { profile, names, cells } = await read(iconv.encode(text, encoding, { addBOM: true }), {
      blockBytes: 61,
    })
    expect(profile).toMatchObject({ rows: 300, dialect: { encoding } })
    expect(names).toEqual(['이름', '값'])
    expect(cells[0]?.[299]).toBe('똠방각하2')
    expect(cells[1]?.[299]).toBe('299.5')
  })

  it('reads UTF-16 without a mark', async () => {
    const { profile, names } = await read(iconv.encode('a,b\n1,2\n3,4\n', 'utf-16le'))
    expect(profile.dialect.encoding).toBe('utf-16le')
    expect(names).toEqual(['a', 'b'])
  })

  it.each([64, 65, 66, 67, 4 * 2 ** 20])('reads CP949 in blocks of %i bytes', async (blockBytes) => {
    const text = `이름,메모,값\n${lines(200, (row) => `똠방각하,"펲시, ""콜라""${row}",${row}`)}\n결측,없음,NA`
    const { profile, names, cells } = await read(iconv.encode(text, 'cp949'), { blockBytes })
    expect(profile).toMatchObject({ rows: 201, badRowCount: 0, dialect: { encoding: 'cp949' } })
    expect(names).toEqual(['이름', '메모', '값'])
    expect(cells[0]?.[7]).toBe('똠방각하')
    expect(cells[1]?.[199]).toBe('펲시, "콜라"199')
    expect(cells.map((column) => column[200])).toEqual([null, null, null])
  })

  it('finds CP949 that begins long after the first block', async () => {
    const text = `a,b\n${lines(80_000, (row) => `plain,${row}`)}\n똠방각하,1\n결측,2\n`
    const { profile, cells } = await read(iconv.encode(text, 'cp949'), { blockBytes: 2 ** 18 })
    expect(profile.dialect.encoding).toBe('cp949')
    expect(cells[0]?.at(-2)).toBe('똠방각하')
    expect(cells[0]?.at(-1)).toBe(null)
  })

  it('reads Western letters', async () => {
    const { profile, cells } = await read(iconv.encode('name,n\nJosé,1\nMüller,2\nÄpfel,3\n', 'windows-1252'))
    expect(profile.dialect.encoding).toMatch(/1252|8859-1/)
    expect(cells[0]).toEqual(['José', 'Müller', 'Äpfel'])
  })

  it('lists the line of damaged UTF-8', async () => {
    const good = lines(40, (row) => `한국어 ${row % 5},${row}`)
    const { profile, bad } = await read(
      Buffer.concat([
        Buffer.from(`a,b\n${good}\n`),
        Buffer.from([0xed, 0x95, 0x2c, 0x31, 10]),
        Buffer.from(good),
      ]),
    )
    expect(profile).toMatchObject({ rows: 81, dialect: { encoding: 'utf-8' } })
    expect(bad).toEqual([[42, 'badEncoding']])
  })
})

describe('names', () => {
  it('are unique, and safe as keys', async () => {
    const { names, cells, profile } = await read('__proto__,a,,a, a_2,constructor,a\n1,2,3,4,5,6,7\n')
    expect(names).toEqual(['__proto__', 'a', 'column_3', 'a_3', 'a_2', 'constructor', 'a_4'])
    expect(cells.flat()).toEqual(['1', '2', '3', '4', '5', '6', '7'])
    expect(JSON.parse(JSON.stringify(profile)).columns[0].name).toBe('__proto__')
  })

  it('are compared in NFC', async () => {
    expect((await read(`${'한글'.normalize('NFD')},b\nx,1\n`)).names[0]).toBe('한글')
  })

  it('get one more where rows begin with a row name', async () => {
    const { names, cells } = await read(`"a","b"\n${lines(12, (row) => `"r${row}",${row},2`)}`)
    expect(names).toEqual(['column_1', 'a', 'b'])
    expect(cells[1]?.[3]).toBe('3')
  })
})

describe('types', () => {
  it('keeps leading zeros and integers beyond 2^53 as text', async () => {
    const { kinds, cells } = await read(
      `zip,id,n\n${lines(40, (row) => `0${1020 + (row % 3)},${9007199254740993n + BigInt(row)},${row}`)}`,
    )
    expect(kinds).toEqual(['text', 'text', 'number'])
    expect(cells[0]?.[0]).toBe('01020')
    expect(cells[1]?.[1]).toBe('9007199254740994')
  })

  it('reads every usual way to write a number', async () => {
    const { table } = await readTable(
      write('v\n1e-3\n-.5\n+2\n"7"\n 8 \n9.\n1E5\n0.1\n123456789.123456789\n'),
    )
    expect(table.columns.get('v')).toHaveProperty(
      'values',
      Float64Array.of(0.001, -0.5, 2, 7, 8, 9, 1e5, 0.1, Number('123456789.123456789')),
    )
  })

  it('takes the usual marks for missing', async () => {
    const marks = [
      '',
      'NA',
      'N/A',
      '#N/A',
      '#DIV/0!',
      'NaN',
      'nan',
      'null',
      'None',
      '?',
      '-',
      '결측',
      '미상',
      '없음',
      '"NA"',
      ' ',
    ]
    const { kinds, cells, bad } = await read(
      `v,w\n1,x\n-9999,y\n${marks.map((mark) => `${mark},${mark}`).join('\n')}\n`,
    )
    expect(kinds).toEqual(['number', 'text'])
    expect(cells[0]).toEqual(['1', null, ...marks.map(() => null)])
    expect(cells[1]).toEqual(['x', 'y', ...marks.map(() => null)])
    expect(bad).toEqual([])
  })

  it('tells what columns mean', async () => {
    const rows = lines(200, (row) =>
      [
        row / 2,
        row % 2 ? 'yes' : 'no',
        `2023-11-${String((row % 28) + 1).padStart(2, '0')}`,
        `${row} 17 ${row * 2} 9`,
        `user-${row}`,
        'same',
        row,
        `"a longer text with number ${row} in it, and more"`,
        `2023년 ${(row % 12) + 1}월 3일`,
      ].join(','),
    )
    const { types, profile } = await read(`n,c,d,s,u,k,customer_id,t,k2\n${rows}`)
    expect(types).toEqual(['number', 'category', 'date', 'sequence', 'id', 'constant', 'id', 'text', 'date'])
    expect(profile.columns[3]?.sequence).toEqual({ length: 4, max: 398 })
  })

  it('are the ones the user chose', async () => {
    const { kinds, types, cells, profile } = await read('a,b\n1,x\n2,3\n', {
      columnTypes: { a: 'category', b: 'number' },
    })
    expect(kinds).toEqual(['text', 'number'])
    expect(types).toEqual(['category', 'number'])
    expect(cells).toEqual([
      ['1', '2'],
      [null, '3'],
    ])
    expect(profile.badRowCount).toBe(1)
  })
})

describe('ids', () => {
  it('that were noted as such are numbers or text by their cells', async () => {
    const { kinds, types } = await read('id,code\n1,a\n2,b\n', { columnTypes: { id: 'id', code: 'id' } })
    expect(kinds).toEqual(['number', 'text'])
    expect(types).toEqual(['id', 'id'])
  })
})

describe('what is no table', () => {
  it.each([
    ['PK\u0003\u0004', 'zip'],
    ['\u00d0\u00cf\u0011\u00e0\u00a1\u00b1', 'xls'],
    ['%PDF-1.7', 'pdf'],
    ['  <!DOCTYPE html>', 'html'],
    ['\u00ef\u00bb\u00bf<table border=1><tr><td>1,2</td></tr></table>', 'html'],
    ['<!-- saved --><html>', 'html'],
    ['<?xml version="1.0"?><html xmlns="x">', 'html'],
    ['<?xml version="1.0"?><Workbook>', 'xml'],
    ['{"a": [1]}', 'json'],
    ['Rar!\u001a\u0007', 'rar'],
    [`${'a'.repeat(257)}ustar`, 'tar'],
    ['PAR1', 'parquet'],
    ['$FL2@(#)', 'spss'],
    ['\u0089PNG\r\n', 'png'],
  ])('is named: %j', async (start, kind) => {
    const file = write(Buffer.from(`${start}${'x, y\n'.repeat(30)}`, 'latin1'))
    await expect(readTable(file)).rejects.toMatchObject({
      problem: { code: 'notATable', values: { file, kind } },
    })
  })

  it.each<[string | Buffer, ProblemCode]>([
    ['', 'fileEmpty'],
    ['\ufeff\n \n', 'fileEmpty'],
    ['<!DOCTYPE html><table><tr><td>1</td></tr></table>', 'notATable'],
    ['[{"a": 1}]', 'notATable'],
    [Buffer.from('PK\u0003\u0004rest of a workbook'), 'notATable'],
    [Buffer.alloc(5000), 'notATable'],
    [Buffer.from(Array.from({ length: 5000 }, (_, at) => (at * at * 31 + at * 7919) >> 3)), 'notATable'],
    [Array.from({ length: 20_001 }, (_, column) => column).join(','), 'tooManyColumns'],
  ])('is refused: %.20s', async (content, code) => {
    expect(await problemOf(write(content))).toBe(code)
  })

  it('is refused when it is a folder or is not there', async () => {
    const directory = join(folder, 'directory.csv')
    mkdirSync(directory)
    expect(await problemOf(directory)).toBe('fileIsDirectory')
    expect(await problemOf(join(folder, 'nowhere.csv'))).toBe('fileNotFound')
  })

  it('reads a header without rows', async () => {
    const { profile, names } = await read('a,b\n')
    expect(profile.rows).toBe(0)
    expect(names).toEqual(['a', 'b'])
  })
})

it('reports progress and stops when told to', async () => {
  const file = write(`a,b\n${lines(20_000, (row) => `${row},x`)}`)
  const seen: number[] = []
  const cancel = new AbortController()
  const work = readTable(file, {
    blockBytes: 4096,
    signal: cancel.signal,
    onProgress: ({ bytes }) => seen.push(bytes) === 5 && cancel.abort(),
  })
  await expect(work).rejects.toMatchObject({ problem: { code: 'cancelled' } })
  expect(seen).toEqual([4096, 8192, 12288, 16384, 20480])
})
