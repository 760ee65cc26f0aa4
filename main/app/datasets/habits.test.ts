import iconv from 'iconv-lite'
import { describe, expect, it } from 'vitest'
import { lines, read } from './read.test-support.ts'

/** Habits of Korean offices and of spreadsheets, each as a file with what it has to be read as. */

const inEveryEncoding = it.each(['utf-8', 'cp949', 'utf-16le', 'utf-16be'])
/** The same file in another encoding, without a byte order mark. */
const encoded = (text: string, encoding: string): Buffer => iconv.encode(text, encoding, { addBOM: false })

describe('money, shares and dates', () => {
  inEveryEncoding('are read in %s', async (encoding) => {
    const text =
      '품목,가격,금액,비율,날짜,일자,시각\n' +
      '사과,"￦12,000","12,000원",35%,2023.11.18.,2023년 11월 18일,오후 3:05\n' +
      '배,"￦9,500","9,500원",12.5%,2023.11.19.,2023년 11월 19일,오전 11:40\n' +
      '귤,￦800,800원,0%,2023.12.01.,2023년 12월 1일,오후 12:00\n'
    const { profile, types, kinds, cells, bad } = await read(encoded(text, encoding))
    expect(profile.dialect).toMatchObject({ encoding, delimiter: ',', thousands: ',', header: true })
    expect(kinds).toEqual(['text', 'number', 'number', 'number', 'text', 'text', 'text'])
    expect(types.slice(4)).toEqual(['date', 'date', 'date'])
    expect(cells.slice(1, 4)).toEqual([
      ['12000', '9500', '800'],
      ['12000', '9500', '800'],
      ['35', '12.5', '0'],
    ])
    expect(cells[5]?.[1]).toBe('2023년 11월 19일')
    expect(bad).toEqual([])
  })

  it('in dollars, euros and won, before and behind', async () => {
    const { cells, bad } = await read(
      'a;b;c;d\n"$1,200.50";€7;₩-12,000;5 %\n$3;€ 1,000;"₩12,000";10 %\n-$4.5;€0.5;₩1;0.5 %\n',
    )
    expect(cells).toEqual([
      ['1200.5', '3', '-4.5'],
      ['7', '1000', '0.5'],
      ['-12000', '12000', '1'],
      ['5', '10', '0.5'],
    ])
    expect(bad).toEqual([])
  })

  it('of one day first or month first, as the whole column tells, are dates; a mixture is not', async () => {
    const days = (order: (day: number) => string) => `n,d\n${lines(60, (row) => `${row},${order(row + 1)}`)}`
    const at = (day: number) => [((day - 1) % 28) + 1, Math.ceil(day / 28)] as const
    expect((await read(days((n) => `${at(n)[0]}/${at(n)[1]}/2023`))).types[1]).toBe('date')
    expect((await read(days((n) => `${at(n)[1]}/${at(n)[0]}/2023`))).types[1]).toBe('date')
    const mixed = await read(days((n) => (n % 2 ? `${(n % 15) + 13}/5/2023` : `5/${(n % 15) + 13}/2023`)))
    expect(mixed.types[1]).not.toBe('date')
  })

  it('below zero are written as accounts do', async () => {
    const { kinds, cells } = await read(`k,v,w\na,"(1,200)",△3.5\nb,900,2\nc,"1,000",△1.5\n`)
    expect(kinds).toEqual(['text', 'number', 'number'])
    expect(cells.slice(1)).toEqual([
      ['-1200', '900', '1000'],
      ['-3.5', '2', '-1.5'],
    ])
  })

  it('are no numbers where brackets only count', async () => {
    expect((await read(`k,v\n${lines(30, (row) => `${row},(${row % 4})`)}`)).kinds[1]).toBe('text')
  })
})

describe('dates without marks', () => {
  it.each([
    [
      '기준일자',
      (row: number) =>
        `2023${String((row % 12) + 1).padStart(2, '0')}${String((row % 28) + 1).padStart(2, '0')}`,
      40,
    ],
    [
      'v',
      (row: number) =>
        `2023${String((row % 12) + 1).padStart(2, '0')}${String((row % 28) + 1).padStart(2, '0')}`,
      40,
    ],
    ['계약년월', (row: number) => `2023${String((row % 12) + 1).padStart(2, '0')}`, 40],
    ['tm', (row: number) => `20230101${String(row % 24).padStart(2, '0')}`, 48],
    ['date', (row: number) => `2023010${row + 1}`, 3],
  ])('of a column %s are dates, not numbers', async (name, cell, rows) => {
    const { types, kinds, bad } = await read(
      `${name},w\n${lines(rows, (row) => `${cell(row)},${row * row}`)}\n`,
    )
    expect(kinds[0]).toBe('text')
    expect(types[0]).toBe('date')
    expect(bad).toEqual([])
  })

  it('are told from numbers that only look like some', async () => {
    const { kinds } = await read(
      `a,b,year,d\n${lines(60, (row) => `${20_230_101 + row},${202_301 + row},${1960 + row},2023010${row % 3}`)}\n`,
    )
    expect(kinds).toEqual(['number', 'number', 'number', 'number'])
  })

  it('are told by the whole column, not only by its beginning', async () => {
    const { kinds } = await read(
      `a\n${lines(5000, (row) => (row < 2000 ? `2023${String((row % 12) + 1).padStart(2, '0')}01` : String(row)))}\n`,
    )
    expect(kinds).toEqual(['number'])
  })
})

describe('missing marks', () => {
  const marks = ['', 'NA', 'N/A', '#N/A', '#DIV/0!', 'NaN', 'null', 'None', '?', '-', '결측', '미상', '없음']
  inEveryEncoding('are all known in %s', async (encoding) => {
    const text = `값,이름\n${[...marks, '-9999'].map((mark) => `${mark},${mark}`).join('\n')}\n1,가\n2,나\n`
    const { kinds, cells, bad, profile } = await read(encoded(text, encoding))
    expect(profile.dialect.encoding).toBe(encoding)
    expect(kinds).toEqual(['number', 'text'])
    expect(cells[0]).toEqual([...marks.map(() => null), null, '1', '2'])
    expect(cells[1]).toEqual([...marks.map(() => null), null, '가', '나'])
    expect(bad).toEqual([])
  })

  it('are those of the list the user made', async () => {
    const text = `v,w,x\n1,NA,없음\n99,무응답,x\n-9999,b,y\n-1,c,무응답\n`
    const dialect = { missing: ['무응답', '99', '-1'] }
    const { cells, profile } = await read(text, { dialect })
    expect(cells).toEqual([
      ['1', null, '-9999', null],
      ['NA', null, 'b', 'c'],
      ['없음', 'x', 'y', null],
    ])
    expect(profile.dialect.missing).toEqual(dialect.missing)
    expect(
      (await read(encoded(text, 'cp949'), { dialect: { ...dialect, encoding: 'cp949' } })).cells,
    ).toEqual(cells)
  })

  it('are only empty cells when the list is empty', async () => {
    const { cells } = await read('a,b\nNA,1\n,\n', { dialect: { missing: [], header: true } })
    expect(cells).toEqual([
      ['NA', null],
      ['1', null],
    ])
  })
})

describe('headers of two rows', () => {
  it('are joined, a merged name standing for all its columns', async () => {
    const { profile, names, types, cells, bad } = await read(
      '지역,2022년,,2023년,\n,남,여,남,여\n서울,10,20,30,40\n부산,11,21,31,41\n대구,12,22,32,42\n',
    )
    expect(names).toEqual(['지역', '2022년 남', '2022년 여', '2023년 남', '2023년 여'])
    expect(profile).toMatchObject({ rows: 3, dialect: { header: true, headerRows: 2 } })
    expect(cells[4]).toEqual(['40', '41', '42'])
    expect(types.slice(1)).toEqual(['number', 'number', 'number', 'number'])
    expect(bad).toEqual([])
  })

  it('are found where the merged name is repeated, and years are names', async () => {
    const { names, profile } = await read('시도,2022,2022,2023\n시도,합격,불합격,합격\n가,1,2,3\n나,4,5,6\n')
    expect(names).toEqual(['시도', '2022 합격', '2022 불합격', '2023 합격'])
    expect(profile.rows).toBe(2)
  })

  it('are as many as the user says', async () => {
    const text = 'a,b\nx,y\nu,v\n1,2\n'
    const three = await read(text, { dialect: { header: true, headerRows: 3 } })
    expect(three.names).toEqual(['a x u', 'b y v'])
    expect(three.cells).toEqual([['1'], ['2']])
    const one = await read(text, { dialect: { header: true, headerRows: 1 } })
    expect(one.names).toEqual(['a', 'b'])
    expect(one.profile.rows).toBe(3)
    const none = await read(text, { dialect: { header: false } })
    expect(none.profile.rows).toBe(4)
  })

  it('are not seen in one header above text, or above a first row that is odd', async () => {
    expect((await read('name,city\nAnn,Oslo\nBob,Rome\nEva,Bonn\n')).profile.rows).toBe(3)
    expect((await read('id,v\n1,x\n2,3\n3,4\n4,5\n5,6\n6,7\n7,8\n')).names).toEqual(['id', 'v'])
  })
})

describe('rows of units', () => {
  const table = '이름,키,몸무게,비율\n,cm,kg,%\n가,170,60,1\n나,165,55,2\n다,180,80,3\n'

  inEveryEncoding('are left out and told of in %s', async (encoding) => {
    const { profile, names, kinds, bad } = await read(encoded(table, encoding))
    expect(names).toEqual(['이름', '키', '몸무게', '비율'])
    expect(kinds).toEqual(['text', 'number', 'number', 'number'])
    expect(profile).toMatchObject({ rows: 3, dialect: { units: 'drop' } })
    expect(profile.oddRows).toEqual([
      { kind: 'units', count: 1, dropped: true, rows: [{ line: 2, text: 'cm · kg · %' }] },
    ])
    expect(bad).toEqual([])
  })

  it('are kept, and told of, when the user says so', async () => {
    const { profile, cells, bad } = await read(table, { dialect: { units: 'keep' } })
    expect(profile.rows).toBe(4)
    expect(profile.oddRows).toMatchObject([{ kind: 'units', count: 1, dropped: false }])
    expect(cells[0]).toEqual([null, '가', '나', '다'])
    expect(bad.length + (cells[1]?.filter((cell) => cell === 'cm').length ?? 0)).toBeGreaterThan(0)
  })

  it.each(['단위,(cm),[kg]', ',천원,명', '-,m/s,℃', ',(천 명),kg/㎡'])('are known: %s', async (units) => {
    const { profile } = await read(`구분,a,b\n${units}\n가,1,2\n나,3,4\n다,5,6\n`)
    expect(profile.oddRows).toMatchObject([{ kind: 'units', count: 1, dropped: true }])
    expect(profile.rows).toBe(3)
  })

  it('are not seen in rows of data', async () => {
    const { profile } = await read('sex,grade,n\nm,a,1\nf,b,2\nm,s,3\n')
    expect(profile.oddRows).toBeUndefined()
    expect(profile.rows).toBe(3)
  })

  it('come behind a header of two rows', async () => {
    const { profile, names } = await read(
      '지역,2022,,2023,\n,매출,직원,매출,직원\n,천원,명,천원,명\n가,1,2,3,4\n나,5,6,7,8\n다,5,6,7,8\n',
    )
    expect(names).toEqual(['지역', '2022 매출', '2022 직원', '2023 매출', '2023 직원'])
    expect(profile).toMatchObject({ rows: 3, dialect: { headerRows: 2, units: 'drop' } })
    expect(profile.oddRows?.[0]?.rows[0]?.line).toBe(3)
  })
})

describe('rows of totals', () => {
  const table = `월,매출,비용\n${lines(12, (row) => `${row + 1}월,${row * 10},${row}`)}\n합계,660,66\n`

  inEveryEncoding('are left out and told of in %s', async (encoding) => {
    const { profile, kinds, cells } = await read(encoded(table, encoding))
    expect(profile).toMatchObject({ rows: 12, dialect: { totals: 'drop' } })
    expect(profile.oddRows).toEqual([
      { kind: 'totals', count: 1, dropped: true, rows: [{ line: 14, text: '합계 · 660 · 66' }] },
    ])
    expect(kinds).toEqual(['text', 'number', 'number'])
    expect(cells[1]?.at(-1)).toBe('110')
  })

  it('are kept, and told of, when the user says so', async () => {
    const { profile } = await read(table, { dialect: { totals: 'keep' } })
    expect(profile.rows).toBe(13)
    expect(profile.oddRows).toMatchObject([{ kind: 'totals', count: 1, dropped: false }])
  })

  it.each(['Total', 'TOTAL:', '총계', '소계', '계', ' 합 계 ', '"Grand total"', 'Sum'])(
    'are known by %s',
    async (name) => {
      const { profile } = await read(`k,v\n${lines(40, (row) => `k${row},${row}`)}\n${name},780\n`)
      expect(profile.rows).toBe(40)
      expect(profile.oddRows).toMatchObject([{ kind: 'totals', count: 1 }])
    },
  )

  it('do not turn a column of numbers into text', async () => {
    const { kinds, profile } = await read('연도,값\n2021,1\n2022,2\n합계,3\n')
    expect(kinds).toEqual(['number', 'number'])
    expect(profile).toMatchObject({ rows: 2, badRowCount: 0 })
  })

  it('are found at the end of a file that is longer than what is looked at first', async () => {
    const { profile } = await read(`k,v\n${lines(90_000, (row) => `row ${row},${row}`)}\n합계,1\n`)
    expect(profile.rows).toBe(90_000)
    expect(profile.oddRows?.[0]?.rows).toEqual([{ line: 90_002, text: '합계 · 1' }])
  })

  it('are kept where they are too many to be anything but a value', async () => {
    const { profile } = await read(
      `sex,year,n\n${lines(60, (row) => `${['남', '여', '계'][row % 3]},${row},${row}`)}`,
    )
    expect(profile.rows).toBe(60)
    expect(profile.oddRows).toMatchObject([{ kind: 'totals', count: 20, dropped: false }])
    expect(profile.oddRows?.[0]?.rows).toHaveLength(20)
  })

  it('are known where another column stands before the word', async () => {
    const { profile } = await read(
      `시도,성별,n\n${lines(50, (row) => `시도${row},남,${row}`)}\n전국,계,1225\n`,
    )
    expect(profile.oddRows).toMatchObject([{ count: 1, rows: [{ text: '전국 · 계 · 1225' }] }])
  })

  it('are no totals where the word stands inside a cell or further right', async () => {
    const { profile } = await read('a,b,c,d\nTotal cost,1,2,x\nb,3,4,Total\nc,5,6,y\n')
    expect(profile.rows).toBe(3)
    expect(profile.oddRows).toBeUndefined()
  })
})

describe('a German file', () => {
  it('is read with its letters, days, thousands and money behind the number', async () => {
    const text = `Datum;Umsatz;Ort\n${lines(20, (row) => `${row + 1}.11.2023;${row + 1}.000,50 €;Köln`)}\n`
    const { profile, cells, types } = await read(iconv.encode(text, 'windows-1252'))
    expect(profile.dialect).toMatchObject({
      encoding: 'windows-1252',
      delimiter: ';',
      decimal: ',',
      thousands: '.',
    })
    expect(types.slice(0, 2)).toEqual(['date', 'number'])
    expect(cells[1]?.[2]).toBe('3000.5')
    expect(profile.columns[0]?.dates).toMatchObject({ order: 'dmy', first: Date.UTC(2023, 10, 1) })
  })
})

describe('titles above the table', () => {
  it('are stepped over, padded as spreadsheets write them or not', async () => {
    const { names, profile, bad } = await read(
      '2023년 매출 현황,,,\n,,,\n"(단위: 천원)",,,\n지역,1월,2월,3월\n서울,"1,000","2,000","3,000"\n부산,"4,000","5,000","6,000"\n',
    )
    expect(names).toEqual(['지역', '1월', '2월', '3월'])
    expect(profile).toMatchObject({ rows: 2, dialect: { skip: 3, thousands: ',' } })
    expect(bad).toEqual([])
  })

  it('do not hide the first rows of a sparse table', async () => {
    expect((await read('5,,,\n,6,,\n1,2,3,4\n5,6,7,8\n')).profile.rows).toBe(4)
  })
})

describe('UTF-16 without a mark', () => {
  it.each(['utf-16le', 'utf-16be'])('is known where nearly all is Korean: %s', async (encoding) => {
    const text = `제목,내용\n${lines(40, (row) => `가나다라마바사아자차카타파하${'가나다라마바사'.repeat(row % 4)},내용이매우길게이어지는칸입니다`)}\n`
    const { profile, names } = await read(encoded(text, encoding))
    expect(profile).toMatchObject({ rows: 40, dialect: { encoding } })
    expect(names).toEqual(['제목', '내용'])
  })
})
