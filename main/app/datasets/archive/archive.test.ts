import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { strToU8, zipSync } from 'fflate'
import iconv from 'iconv-lite'
import { afterAll, describe, expect, it } from 'vitest'
import { createRandom } from '../../../../shared/prep/random.ts'
import { toProblem } from '../../../../shared/problems.ts'
import { createDatasets } from '../datasets.ts'
import { lines } from '../read.test-support.ts'
import { unpack } from './unpack.ts'
import { makeZip } from './zip.test-support.ts'

const folder = mkdtempSync(join(tmpdir(), 'layerloom-archive-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
let count = 0
const write = (content: Uint8Array, end = 'zip'): string => {
  const file = join(folder, `${++count}.${end}`)
  writeFileSync(file, content)
  return file
}
const cacheDir = join(folder, 'cache')
const datasets = createDatasets({ cacheDir })
const problemOf = async (work: Promise<unknown>) =>
  work.then(
    () => null,
    (error: unknown) => toProblem(error),
  )

const table = `a,b\n${lines(50, (row) => `${row},x${row % 3}`)}\n`

describe('a .gz', () => {
  it('is read as the table in it', async () => {
    const file = write(gzipSync(table), 'csv.gz')
    expect(datasets.entries(file)).toEqual([{ name: `${count}.csv`, bytes: null }])
    const { profile, dir } = await datasets.open(file)
    expect(profile).toMatchObject({ rows: 50, bytes: table.length, columns: [{ name: 'a' }, { name: 'b' }] })
    expect(await datasets.rows(dir, 49, 1)).toEqual([['49', 'x1']])
    expect((await datasets.preview(file)).rows).toHaveLength(50)
  })

  it('of several parts is read whole', async () => {
    const file = write(Buffer.concat([gzipSync('a,b\n1,2\n'), gzipSync('3,4\n')]), 'gz')
    expect((await datasets.open(file)).profile.rows).toBe(2)
  })

  it.each([
    ['cut off', (bytes: Buffer) => bytes.subarray(0, bytes.length - 20)],
    [
      'damaged',
      (bytes: Buffer) => Buffer.concat([bytes.subarray(0, 30), Buffer.alloc(40, 7), bytes.subarray(70)]),
    ],
  ])('that is %s is refused', async (_, damage) => {
    const file = write(damage(gzipSync(table)), 'gz')
    expect(await problemOf(datasets.open(file))).toMatchObject({ code: 'archiveBroken', values: { file } })
  })

  it('of what is no table is refused by what it is', async () => {
    const file = write(gzipSync('<html><body>no</body></html>'), 'gz')
    expect(await problemOf(datasets.open(file))).toEqual({
      code: 'notATable',
      values: { file, kind: 'html' },
    })
    expect(await problemOf(datasets.preview(file))).toEqual({
      code: 'notATable',
      values: { file, kind: 'html' },
    })
  })
})

describe('a .zip', () => {
  it('with one table needs no choice, whatever lies beside it', async () => {
    const file = write(
      zipSync({
        'readme.md': strToU8('# hello'),
        'data/table.csv': strToU8(table),
        '__MACOSX/data/._table.csv': strToU8('junk'),
      }),
    )
    expect(datasets.entries(file)).toEqual([{ name: 'data/table.csv', bytes: table.length }])
    expect((await datasets.open(file)).profile.rows).toBe(50)
    expect((await datasets.preview(file)).rows[2]).toEqual(['2', 'x2'])
  })

  it('with several needs one, and reads the one that is named', async () => {
    const file = write(zipSync({ 'a.csv': strToU8('x,y\n1,2\n'), 'b.tsv': strToU8('u\tv\n3\t4\n5\t6\n') }))
    expect(datasets.entries(file)?.map(({ name }) => name)).toEqual(['a.csv', 'b.tsv'])
    expect(await problemOf(datasets.open(file))).toMatchObject({
      code: 'entryNeeded',
      values: { file, entries: 'a.csv, b.tsv' },
    })
    const first = await datasets.open(file, { entry: 'a.csv' })
    const second = await datasets.open(file, { entry: 'b.tsv' })
    expect(first.profile.columns.map(({ name }) => name)).toEqual(['x', 'y'])
    expect(second.profile).toMatchObject({ rows: 2, dialect: { delimiter: '\t' } })
    expect((await datasets.preview(file, {}, 'b.tsv')).rows).toEqual([
      ['3', '4'],
      ['5', '6'],
    ])
    expect(await problemOf(datasets.open(file, { entry: 'c.csv' }))).toMatchObject({ code: 'entryMissing' })
  })

  it.each([
    ['CP949', iconv.encode('자료/설문 결과.csv', 'cp949'), 0],
    ['UTF-8', Buffer.from('자료/설문 결과.csv'), 0x800],
    ['UTF-8 that does not say so', Buffer.from('자료/설문 결과.csv'), 0],
    ['decomposed UTF-8, as on a Mac', Buffer.from('자료/설문 결과.csv'.normalize('NFD')), 0x800],
  ])('has names in %s', async (_, name, flags) => {
    const file = write(
      makeZip(
        [
          { name, content: table, flags },
          { name: 'other.csv', content: 'a\n1\n' },
        ],
        'note',
      ),
    )
    expect(datasets.entries(file)?.[0]?.name).toBe('자료/설문 결과.csv')
    expect((await datasets.open(file, { entry: '자료/설문 결과.csv' })).profile.rows).toBe(50)
    const asTyped = '자료/설문 결과.csv'.normalize('NFD')
    expect((await datasets.open(file, { entry: asTyped })).profile.rows).toBe(50)
  })

  it('holds tables stored as they are', async () => {
    const file = write(makeZip([{ name: 'a.csv', content: table, method: 0 }]))
    expect((await datasets.open(file)).profile.rows).toBe(50)
  })

  it.each<[string, Parameters<typeof makeZip>[0][number], string]>([
    ['more bytes than it says', { name: 'a.csv', content: table, saysBytes: 100 }, 'archiveBroken'],
    ['fewer bytes than it says', { name: 'a.csv', content: table, saysBytes: 9000 }, 'archiveBroken'],
    ['another checksum', { name: 'a.csv', content: table, saysCrc: 1 }, 'archiveBroken'],
    ['another place than it says', { name: 'a.csv', content: table, saysOffset: 7 }, 'archiveBroken'],
    ['a place outside', { name: 'a.csv', content: table, saysOffset: 4_000_000_000 }, 'archiveBroken'],
    ['a method nobody knows', { name: 'a.csv', content: table, method: 99 }, 'archiveBroken'],
    ['a password', { name: 'a.csv', content: table, flags: 1 }, 'archiveEncrypted'],
    ['nothing', { name: 'a.csv', content: '' }, 'fileEmpty'],
    ['a name that leads out', { name: '../a.csv', content: table }, 'entryMissing'],
    ['an absolute name', { name: '/etc/a.csv', content: table }, 'entryMissing'],
    ['a drive', { name: 'C:\\a.csv', content: table }, 'entryMissing'],
    ['a name with a zero', { name: 'a\0.csv', content: table }, 'entryMissing'],
  ])('with %s is refused', async (_, entry, code) => {
    const before = readdirSync(folder)
    const file = write(makeZip([entry]))
    expect(await problemOf(datasets.open(file))).toMatchObject({ code })
    expect(readdirSync(folder)).toEqual([...before, `${count}.zip`].sort())
    expect(readdirSync(join(cacheDir, 'unpacked')).filter((name) => name.endsWith('.tmp'))).toEqual([])
  })

  it('that is cut off anywhere is refused or empty of tables, never read as something else', async () => {
    const whole = makeZip([{ name: 'a.csv', content: table }])
    for (let length = 4; length < whole.length; length += 7)
      expect(await problemOf(datasets.open(write(whole.subarray(0, length))))).toMatchObject({
        code: 'archiveBroken',
      })
  })

  it('that is damaged anywhere is read right or refused with a reason', async () => {
    const whole = makeZip([
      { name: 'a.csv', content: table },
      { name: 'b.txt', content: 'x\n1\n' },
    ])
    const random = createRandom(1, 'damage')
    const codes = new Set<string>()
    for (let at = 0; at < 150; at++) {
      const bytes = Buffer.from(whole)
      bytes.writeUInt8(Math.floor(random.uniform() * 256), Math.floor(random.uniform() * bytes.length))
      const file = write(bytes)
      const problem = await problemOf(datasets.open(file, { entry: 'a.csv' }))
      if (problem) codes.add(problem.code)
      else expect((await datasets.open(file, { entry: 'a.csv' })).profile.rows).toBe(50)
    }
    const known = ['archiveBroken', 'archiveEncrypted', 'archiveTooLarge', 'entryMissing', 'notATable']
    expect(known).toEqual(expect.arrayContaining([...codes]))
    expect(codes).toContain('archiveBroken')
  })

  it.each([
    ['xl/workbook.xml', 'xlsx'],
    ['word/document.xml', 'docx'],
    ['content.xml', 'ods'],
  ])('that holds %s is named as what it is', async (part, kind) => {
    const file = write(zipSync({ [part]: strToU8('<x/>'), 'a.csv': strToU8(table) }), 'csv')
    for (const work of [datasets.open(file), datasets.preview(file)])
      expect(await problemOf(work)).toEqual({ code: 'notATable', values: { file, kind } })
  })

  it('with 64-bit sizes is read', async () => {
    // As made by streaming tools: the directory's sizes are in the extra field.
    const plain = makeZip([{ name: 'a.csv', content: table }])
    const at = plain.indexOf('PK\u0001\u0002', 0, 'latin1')
    const entry = Buffer.from(plain.subarray(at, plain.lastIndexOf('PK\u0005\u0006', undefined, 'latin1')))
    const extra = Buffer.alloc(20)
    extra.writeUInt16LE(1, 0)
    extra.writeUInt16LE(16, 2)
    extra.writeBigUInt64LE(BigInt(entry.readUInt32LE(24)), 4)
    extra.writeBigUInt64LE(BigInt(entry.readUInt32LE(20)), 12)
    entry.writeUInt32LE(0xffffffff, 24)
    entry.writeUInt32LE(0xffffffff, 20)
    entry.writeUInt16LE(20, 30)
    const end = Buffer.from(plain.subarray(plain.lastIndexOf('PK\u0005\u0006', undefined, 'latin1')))
    end.writeUInt32LE(entry.length + 20, 12)
    const file = write(Buffer.concat([plain.subarray(0, at), entry, extra, end]))
    expect((await datasets.open(file)).profile.rows).toBe(50)
  })
})

describe('unpacking', () => {
  const limits = { mostBytes: 100_000, mostGrowth: 20, freeBytes: 1000 }
  const bomb = Buffer.alloc(90_000, '0,')

  it('stops at what grows too much, by its own word or not', async () => {
    const honest = write(makeZip([{ name: 'a.csv', content: bomb }]))
    const packed = write(gzipSync(bomb), 'gz')
    for (const file of [honest, packed])
      expect(await problemOf(unpack(join(folder, 'out'), file, { limits }))).toMatchObject({
        code: 'archiveTooLarge',
        values: { file },
      })
    expect(readdirSync(join(folder, 'out'))).toEqual([])
  })

  it('is done once for any number of readings', async () => {
    const file = write(gzipSync(`${table}99,y\n`), 'gz')
    const unpacking: number[] = []
    const total = gzipSync(`${table}99,y\n`).length
    const onProgress = (progress: { bytes: number; total: number }) =>
      void (progress.total === total && unpacking.push(progress.bytes))
    await datasets.open(file, { onProgress })
    await datasets.open(file, { onProgress })
    await datasets.open(file, { onProgress, dialect: { header: false } })
    expect(unpacking).toEqual([total])
  })

  it('stops when told to, leaving nothing', async () => {
    const cancel = new AbortController()
    const file = write(gzipSync(Buffer.from(lines(300_000, (row) => `${row * 7919},${row}`))), 'gz')
    const work = unpack(join(folder, 'stopped'), file, {
      signal: cancel.signal,
      onProgress: () => cancel.abort(),
    })
    expect(await problemOf(work)).toEqual({ code: 'cancelled' })
    expect(readdirSync(join(folder, 'stopped'))).toEqual([])
  })

  it('previews a long table by its start', async () => {
    const file = write(gzipSync(`a,b\n${lines(400_000, (row) => `${row},z`)}`), 'gz')
    const { rows, profile } = await datasets.preview(file)
    expect(rows).toHaveLength(1000)
    expect(profile.badRows).toEqual([])
  })
})
